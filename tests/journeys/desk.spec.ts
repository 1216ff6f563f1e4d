import { writeFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { cactus, expect, type Page, startStaffApp, test } from "./app.ts";

/** A day at the desk, on the demonstration: its accounts, its mailbox, its 300 dossiers. */
const menu = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Menu principal" }).getByRole("link", { name });
const enterAs = async (page: Page, role: string): Promise<void> => {
  await page.getByRole("button", { name: new RegExp(`^${role}`) }).click();
  await expect(page.getByRole("heading", { name: "Tableau de bord" })).toBeVisible();
};

test("staff sign in, lock, come back where they were, sign out; each role has its own desk", async ({
  page: browserTab,
  folder,
}) => {
  test.setTimeout(480_000);
  const { comptes } = JSON.parse(cactus("demo", "--json", "--data", folder)) as {
    comptes: { role: string; courriel: string; motDePasse: string }[];
  };
  const adviser = comptes.find(({ role }) => role === "conseiller");
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(browserTab);
  await expect(page).not.toHaveURL(/acces=/);
  await enterAs(page, "Conseiller");

  await test.step("locked: nothing is readable; the right password gives the same screen back", async () => {
    await menu(page, "Dossiers").click();
    await page.getByRole("row").nth(2).click();
    const title = await page.getByRole("heading", { level: 1 }).textContent();
    await page.getByTitle("Mon compte").click();
    await page.getByRole("menuitem", { name: "Verrouiller" }).click();
    await expect(page.getByRole("heading", { name: "Écran verrouillé" })).toBeVisible();
    await page
      .getByLabel(/^Mot de passe/)
      .first()
      .fill("ce n’est pas le bon");
    await page.getByRole("button", { name: "Déverrouiller" }).click();
    await expect(page.getByText(/incorrect|ne correspond/i).first()).toBeVisible();
    await page
      .getByLabel(/^Mot de passe/)
      .first()
      .fill(adviser?.motDePasse ?? "");
    await page.getByRole("button", { name: "Déverrouiller" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title ?? "" })).toBeVisible();
  });

  await test.step("signed out: back to the door", async () => {
    await page.getByTitle("Mon compte").click();
    await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
    await expect(page.getByRole("heading", { name: "Se connecter" })).toBeVisible();
  });

  await test.step("who exports documents neither validates nor sets anything", async () => {
    await enterAs(page, "Chargé d’export");
    await expect(page.getByText("Dossiers à valider")).toHaveCount(0);
    await expect(page.getByText("Prêts à exporter")).toBeVisible();
    await menu(page, "Réglages").click();
    await expect(page.getByRole("textbox", { name: "Nom du CFA" })).toBeDisabled();
  });
  await app.stop();
});

