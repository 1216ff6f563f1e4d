import { fieldById, labelOf } from "../../shared/dossier/index.ts";
import { cactus, expect, type Page, startStaffApp, test } from "./app.ts";
import { passwordIn, prepareCfa, prepareComplete, startPortal } from "./portal-app.ts";

/** The dossier’s screen is one, at the desk and on the portal: nothing leaves unsaved, nothing is offered in vain. */
const lea = "lea.arnaud-delmas@example.fr";
const samira = "samira.benali@calanques-conseil.example.fr";
const password = "trois petits lézards verts";
const siret = labelOf(fieldById("employeurSiret"), "apprentissage");

const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
const signIn = async (page: Page, url: string, courriel: string, motDePasse: string): Promise<void> => {
  await page.goto(url);
  const left = page.getByRole("region", { name: "Se connecter" });
  await left.getByLabel(/^Courriel/).fill(courriel);
  await left
    .getByLabel(/^Mot de passe/)
    .first()
    .fill(motDePasse);
  await left.getByRole("button", { name: "Se connecter" }).click();
};
const etats = (folder: string): string[] =>
  (JSON.parse(cactus("dossiers", "--json", "--data", folder)) as { etat: string }[]).map(({ etat }) => etat);

test("a refused SIRET holds the request back; the NIR is shown to whom it is shown", {
  tag: "@portail",
}, async ({ page, browser, folder, sink }) => {
  test.setTimeout(480_000);
  await prepareCfa(folder, sink);
  await prepareComplete(folder, password);
  const portal = await startPortal(folder);
  await signIn(page, portal.url, lea, password);

  await test.step("one click on « Demande de validation » records nothing while the SIRET is refused", async () => {
    await tab(page, "L’employeur").click();
    const box = page.getByRole("textbox", { name: siret });
    const before = await box.inputValue();
    await box.fill("900 000 019 00018");
    await page.keyboard.press("Tab");
    await tab(page, "Suivi – Info").click();
    await page.getByRole("button", { name: "Demande de validation" }).click();
    await expect(page.getByText("Une saisie n’est pas enregistrée")).toBeVisible();
    await expect(page.getByText("La formation doit valider.")).toHaveCount(0);
    expect(etats(folder)).toEqual(["saisie"]);

    await page.getByRole("button", { name: siret }).first().click();
    await expect(box).toHaveValue("900 000 019 00018");
    await box.fill(before);
    await page.keyboard.press("Tab");
    await tab(page, "Suivi – Info").click();
    await page.getByRole("button", { name: "Demande de validation" }).click();
    await expect(page.getByText("La formation doit valider.").first()).toBeVisible();
    expect(etats(folder)).toEqual(["demande"]);
  });

  await test.step("« Afficher » on the NIR: the alternant’s, never the company’s", async () => {
    await tab(page, "L’alternant").click();
    await expect(page.getByRole("button", { name: "Afficher" })).toBeVisible();
    const company = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    const mail = await sink.waitFor(samira, "Mot de passe");
    await signIn(company, portal.url, samira, passwordIn(mail.text));
    await company.getByLabel(/^Nouveau mot de passe/).fill("un olivier au milieu de la cour");
    await company.getByRole("button", { name: "Enregistrer" }).click();
    await tab(company, "L’alternant").click();
    await expect(
      company.getByRole("textbox", { name: labelOf(fieldById("apprentiNir"), "apprentissage") }),
    ).toBeVisible();
    await expect(company.getByRole("button", { name: "Afficher" })).toHaveCount(0);
  });
  await portal.stop();
});

test("the export clerk is offered neither invitations, nor formations, nor the NIR", async ({
  page: browserTab,
  folder,
}) => {
  test.setTimeout(480_000);
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(browserTab);
  const menu = (name: string) =>
    page.getByRole("navigation", { name: "Menu principal" }).getByRole("link", { name });
  const offered = (name: RegExp) => page.getByRole("button", { name }).or(page.getByRole("link", { name }));
  await page.getByRole("button", { name: /^Chargé d’export/ }).click();
  await expect(page.getByRole("heading", { name: "Tableau de bord" })).toBeVisible();

  await menu("Formations").click();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expect(offered(/Inviter|Créer une formation/)).toHaveCount(0);
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByText(/^Vous pouvez lire cette formation/)).toBeVisible();
  await expect(page.locator("#formation-diplome").getByRole("textbox").first()).toBeDisabled();
  await expect(offered(/^(Enregistrer|Archiver|Inviter)/)).toHaveCount(0);

  await menu("Dossiers").click();
  await expect(page.getByRole("row").nth(2)).toBeVisible();
  await expect(offered(/Inviter/)).toHaveCount(0);
  await page.getByRole("row").nth(2).click();
  await expect(tab(page, "Données de base")).toBeVisible();
  await tab(page, "Suivi – Info").click();
  await expect(page.getByRole("region", { name: "Documents" })).toBeVisible();
  await expect(
    offered(/Inviter|réinviter|Demande de validation|Abandonner|Enregistrer le suivi/),
  ).toHaveCount(0);
  if ((await tab(page, "L’alternant").count()) > 0) await tab(page, "L’alternant").click();
  await expect(page.getByRole("button", { name: "Afficher" })).toHaveCount(0);

  await menu("Réglages").click();
  const parts = page.getByRole("navigation", { name: "Réglages" }).getByRole("link");
  await expect(parts.filter({ hasText: /Comptes|Journal|sauvegarde|Envoi/ })).toHaveCount(0);
  await parts.filter({ hasText: "Portail" }).click();
  await expect(page.getByRole("heading", { name: "Adresse du portail" })).toBeVisible();
  await expect(page.getByRole("button", { name: /(Démarrer|Arrêter) le portail/ })).toHaveCount(0);
  await app.stop();
});
