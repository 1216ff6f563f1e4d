import type { Locator, Page } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { type Camera, cameraOf } from "./camera.ts";
import { openStage, type Stage } from "./stage.ts";

const card = (page: Page, name: string): Locator => page.getByRole("region", { name, exact: true });
const tab = (page: Page, name: string): Locator => page.getByRole("tab", { name: new RegExp(`^${name}`) });
const dialog = (page: Page): Locator => page.getByRole("dialog").last();
const main = (page: Page): Locator => page.locator("main#contenu > *").first();

/** A window of its own has a session of its own. */
const enterAs = async (page: Page, url: string, role: string): Promise<void> => {
  await page.goto(new URL("/", url).href);
  await page.getByRole("button", { name: new RegExp(`^${role}`) }).click();
  await page.getByRole("heading", { name: "Tableau de bord" }).waitFor();
};

interface Desk extends Stage {
  readonly shot: Camera;
  /** The first dossier of a filtered list, at this tab, where something is to be seen. */
  open(query: string, onglet: string, where?: () => Locator): Promise<void>;
}

const takeDashboard = async ({ page, go, shot }: Desk): Promise<void> => {
  await shot("ecran");
  await shot("tableau-de-bord", { of: [main(page)], height: 640 });
  await page.getByRole("button", { name: "Chercher un dossier" }).click();
  await page.getByRole("combobox", { name: "Chercher un dossier" }).fill("mar");
  await page.getByRole("option").nth(3).waitFor();
  await shot("recherche", { of: [dialog(page)], margin: 10 });
  await page.keyboard.press("Escape");
  await go("/dossiers");
  const boxes = page.getByRole("row").getByRole("checkbox");
  for (const at of [1, 2, 4]) await boxes.nth(at).check();
  await shot("liste", { of: [main(page)], height: 560 });
};

const takeEntry = async ({ page, shot, open }: Desk): Promise<void> => {
  await open("etats=invite", "base");
  await shot("donnees-de-base", {
    of: [page.getByRole("tablist"), page.getByRole("button", { name: "Valider" })],
  });
  await open("etats=saisie&complet=non", "base");
  await shot("dossier", { of: [main(page)], height: 208 });
  await open("etats=saisie&complet=non", "alternant", () => page.getByText("Il manque"));
  await shot("onglet", {
    of: [
      page.getByRole("tablist"),
      page.getByText("Il manque"),
      page.getByRole("button", { name: "Valider" }),
    ],
  });
  await tab(page, "Les données du contrat").click();
  const pay = page.getByRole("button", { name: "Proposer la rémunération minimale" });
  await pay.scrollIntoViewIfNeeded();
  await shot("remuneration", { of: [page.locator("section").filter({ has: pay })], look: pay, height: 420 });
};

const takeReview = async ({ page, shot, open }: Desk): Promise<void> => {
  const byFormation = () => page.getByText("Validation par la formation");
  await open("etats=saisie&complet=non", "suivi", () =>
    card(page, "Validation")
      .filter({ hasText: "Validation par la formation" })
      .filter({ hasNotText: "Type de contrat" }),
  );
  await shot("manque", { of: [card(page, "Validation")] });
  await open("etats=saisie&complet=oui&datesProvisoires=non", "suivi", byFormation);
  await shot("demande", {
    of: [card(page, "Validation")],
    look: page.getByRole("button", { name: "Demande de validation" }),
  });
  await open("etats=demande", "suivi");
  await shot("valider", {
    of: [card(page, "Validation")],
    look: page.getByRole("button", { name: "Valider le dossier" }),
  });
  await shot("personnes", { of: [card(page, "Personnes")] });
  await page.getByRole("button", { name: /^Autres accès — Alternant/ }).click();
  await shot("autres-acces", { of: [card(page, "Personnes"), page.getByRole("menu")] });
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Retourner pour correction" }).click();
  await dialog(page)
    .getByRole("textbox")
    .fill("Dans « L’employeur », le SIRET est celui du siège : indiquez celui de l’établissement.");
  await shot("retourner", { of: [dialog(page)], margin: 10 });
  await page.keyboard.press("Escape");
  await open("etats=valide&economie=a_valider", "economie");
  await shot("economie", { of: [card(page, "Éléments économiques")] });
  await tab(page, "L’alternant").click();
  await shot("fige", { of: [page.getByRole("tablist"), card(page, "Identité")], height: 330 });
  await tab(page, "Suivi").click();
  await shot("documents", { of: [card(page, "Documents")] });
  await page.getByRole("button", { name: "Rouvrir le dossier" }).click();
  await shot("rouvrir", { of: [dialog(page)], margin: 10 });
  await page.keyboard.press("Escape");
};

