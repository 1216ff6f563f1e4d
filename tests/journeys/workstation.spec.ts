import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { cactus, expect, type Page, startStaffApp, test } from "./app.ts";

/** What makes a workstation’s application of a page in a window; the system itself is the stand-in’s, or Electron’s. */
const enter = (page: Page) => page.getByRole("button", { name: /administrateur/i }).click();
const menu = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Menu principal" }).getByRole("link", { name, exact: true });
const title = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });

interface Listed {
  readonly reference: string;
  readonly documents: readonly string[];
}
const dossiers = (folder: string): readonly Listed[] =>
  JSON.parse(cactus("dossiers", "--json", "--data", folder)) as Listed[];

test("back and forward lose nothing that is typed", async ({ page: tab, folder }) => {
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(tab);
  await enter(page);
  await expect(title(page, "Tableau de bord")).toBeVisible();
  const back = page.getByRole("button", { name: "Précédent", exact: true });
  const forward = page.getByRole("button", { name: "Suivant", exact: true });
  await expect(forward).toBeDisabled();
  await menu(page, "Formations").click();
  await menu(page, "Courriels").click();
  await back.click();
  await expect(title(page, "Formations")).toBeVisible();
  await forward.click();
  await expect(title(page, "Courriels")).toBeVisible();
  await expect(forward).toBeDisabled();

  await menu(page, "Formations").click();
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  const name = page.getByRole("textbox", { name: /^(Titre|Intitulé)/ }).first();
  await name.fill("Un titre qui n’est pas enregistré");
  const question = page.getByRole("dialog", { name: "Quitter sans enregistrer\u202f?" });
  for (const leave of [() => back.click(), () => page.evaluate(() => window.history.back())]) {
    await leave();
    await expect(question).toBeVisible();
    await question.getByRole("button", { name: "Revenir à la saisie" }).click();
    await expect(question).toBeHidden();
    await expect(name).toHaveValue("Un titre qui n’est pas enregistré");
  }
  await back.click();
  await question.getByRole("button", { name: "Abandonner ma saisie" }).click();
  await expect(title(page, "Formations")).toBeVisible();
  await app.stop();
});

test("the system around the window", async ({ page: tab, folder }) => {
  const app = await startStaffApp(folder, ["--demo"]);
  const { system } = app;
  test.skip(!system, "a browser has a system of its own");
  if (!system) return;
  const page = await app.open(tab);
  const ready = dossiers(folder).find(({ documents }) => documents.includes("cerfa"));
  const reference = ready?.reference ?? "";

  await test.step("a link waits until somebody is signed in", async () => {
    await system.play("secondInstance", [`cactus://dossier/${reference}`]);
    await enter(page);
    await expect(page.getByText(reference).first()).toBeVisible();
    await expect(page.getByRole("tab").first()).toBeVisible();
  });

  await test.step("a link to nothing is said, and so is one that is none", async () => {
    await system.play("secondInstance", ["cactus://dossier/D1999-00001"]);
    await expect(page.getByText(/ne mène à aucun dossier/)).toBeVisible();
    await system.play("secondInstance", ["cactus://effacer/tout"]);
    await expect(page.getByText(/n’est pas reconnu/)).toBeVisible();
  });

  await test.step("the menu goes where it says", async () => {
    await system.play("menu", "Aller › Formations");
    await expect(title(page, "Formations")).toBeVisible();
    await system.play("menu", "Aller › Précédent");
    await expect(page.getByText(reference).first()).toBeVisible();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox", { name: "Chercher un dossier" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a document is saved where the system says, and shown there", async () => {
    await page.getByRole("tab", { name: /^Suivi – Info/ }).click();
    await page
      .getByRole("button", { name: /^(Voir|Ouvrir)/ })
      .first()
      .click();
    const viewer = page.getByRole("dialog");
    await expect(viewer.getByRole("button", { name: "Imprimer" })).toBeVisible();
    await viewer.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText(/\.pdf\s» est enregistré\./)).toBeVisible();
    const saved = readdirSync(join(folder, "enregistrements"));
    expect(saved).toHaveLength(1);
    await page.getByRole("button", { name: "Afficher dans le dossier" }).click();
    await expect
      .poll(() => system.seen("shownInFolder"))
      .toEqual([join(folder, "enregistrements", saved[0] as string)]);
    expect(existsSync(join(folder, "enregistrements", saved[0] as string))).toBe(true);
    await page.keyboard.press("Escape");
  });

  await test.step("a window that dies is said, and comes back", async () => {
    await system.crash();
    await expect
      .poll(async () => (await system.seen("dialogs")).at(-1)?.options.message)
      .toBe("La fenêtre de Cactus s’est arrêtée.");
    await expect.poll(async () => (await system.windows())[0]?.url).toContain("app://cactus/");
  });
  await app.stop();
});
