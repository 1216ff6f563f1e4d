import AxeBuilder from "@axe-core/playwright";
import { findField } from "../../shared/dossier/index.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";
import { expect, type Page, test } from "./app.ts";
import { fillTab } from "./fill.ts";
import { passwordIn, prepareCfa, prepareComplete, startPortal, tokenIn } from "./portal-app.ts";

const lea = "lea.arnaud-delmas@example.fr";
const samira = "samira.benali@calanques-conseil.example.fr";
const claire = "claire.maurin@universite.example.fr";
const data = aCompleteApprentissage();
const phone = { width: 390, height: 844 };
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CACTUS_SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/portail-${name}.png` });
};
/** No serious or critical violation on this page. */
const accessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations
      .filter((one) => one.impact === "serious" || one.impact === "critical")
      .map((one) => `${one.id}: ${one.nodes[0]?.html}`),
  ).toEqual([]);
};
const signIn = async (page: Page, url: string, courriel: string, password: string): Promise<void> => {
  await page.goto(url);
  const left = page.getByRole("region", { name: "Se connecter" });
  await left.getByLabel(/^Courriel/).fill(courriel);
  await left
    .getByLabel(/^Mot de passe/)
    .first()
    .fill(password);
  await left.getByRole("button", { name: "Se connecter" }).click();
};
const choose = async (page: Page, password: string): Promise<void> => {
  await expect(page.getByRole("heading", { name: "Choisissez votre mot de passe" })).toBeVisible();
  await page.getByLabel(/^Nouveau mot de passe/).fill(password);
  await page.getByRole("button", { name: "Enregistrer" }).click();
};

test("G1, G2, G6–G9, G17–G24: an alternant on a phone, the company, the formation head", async ({
  browser,
  folder,
  sink,
}) => {
  test.setTimeout(480_000);
  await prepareCfa(folder, sink, { invite: `Léa ARNAUD-DELMAS <${lea}>` });
  const portal = await startPortal(folder);
  const alternant = await (await browser.newContext({ viewport: phone, locale: "fr-FR" })).newPage();
  const company = await (
    await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "fr-FR" })
  ).newPage();
  const head = await (
    await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "fr-FR" })
  ).newPage();

  await test.step("invitation, generated password, one’s own", async () => {
    await alternant.goto(portal.url);
    await expect(alternant.getByRole("region", { name: "S’inscrire avec un code d’accès" })).toBeVisible();
    await shot(alternant, "accueil-telephone");
    await accessible(alternant);
    const mail = await sink.waitFor(lea, "Mot de passe");
    await signIn(alternant, portal.url, lea, "un autre mot de passe que celui-ci");
    await expect(alternant.getByText("Courriel ou mot de passe incorrect.")).toBeVisible();
    await signIn(alternant, portal.url, lea, passwordIn(mail.text));
    await accessible(alternant);
    await alternant.getByLabel(/^Nouveau mot de passe/).fill("court");
    await alternant.getByRole("button", { name: "Enregistrer" }).click();
    await expect(alternant.getByText(/au moins 15/).first()).toBeVisible();
    await choose(alternant, "trois petits lézards verts");
    await expect(tab(alternant, "Données de base")).toBeVisible();
  });

  await test.step("Données de base on the phone: the dates of the formation, then « Valider » opens the tabs", async () => {
    await expect(tab(alternant, "L’alternant")).toHaveCount(0);
    await alternant.getByRole("button", { name: "Reporter les dates de la formation" }).click();
    await expect(alternant.getByText(/provisoires/).first()).toBeVisible();
    const already = {
      contrat: "apprentissage",
      niveauSaisie: "complete",
      apprentiCourriel: lea,
      apprentiNomNaissance: "ARNAUD-DELMAS",
      apprentiPrenom: "Léa",
    };
    await fillTab(alternant, "base", { ...data, apprentiNomNaissance: "Arnaud-Delmas" }, already);
    await shot(alternant, "donnees-de-base-telephone");
    await alternant
      .getByRole("button", { name: /^Valider/ })
      .last()
      .click();
    await expect(tab(alternant, "L’alternant")).toBeVisible();
    await accessible(alternant);
  });

  await test.step("the company is invited, signs in, fills its tabs in the same dossier", async () => {
    const mail = await sink.waitFor(samira, "Mot de passe");
    await signIn(company, portal.url, samira, passwordIn(mail.text));
    await choose(company, "un olivier au milieu de la cour");
    await tab(company, "L’employeur").click();
    const known = Object.fromEntries(
      Object.entries(data).filter(
        ([id]) =>
          findField(id)?.knownBy === "cfa" || findField(id)?.alsoInBase || findField(id)?.onglet === "base",
      ),
    );
    await fillTab(company, "employeur", data, known);
    await tab(company, "Les données du contrat").click();
    await fillTab(company, "contrat", data, known);
    await accessible(company);
    await shot(company, "contrat-entreprise");
  });

  await test.step("the alternant fills hers; what the company typed is there", async () => {
    await alternant.reload();
    await tab(alternant, "L’alternant").click();
    const known = Object.fromEntries(
      Object.entries(data).filter(
        ([id]) =>
          findField(id)?.knownBy === "cfa" || findField(id)?.alsoInBase || findField(id)?.onglet === "base",
      ),
    );
    await fillTab(alternant, "alternant", data, known);
    await tab(alternant, "L’employeur").click();
    await expect(alternant.getByRole("textbox", { name: "Nom et prénom ou dénomination" })).toHaveValue(
      "Calanques Conseil",
    );
  });

  await test.step("the company never sees the NIR in clear", async () => {
    await company.reload();
    await tab(company, "L’alternant").click();
    await expect(company.locator("body")).not.toContainText("030513055");
    const inputs = await company
      .locator("input")
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join(" "));
    expect(inputs).not.toContain("030513055");
  });

  await test.step("two people in one field: the later one sees both values and chooses", async () => {
    await tab(alternant, "Les données du contrat").click();
    await tab(company, "Les données du contrat").click();
    const place = (page: Page) => page.getByRole("textbox", { name: "Fait à" });
    await expect(place(alternant)).toHaveValue("Marseille");
    await expect(place(company)).toHaveValue("Marseille");
    await place(company).fill("Aubagne");
    await company.keyboard.press("Tab");
    await expect(company.getByText(/Enregistré/).first()).toBeVisible();
    await place(alternant).fill("Aix-en-Provence");
    await alternant.keyboard.press("Tab");
    const dialog = alternant.getByRole("dialog");
    await expect(dialog).toContainText("Aubagne");
    await expect(dialog).toContainText("Aix-en-Provence");
    await shot(alternant, "conflit-telephone");
    await dialog
      .getByText(/Aubagne/)
      .first()
      .click();
    await dialog.getByRole("button").last().click();
  });

  await test.step("G17, G18: the request; the head is invited, told, and validates from her mail’s link", async () => {
    await tab(alternant, "Suivi – Info").click();
    // The dates carried over from the formation wait for somebody to say that they are the real ones.
    await expect(alternant.getByRole("button", { name: "Demande de validation" })).toBeDisabled();
    await alternant.getByRole("button", { name: "Confirmer les dates" }).click();
    await alternant.getByRole("button", { name: "Demande de validation" }).click();
    await expect(alternant.getByText("La formation doit valider.").first()).toBeVisible();
    await accessible(alternant);
    await shot(alternant, "suivi-telephone");
    const told = await sink.waitFor(claire, /est demandée/);
    expect(told.text).toContain("/#/dossiers/");
    const invited = await sink.waitFor(claire, "Mot de passe");
    await signIn(head, portal.url, claire, passwordIn(invited.text));
    await choose(head, "la bibliothèque ferme à vingt heures");
    await head.getByRole("link", { name: /Arnaud-Delmas/i }).click();
    await tab(head, "Suivi – Info").click();
    await accessible(head);
    await shot(head, "formation");
    await head.getByRole("button", { name: "Retourner pour correction" }).click();
    await head.getByLabel(/^Motif/).fill("Le lieu de signature est à vérifier.");
    await head.getByRole("button", { name: "Retourner le dossier" }).click();
    await sink.waitFor(lea, "Le lieu de signature est à vérifier.");
    await alternant.getByRole("button", { name: "Rafraîchir" }).click();
    await expect(alternant.getByText("Le lieu de signature est à vérifier.")).toBeVisible();
    await alternant.getByRole("button", { name: "Demande de validation" }).click();
    await expect(alternant.getByText("La formation doit valider.").first()).toBeVisible();
    await head.getByRole("button", { name: "Rafraîchir" }).click();
    await head.getByRole("button", { name: "Valider le dossier" }).click();
    await expect(head.getByText(/figées/).first()).toBeVisible();
  });

  await test.step("G20–G24: frozen for everybody; CERFA, calendrier and programme; the convention says whom it waits for", async () => {
    await sink.waitFor(lea, "validé");
    await alternant.getByRole("button", { name: "Rafraîchir" }).click();
    for (const type of ["CERFA", "Calendrier", "Programme"]) {
      const download = alternant.waitForEvent("download");
      await alternant.getByRole("button", { name: new RegExp(`Télécharger\\s*:\\s*${type}`) }).click();
      expect((await download).suggestedFilename()).toContain(type);
    }
    await expect(alternant.getByText(/éléments économiques à saisir et à valider par le CFA/i)).toBeVisible();
    await tab(alternant, "L’alternant").click();
    await expect(alternant.getByText(/figées/).first()).toBeVisible();
    await expect(alternant.getByText(/8\s?500/)).toHaveCount(0);
  });
  await portal.stop();
});

test("G3, G5, G19: a code and no invitation, immediate validation, a forgotten password", async ({
  page,
  folder,
  sink,
}) => {
  test.setTimeout(480_000);
  await prepareCfa(folder, sink, { formation: { modeValidation: "immediate" } });
  const portal = await startPortal(folder);
  await page.goto(portal.url);
  const right = page.getByRole("region", { name: "S’inscrire avec un code d’accès" });
  await right.getByLabel("Code d’accès").fill("F999");
  await right.getByRole("button", { name: "Continuer" }).click();
  await expect(right.getByText(/inconnu/)).toBeVisible();
  await right.getByLabel("Code d’accès").fill(" f 724 - 2 ");
  await right.getByRole("button", { name: "Continuer" }).click();
  await expect(right.getByText(/Deuxième année/)).toBeVisible();
  await right.getByLabel("Prénom").fill("Hugo");
  await right.getByLabel("Nom de naissance").fill("Rossi");
  await right.getByLabel("Votre courriel").fill("hugo.rossi@example.fr");
  await right.getByRole("button", { name: "M’inscrire" }).click();
  await expect(right.getByText(/confirmer votre adresse/)).toBeVisible();
  const confirmation = await sink.waitFor("hugo.rossi@example.fr", "Confirmer");
  await page.goto(`${portal.url}/#/inscription/${tokenIn(confirmation.text)}`);
  await accessible(page);
  await page
    .getByLabel(/^Mot de passe/)
    .first()
    .fill("le tram de midi est toujours plein");
  await page.getByRole("button", { name: "Ouvrir mon dossier" }).click();
  await page.getByRole("link", { name: "Se connecter" }).click();
  await signIn(page, portal.url, "hugo.rossi@example.fr", "le tram de midi est toujours plein");
  await expect(page.getByText("F724-2").first()).toBeVisible();

  await test.step("forgotten password: same answer for a stranger, a link for the known one, once", async () => {
    for (const courriel of ["inconnu@example.fr", "hugo.rossi@example.fr"]) {
      await page.goto(`${portal.url}/#/mot-de-passe-oublie`);
      await page.reload();
      await page.getByLabel(/^Courriel/).fill(courriel);
      await page.getByRole("button", { name: "Recevoir un lien" }).click();
      await expect(page.getByText(/Si cette adresse a un accès à Cactus/)).toBeVisible();
    }
    const mail = await sink.waitFor("hugo.rossi@example.fr", "Choisir mon mot de passe");
    expect(sink.mails.some(({ to }) => to === "inconnu@example.fr")).toBe(false);
    const link = `${portal.url}/#/mot-de-passe/${tokenIn(mail.text)}`;
    await page.goto(link);
    await page.reload();
    await page.getByLabel(/^Nouveau mot de passe/).fill("une barque bleue dans la calanque");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText("Votre mot de passe est enregistré.")).toBeVisible();
    await page.goto(link);
    await page.reload();
    await page.getByLabel(/^Nouveau mot de passe/).fill("une barque rouge dans la calanque");
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.getByText(/expiré ou a déjà servi/)).toBeVisible();
    await signIn(page, portal.url, "hugo.rossi@example.fr", "une barque bleue dans la calanque");
    await expect(page.getByText("F724-2").first()).toBeVisible();
  });
  await portal.stop();
});