const takeDocuments = async ({ page, go, shot, open }: Desk): Promise<void> => {
  await open("etats=valide&economie=validee", "suivi");
  await shot("suivi-info", { of: [main(page)] });
  const depot = card(page, "Suivi du dépôt");
  for (const [label, day] of [
    ["Employeur, le", "25/08/2026"],
    ["Alternant, le", "26/08/2026"],
    ["Visa du CFA, le", "28/08/2026"],
    ["Déposé le", "02/09/2026"],
    ["N° interne de l’OPCO", "EP-2026-118204"],
  ] as const)
    await depot.getByLabel(label, { exact: true }).fill(day);
  await depot.getByRole("button", { name: "Enregistrer le suivi" }).click();
  await page.getByText("Le suivi du dépôt est enregistré.").waitFor();
  await shot("depot", { of: [depot] });
  await page.getByRole("button", { name: /^Voir\s*: CERFA/ }).click();
  await page.locator("iframe").waitFor();
  await page.waitForTimeout(6_000);
  await shot("cerfa", { of: [dialog(page)], height: 620 });
  await page.getByRole("button", { name: "Fermer" }).first().click();
  await tab(page, "Historique").click();
  await shot("historique", { of: [page.getByRole("tablist"), main(page)], height: 560 });
  await tab(page, "Vie de l’étudiant").click();
  await page.getByRole("button", { name: "Ajouter une entrée" }).click();
  await dialog(page).getByRole("combobox", { name: "Rubrique" }).click();
  await page.getByRole("option", { name: "Visite en entreprise" }).click();
  await dialog(page).getByLabel("Titre").fill("Visite de l’entreprise");
  await dialog(page)
    .getByLabel("Notes")
    .fill("Maître d’apprentissage présent. Missions conformes au contrat.");
  await shot("vie-entree", { of: [dialog(page)], margin: 10 });
  await page.keyboard.press("Escape");
  await go("/dossiers?etats=saisie&complet=oui");
  await go("/dossiers?etats=valide");
  await page.getByLabel("Choisir tous les dossiers affichés").check();
  await page.getByRole("button", { name: "Préparer les liasses" }).click();
  await dialog(page).getByText("Pourquoi pas encore").waitFor();
  await shot("liasses", { of: [dialog(page)], margin: 10 });
  await page.keyboard.press("Escape");
};

const takeControls = async ({ page, shot, open }: Desk): Promise<void> => {
  const toConfirm = card(page, "À confirmer avec un motif");
  await open("etats=saisie", "controles", () => toConfirm);
  const ready = card(page, "Prêt pour le dépôt");
  await ready.evaluate((section) => section.scrollIntoView({ block: "start" }));
  await page.evaluate(() => globalThis.scrollBy(0, -104));
  await shot("controles", { of: [ready, toConfirm], height: 640 });
};

