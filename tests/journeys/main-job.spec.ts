import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boxOf, displayValue, findField } from "../../shared/dossier/index.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";
import { formWith } from "../builders/forms.ts";
import { cactus, expect, type Page, pdfText, startStaffApp, test } from "./app.ts";
import { fillTab } from "./fill.ts";

const password = "le mistral souffle sur le vieux port";
const data = aCompleteApprentissage({ faitA: "Marseille" });
const lea = "lea.arnaud-delmas@example.fr";

const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CACTUS_SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};

const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });

test("G1, G8–G13, G17–G24: one dossier d’apprentissage, from the first start to the pack", async ({
  page: browserTab,
  folder,
  sink,
}) => {
  test.setTimeout(480_000);
  const app = await startStaffApp(folder);
  const page = await app.open(browserTab);

  await test.step("first start: the CFA and its first administrator", async () => {
    await expect(page.getByRole("heading", { name: "Bienvenue dans Cactus" })).toBeVisible();
    await shot(page, "premier-demarrage");
    const field = (name: string) => page.getByRole("textbox", { name, exact: true });
    await field("Nom du CFA").fill("CFA des Deux Rives");
    await field("Numéro UAI").fill("0139999A");
    await field("SIRET").fill("900 000 027 00012");
    await field("Numéro de déclaration d’activité").fill("93139999913");
    await field("Représentant").fill("Agnès Morel");
    await field("Numéro").fill("58");
    await field("Voie").fill("boulevard Charles-Livon");
    await field("Code postal").fill("13007");
    await field("Commune").fill("Marseille");
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByText(/clé|lettre/i).first()).toBeVisible();
    await field("Numéro UAI").fill("0139999Y");
    await page.getByRole("button", { name: "Continuer" }).click();
    await field("Prénom et nom").fill("Agnès Morel");
    await field("Courriel").fill("agnes.morel@cfa.example.fr");
    await page
      .getByLabel(/^Mot de passe/)
      .first()
      .fill(password);
    await page.getByLabel(/seconde fois/).fill(password);
    await page.getByRole("button", { name: "Créer le CFA et entrer" }).click();
    await expect(page.getByRole("heading", { name: "Tableau de bord" })).toBeVisible();
  });

  await test.step("Réglages: the SMTP server, and a try", async () => {
    await page.getByRole("link", { name: "Réglages" }).click();
    await page
      .getByRole("navigation", { name: "Réglages" })
      .getByText(/courriel/i)
      .first()
      .click();
    await page.getByRole("textbox", { name: "Serveur", exact: true }).fill("127.0.0.1");
    await page.getByRole("combobox", { name: "Chiffrement" }).click();
    await page.getByRole("option").last().click();
    await page.getByRole("textbox", { name: "Port", exact: true }).fill(String(sink.port));
    await page.getByRole("textbox", { name: "Nom de l’expéditeur" }).fill("CFA des Deux Rives");
    await page.getByRole("textbox", { name: "Courriel de l’expéditeur" }).fill("cactus@cfa.example.fr");
    await page
      .getByRole("button", { name: /^Enregistrer/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Essayer avec l’adresse" }).fill("essai@cfa.example.fr");
    await page.getByRole("button", { name: "Envoyer un message d’essai" }).click();
    await sink.waitFor("essai@cfa.example.fr", "essai");
    await shot(page, "reglages");
  });

  await test.step("a formation", async () => {
    await page.getByRole("link", { name: "Formations" }).click();
    await page
      .getByRole("button", { name: "Créer une formation" })
      .or(page.getByRole("link", { name: "Créer une formation" }))
      .first()
      .click();
    const field = (name: string) => page.getByRole("textbox", { name, exact: true });
    await field("Titre de la formation").fill("Master Contrôle de gestion");
    await field("Intitulé précis du diplôme").fill("Master Contrôle de gestion et audit organisationnel");
    await page.getByRole("combobox", { name: /Diplôme visé \(contrat d’apprentissage\)/ }).click();
    await page
      .getByRole("option", { name: /Master/ })
      .first()
      .click();
    await page.getByRole("combobox", { name: "Niveau", exact: true }).click();
    await page
      .getByRole("option", { name: /^7|Niveau 7/ })
      .first()
      .click();
    await field("Code diplôme").fill("13531545");
    await field("Code RNCP").fill("RNCP35916");
    await field("Début de la formation").fill("07/09/2026");
    await field("Fin de la formation").fill("31/08/2028");
    await field("Fin des épreuves ou examens").fill("07/07/2028");
    await field("Durée, en heures").fill("840");
    await field("Dont heures à distance").fill("60");
    await field("Responsable de formation").fill("Claire Maurin");
    await field("Son courriel").fill("claire.maurin@universite.example.fr");
    if ((await page.getByRole("textbox", { name: "Code d’accès" }).first().inputValue()) === "")
      await page.getByRole("textbox", { name: "Code d’accès" }).first().fill("F724");
    await field("Coût annuel de la formation").fill("8 500");
    await field("Niveau de prise en charge (NPEC) annuel").fill("8 200");
    await page
      .getByRole("radiogroup", { name: "Comment fournir le calendrier" })
      .getByText("Saisi ici")
      .click();
    await page
      .getByRole("textbox", { name: "Période 1, du" })
      .or(page.getByRole("button", { name: /Ajouter une période/ }))
      .first()
      .waitFor();
    if (!(await page.getByRole("textbox", { name: "Période 1, du" }).isVisible()))
      await page.getByRole("button", { name: /Ajouter une période/ }).click();
    await page.getByRole("textbox", { name: "Période 1, du" }).fill("07/09/2026");
    await page.getByRole("textbox", { name: "Période 1, au" }).fill("18/09/2026");
    await page
      .getByRole("radiogroup", { name: "Comment fournir le programme" })
      .getByText("Saisi ici")
      .click();
    await page.getByRole("textbox", { name: "Objectifs" }).fill("Piloter la performance d’une organisation.");
    await page
      .getByRole("button", { name: /^(Créer|Enregistrer)/ })
      .last()
      .click();
    await expect(page.getByRole("button", { name: /Inviter des alternants/ }).first()).toBeVisible();
    await shot(page, "formation");
  });

  await test.step("G1: invitations, good lines go and bad ones are said", async () => {
    await page
      .getByRole("button", { name: /Inviter des alternants/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Adresses de courriel" }).fill(`${lea}\npas une adresse`);
    await dialog
      .getByRole("button", { name: /Inviter|Envoyer/ })
      .last()
      .click();
    await expect(dialog.getByText(/aucune adresse/)).toBeVisible();
    await shot(page, "invitations");
    const mail = await sink.waitFor(lea, "Mot de passe");
    expect(mail.text).toMatch(/[a-z2-9]{4}(-[a-z2-9]{4}){4}/);
    await page.keyboard.press("Escape");
  });

  await test.step("Données de base: green fields, refusal that names, tabs that open (G8, G12, G13)", async () => {
    await page.getByRole("link", { name: "Dossiers" }).click();
    await page
      .getByText("D2026-00001")
      .or(page.getByText(/D\d{4}-00001/))
      .first()
      .click();
    await expect(tab(page, "Données de base")).toBeVisible();
    await expect(tab(page, "L’alternant")).toHaveCount(0);
    await page
      .getByRole("button", { name: /^Valider/ })
      .last()
      .click();
    await expect(page.getByText(/Il manque/).first()).toBeVisible();
    await shot(page, "donnees-de-base");
    await page.getByRole("button", { name: "Reporter les dates de la formation" }).click();
    await expect(page.getByText(/provisoires/).first()).toBeVisible();
    await fillTab(page, "base", data, {
      contrat: "apprentissage",
      niveauSaisie: "complete",
      apprentiCourriel: lea,
    });
    await page
      .getByRole("button", { name: /^Valider/ })
      .last()
      .click();
    await expect(tab(page, "L’alternant")).toBeVisible();
    await sink.waitFor(String(data.contactEntrepriseCourriel), "entreprise");
  });

  const prefilled = Object.fromEntries(
    Object.entries(data).filter(
      ([id]) =>
        findField(id)?.knownBy === "cfa" || findField(id)?.alsoInBase || findField(id)?.onglet === "base",
    ),
  );
  for (const [onglet, name] of [
    ["alternant", "L’alternant"],
    ["employeur", "L’employeur"],
    ["contrat", "Les données du contrat"],
    ["mission", "La mission"],
  ] as const)
    await test.step(`${name}, filled and validated`, async () => {
      await tab(page, name).click();
      await fillTab(page, onglet, data, prefilled);
      await shot(page, `onglet-${onglet}`);
      await page
        .getByRole("button", { name: /^Valider/ })
        .last()
        .click();
      await expect(
        tab(page, name)
          .getByRole("img", { name: /complet/i })
          .or(tab(page, name).getByText(/complet/i))
          .first(),
      ).toBeAttached();
    });

  await test.step("G17, G18: validation requested, the formation is told", async () => {
    await tab(page, "Suivi – Info").click();
    await page.getByRole("button", { name: "Demande de validation" }).click();
    await expect(page.getByText("La formation doit valider.").first()).toBeVisible();
    const mail = await sink.waitFor("claire.maurin@universite.example.fr", /[Vv]alidation demandée/);
    expect(mail.text).toContain("Master Contrôle de gestion");
  });

  await test.step("G20, G21: validated, frozen, the CERFA opens; the convention says why not", async () => {
    await page.getByRole("button", { name: "Valider le dossier" }).click();
    await expect(page.getByRole("button", { name: /Voir\s*:\s*CERFA/ })).toBeVisible();
    await expect(page.getByText(/éléments économiques à saisir/i).first()).toBeVisible();
    await sink.waitFor(lea, "validé");
    await shot(page, "suivi-valide");
    await tab(page, "L’alternant").click();
    await expect(page.getByText(/figées/).first()).toBeVisible();
  });

  await test.step("G22: the economic review releases the convention", async () => {
    await tab(page, "Économie").click();
    await page.getByRole("button", { name: /^Enregistrer/ }).click();
    await page.getByRole("button", { name: /Valider les éléments économiques/ }).click();
    await expect(page.getByText(/Validée|validés le|validée/).first()).toBeVisible();
    await shot(page, "economie");
    await tab(page, "Suivi – Info").click();
    await expect(page.getByRole("button", { name: /Voir\s*:\s*Convention/ })).toBeVisible();
    await sink.waitFor(lea, "onvention");
  });

  const saved = new Map<string, Buffer>();
  await test.step("G24: the four documents, one by one", async () => {
    for (const type of ["CERFA", "Convention", "Calendrier", "Programme"]) {
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: new RegExp(`Télécharger\\s*:\\s*${type}`) }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^D\\d{4}-00001_Arnaud-Delmas_Lea_${type}\\.pdf$`));
      saved.set(type.toLowerCase(), readFileSync(await file.path()));
    }
    await page.getByRole("button", { name: /Voir\s*:\s*CERFA/ }).click();
    await expect(page.locator("iframe[title*='CERFA']")).toBeVisible();
    await shot(page, "cerfa-a-l-ecran");
    await page.keyboard.press("Escape");
  });

  await test.step("every value entered is where it belongs", async () => {
    const squeeze = (text: string) => text.replace(/\s+/g, "");
    const cerfa = squeeze(pdfText(saved.get("cerfa") as Buffer));
    const missing = Object.entries(data).filter(([id, value]) => {
      const field = findField(id);
      const box = field && boxOf(field, formWith(data));
      if (!field || !box || value === undefined || box.kind === "ticks") return false;
      if (box.kind === "date") return !cerfa.includes(squeeze(displayValue(field, value, formWith(data))));
      if (["code", "choice", "integer", "idcc", "naf", "rncp"].includes(field.kind.type))
        return !cerfa.includes(String(value).replace(/^RNCP/, ""));
      if (field.kind.type === "cents") return !cerfa.includes(String(Math.floor(Number(value) / 100)));
      return !cerfa.includes(squeeze(displayValue(field, value, formWith(data))));
    });
    expect(missing).toEqual([]);
    const convention = pdfText(saved.get("convention") as Buffer);
    for (const words of [
      "CFA des Deux Rives",
      "Calanques Conseil",
      "Arnaud-Delmas",
      "840",
      "8 500,00",
      "Total",
    ])
      expect(squeeze(convention)).toContain(squeeze(words));
    expect(pdfText(saved.get("calendrier") as Buffer)).toContain("07/09/2026");
    expect(pdfText(saved.get("programme") as Buffer)).toContain("Piloter la performance");
  });

  await app.stop();

  await test.step("the same dossier by the command line: the same bytes", async () => {
    const [dossier] = JSON.parse(cactus("dossiers", "--json", "--data", folder)) as {
      reference: string;
      documents: string[];
    }[];
    expect(dossier?.documents).toEqual(["cerfa", "convention", "calendrier", "programme"]);
    for (const [type, bytes] of saved) {
      const out = join(folder, `${type}.pdf`);
      cactus(
        "document",
        "--data",
        folder,
        "--dossier",
        dossier?.reference ?? "",
        "--type",
        type,
        "--out",
        out,
      );
      expect(Buffer.compare(readFileSync(out), bytes), type).toBe(0);
    }
  });
});