test("G6, G19: a wrong company address corrected, then immediate validation refreshed in place", async ({
  page,
  folder,
  sink,
}) => {
  test.setTimeout(480_000);
  const password = "trois petits lézards verts";
  await prepareCfa(folder, sink, { formation: { modeValidation: "immediate" } });
  await prepareComplete(folder, password);
  const portal = await startPortal(folder);
  const first = await sink.waitFor(samira, "Mot de passe");
  await signIn(page, portal.url, lea, password);
  await tab(page, "Données de base").click();
  await page
    .getByRole("textbox", { name: /Courriel du contact entreprise/ })
    .fill("nouvelle.adresse@calanques-conseil.example.fr");
  await page.keyboard.press("Tab");
  await page
    .getByRole("button", { name: /^Valider/ })
    .last()
    .click();
  await sink.waitFor("nouvelle.adresse@calanques-conseil.example.fr", "Mot de passe");
  const stranger = await page.context().browser()?.newPage();
  if (!stranger) throw new Error("no browser");
  await signIn(stranger, portal.url, samira, passwordIn(first.text));
  await expect(stranger.getByText("Courriel ou mot de passe incorrect.")).toBeVisible();
  await tab(page, "Suivi – Info").click();
  await expect(page.getByText("nouvelle.adresse@calanques-conseil.example.fr")).toBeVisible();
  await expect(page.getByRole("button", { name: /Télécharger\s*:\s*CERFA/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Demande de validation" }).click();
  await expect(page.getByRole("button", { name: /Télécharger\s*:\s*CERFA/ })).toBeVisible();
  await portal.stop();
});