const takeFormations = async ({ page, go, shot }: Desk): Promise<void> => {
  await go("/formations");
  await shot("formations", { of: [main(page)], height: 520 });
  await page.getByRole("button", { name: /^Inviter des alternants en BUT Techniques/ }).click();
  const list = dialog(page).getByLabel("Adresses de courriel");
  await list.fill(
    "Inès CARBONE <ines.carbone@etu-mediterranee.example>\nVIDAL;Noé;noe.vidal@etu-mediterranee.example\nlila.roux@etu-mediterranee",
  );
  await shot("inviter", { of: [dialog(page)], margin: 10 });
  await dialog(page)
    .getByRole("button", { name: /^Inviter/ })
    .click();
  await dialog(page).getByText("mises à l’envoi").waitFor();
  await shot("inviter-resultat", { of: [dialog(page)], margin: 10 });
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^BUT Techniques/ }).click();
  await page.getByRole("heading", { name: "Diplôme" }).waitFor();
  for (const [name, image] of [
    ["Diplôme", "formation-diplome"],
    ["Codes d’accès et variantes", "formation-codes"],
    ["Gestion et économie", "formation-gestion"],
    ["Calendrier d’alternance", "formation-calendrier"],
  ] as const) {
    await card(page, name).evaluate((section) => section.scrollIntoView({ block: "start" }));
    await page.evaluate(() => globalThis.scrollBy(0, -110));
    await shot(image, { of: [card(page, name)], height: name === "Calendrier d’alternance" ? 330 : 560 });
  }
};

const takeSettings = async ({ page, go, shot }: Desk): Promise<void> => {
  for (const part of ["cfa", "delais", "portail", "smic", "donnees", "journal"]) {
    await go(`/reglages/${part}`);
    if (part === "portail") {
      await page.getByLabel("Adresse publique").fill("https://cactus.cfa-calanques.example");
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await page.getByText("Le portail est réglé").waitFor();
    }
    await shot(`reglages-${part}`, { of: [main(page)], height: part === "journal" ? 480 : 640 });
  }
  await go("/reglages/comptes");
  await page.getByRole("button", { name: "Créer un compte" }).click();
  await dialog(page).getByLabel("Prénom et nom").fill("Élodie Fournier");
  await dialog(page).getByLabel("Courriel").fill("elodie.fournier@cfa-calanques.example");
  await dialog(page).getByRole("combobox", { name: "Rôle" }).click();
  await page.getByRole("option", { name: "Secrétaire de formation" }).click();
  await shot("creer-un-compte", { of: [dialog(page)], margin: 10 });
  await dialog(page).getByRole("button", { name: "Créer et afficher le mot de passe" }).click();
  await page.getByRole("button", { name: "C’est noté" }).waitFor();
  // Another one each time: what is shown is always the same.
  await page.locator("main code").evaluate((code) => {
    code.textContent = "vapeur-lilas-39-cabane";
  });
  await shot("mot-de-passe-genere", {
    of: [page.getByRole("status").filter({ hasText: "Mot de passe de" })],
  });
};

/** A server that refuses every recipient: what a wrong address comes back with. */
const refusingServer = async (): Promise<{ port: number; close: () => Promise<void> }> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) =>
      done(Object.assign(new Error("mailbox unavailable"), { responseCode: 550 })),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const takeMails = async ({ page, go, shot }: Desk): Promise<void> => {
  await go("/courriels");
  await shot("courriels", { of: [main(page)], height: 560 });
  const server = await refusingServer();
  try {
    await go("/reglages/courriel");
    await page.getByRole("textbox", { name: "Port", exact: true }).fill(String(server.port));
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText("Le serveur d’envoi est enregistré.").waitFor();
    await go("/formations");
    await page.getByRole("button", { name: /^Inviter des alternants en Master Marketing/ }).click();
    await dialog(page)
      .getByLabel("Adresses de courriel")
      .fill("DUMAS;Jade;jade.dumas@etu-mediteranee.example");
    await dialog(page)
      .getByRole("button", { name: /^Inviter/ })
      .click();
    await dialog(page).getByText("mise à l’envoi").waitFor();
    await page.keyboard.press("Escape");
    await go("/courriels?statuts=failed");
    await page.getByText("En échec", { exact: true }).waitFor({ timeout: 60_000 });
    await shot("courriel-echec", { of: [main(page)], height: 420 });
  } finally {
    await server.close();
  }
};