test("packs of many dossiers, stopped then saved; an address corrected; a calendrier supplied as a PDF", async ({
  page: browserTab,
  folder,
}) => {
  test.setTimeout(480_000);
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(browserTab);
  await enterAs(page, "Administrateur");

  await test.step("G24: a pack is stopped, and leaves nothing", async () => {
    await page.getByText("Prêts à exporter").first().scrollIntoViewIfNeeded();
    await page
      .getByRole("region", { name: "Prêts à exporter" })
      .or(page.locator("section").filter({ hasText: "Prêts à exporter" }))
      .getByRole("link", { name: "Ouvrir la liste" })
      .first()
      .click();
    await page.getByRole("checkbox", { name: "Choisir tous les dossiers affichés" }).check();
    await page.getByRole("button", { name: "Préparer les liasses" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Préparer/ }).click();
    await dialog.getByRole("button", { name: "Arrêter la préparation" }).click();
    await expect(dialog.getByText("Préparation arrêtée : aucun fichier n’a été gardé.")).toBeVisible();
    await dialog.getByRole("button", { name: "Fermer" }).last().click();
  });

  await test.step("then prepared and saved", async () => {
    await page.getByRole("button", { name: "Préparer les liasses" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /^Préparer/ }).click();
    await expect(dialog.getByText("La liasse est prête.")).toBeVisible({ timeout: 240_000 });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: /^Enregistrer/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await dialog.getByRole("button", { name: "Fermer" }).last().click();
  });

  await test.step("G4, G6: an address corrected and invited again in one gesture, read in the mailbox", async () => {
    await menu(page, "Dossiers").click();
    await page.getByRole("row").nth(3).click();
    await page.getByRole("tab", { name: /^Suivi – Info/ }).click();
    await page.getByRole("button", { name: "Corriger ou réinviter" }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("pas une adresse");
    await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(dialog.getByText(/adresse/i).last()).toBeVisible();
    await dialog.getByRole("textbox").fill("adresse.corrigee@etu-mediterranee.example");
    await dialog.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(page.getByText("adresse.corrigee@etu-mediterranee.example").first()).toBeVisible();
    await menu(page, "Courriels").click();
    await page.getByRole("tab", { name: "Boîte de démonstration" }).click();
    await page.getByText("adresse.corrigee@etu-mediterranee.example").first().click();
    await expect(page.frameLocator("iframe").getByText("Mot de passe", { exact: true })).toBeVisible();
  });

  await test.step("G23: a formation flagged without its calendrier receives it as a PDF", async () => {
    await menu(page, "Tableau de bord").click();
    const flagged = page.getByRole("link", { name: /^F707/ });
    await flagged.click();
    const pdf = join(folder, "calendrier.pdf");
    const bytes = cactus("dossiers", "--json", "--data", folder);
    const ready = (JSON.parse(bytes) as { reference: string; documents: string[] }[]).find(({ documents }) =>
      documents.includes("calendrier"),
    );
    cactus(
      "document",
      "--data",
      folder,
      "--dossier",
      ready?.reference ?? "",
      "--type",
      "calendrier",
      "--out",
      pdf,
    );
    writeFileSync(join(folder, "faux.pdf"), "ceci n’est pas un PDF");
    const section = page.getByRole("radiogroup", { name: "Comment fournir le calendrier" });
    await section.getByText("Un fichier PDF").click();
    const choose = async (path: string): Promise<void> => {
      const chooser = page.waitForEvent("filechooser");
      await page
        .getByRole("button", { name: /Choisir (un|le) PDF|Choisir un fichier|Remplacer/ })
        .first()
        .click();
      await (await chooser).setFiles(path);
    };
    await choose(join(folder, "faux.pdf"));
    await expect(page.getByText(/n’est pas un PDF/).first()).toBeVisible();
    await choose(pdf);
    await expect(page.getByText("calendrier.pdf").first()).toBeVisible();
    await page.getByRole("button", { name: "Enregistrer", exact: true }).first().click();
    await expect(page.getByText(/enregistrée/).first()).toBeVisible();
    await menu(page, "Tableau de bord").click();
    await expect(page.getByText(/F707[\s\S]*sans programme/).first()).toBeVisible();
  });
  await app.stop();
});

test("every staff screen, light and dark, without a serious accessibility fault", async ({
  page: browserTab,
  folder,
}) => {
  test.setTimeout(480_000);
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(browserTab);
  const audit = async (screen: string): Promise<void> => {
    // In its own page: Electron gives no tab to analyse in (« legacy » is axe’s word for that).
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude("iframe").analyze();
    const serious = violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)) }));
    expect({ screen, serious }).toEqual({ screen, serious: [] });
  };
  await audit("connexion");
  await enterAs(page, "Administrateur");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const name of ["Tableau de bord", "Formations", "Courriels", "Réglages", "Dossiers"]) {
      await menu(page, name).click();
      await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
      await page.waitForLoadState("networkidle");
      await audit(`${name}, ${colorScheme}`);
    }
    await page.getByRole("row").nth(2).click();
    for (const tab of [
      "Données de base",
      "L’alternant",
      "Suivi – Info",
      "Économie",
      "Vie de l’étudiant",
      "Contrôles",
      "Historique",
    ]) {
      const wanted = page.getByRole("tab", { name: new RegExp(`^${tab}`) });
      if ((await wanted.count()) === 0) continue;
      await wanted.click();
      await page.waitForLoadState("networkidle");
      await audit(`${tab}, ${colorScheme}`);
    }
  }
  await app.stop();
});