/** Two people in one field: a second window of another account writes first. */
const takeConflict = async ({ page, context, url, shot, open }: Desk): Promise<void> => {
  const phone = (target: Page) => target.getByRole("textbox", { name: /^Téléphone/ }).first();
  await open("etats=saisie&complet=oui", "alternant", () => phone(page));
  await phone(page).scrollIntoViewIfNeeded();
  const other = await context.newPage();
  await enterAs(other, url, "Conseiller");
  await other.evaluate((to) => {
    window.location.hash = to;
  }, new URL(page.url()).hash);
  await phone(other).fill("06 12 34 56 78");
  await other.keyboard.press("Tab");
  await other.getByText("Enregistré", { exact: true }).waitFor();
  await other.close();
  await page.bringToFront();
  await phone(page).fill("07 98 76 54 32");
  await page.keyboard.press("Tab");
  await dialog(page).getByText("Garder la mienne").waitFor();
  await shot("conflit", { of: [dialog(page)], margin: 10 });
  await dialog(page).getByRole("button", { name: "Prendre l’autre" }).click();
};

/** Saisie simple: the card that waits for the CERFA drawn up elsewhere. */
const takeReceived = async ({ page, shot, open }: Desk): Promise<void> => {
  const received = card(page, "CERFA établi hors de Cactus");
  await open("etats=saisie&complet=oui", "base");
  await page.getByRole("radio", { name: "Saisie simple" }).check();
  await page.getByText("Enregistré", { exact: true }).waitFor();
  await tab(page, "Suivi").click();
  await shot("cerfa-joint", { of: [received] });
};

/** The help shows the images that were built with it: those of the time before. */
const takeHelp = async ({ page, shot, open }: Desk): Promise<void> => {
  await open("etats=demande", "suivi");
  await page.keyboard.press("F1");
  await page.getByRole("heading", { name: "Suivre un dossier : l’onglet Suivi – Info" }).waitFor();
  await shot("aide");
  await page.keyboard.press("Escape");
};

const takePortal = async ({ page, shot, portalUrl }: Desk): Promise<void> => {
  await page.goto(portalUrl as string);
  await page.getByRole("heading", { name: "Se connecter" }).waitFor();
  await shot("portail-accueil", { of: [page.locator("main > div")] });
};

const takes = {
  tableau: takeDashboard,
  saisie: takeEntry,
  validation: takeReview,
  documents: takeDocuments,
  controles: takeControls,
  formations: takeFormations,
  reglages: takeSettings,
  conflit: takeConflict,
  cerfa: takeReceived,
  aide: takeHelp,
  courriels: takeMails,
  portail: takePortal,
} as const;
export const deskParts = Object.keys(takes) as readonly (keyof typeof takes)[];

/** A working day on the demonstration; what could not be taken does not stop the rest, and is said at the end. */
export const takeDesk = async (
  folder: string,
  time: string,
  parts: readonly (keyof typeof takes)[],
): Promise<void> => {
  const stage = await openStage({ demo: true, time });
  const { page, url, go } = stage;
  const desk: Desk = {
    ...stage,
    shot: cameraOf(page, folder),
    open: async (query, onglet, where) => {
      for (let row = 1; row < 20; row += 1) {
        await go(`/dossiers?${query}&tri=reference`);
        await page.getByRole("row").nth(row).getByRole("link").first().click();
        await tab(page, "Données de base").waitFor();
        await go(`${new URL(page.url()).hash.slice(1).split("?")[0]}?onglet=${onglet}`);
        await page.waitForTimeout(800);
        if (!where || (await where().count()) > 0) return;
      }
      throw new Error(`no dossier of « ${query} » shows what is to be seen in « ${onglet} »`);
    },
  };
  const failures: unknown[] = [];
  try {
    await page.goto(url);
    page.setDefaultTimeout(60_000);
    await enterAs(page, url, "Administrateur");
    for (const part of parts) await takes[part](desk).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, "some images were not taken");
  } finally {
    await stage.close();
  }
};
