import { join } from "node:path";
import { createCore } from "../../main/app.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { findField, sectionsOf } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, Onglet, Value } from "../../shared/dossier/kernel.ts";
import { type Finding, findings, smicTable } from "../../shared/rules/index.ts";
import { withCfa } from "../builders/core.ts";
import { filled } from "../builders/dossier.ts";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../builders/dossier-data.ts";
import { formWith } from "../builders/forms.ts";
import { expect, type Page, startStaffApp, test } from "./app.ts";
import { fillField } from "./fill.ts";
import { breaks, withoutRow } from "./rule-breaks.ts";

const password = "trois mouettes sur le quai des Belges";
const mission = "facultative" as const;
const tabs: Readonly<Partial<Record<Onglet, string>>> = {
  base: "Données de base",
  alternant: "L’alternant",
  employeur: "L’employeur",
  contrat: "Les données du contrat",
  mission: "La mission",
};
const tab = (page: Page, name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) });
const shot = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.CACTUS_SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};

/** A CFA with its administrator and one complete dossier, made by the use cases. */
const prepare = async (folder: string, data: DossierData): Promise<string> => {
  const core = await createCore({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "cli",
    version: "test",
    keychain: createFileKeychain(folder),
    now: () => new Date("2026-08-20T09:00:00.000Z"),
  });
  const formation = await withCfa({ ...core, dataDir: folder, setNow: () => {} });
  const dossier = await filled({ ...core, dataDir: folder, setNow: () => {} }, formation, data);
  const motDePasse = await core.deps.passwords.hash(password);
  await core.deps.store.write((tx) =>
    tx.comptes.create({
      famille: "cfa",
      courriel: "agnes.morel@cfa.example.fr",
      nom: "Agnès Morel",
      role: "administrateur",
      formations: [],
      motDePasse,
      provisoire: false,
      actif: true,
    }),
  );
  await core.close();
  return dossier.reference;
};

const signIn = async (page: Page): Promise<void> => {
  await page.getByRole("textbox", { name: "Courriel" }).fill("agnes.morel@cfa.example.fr");
  await page
    .getByLabel(/^Mot de passe/)
    .first()
    .fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("heading", { name: "Tableau de bord" })).toBeVisible();
};

/** Types values where a person finds them: the tab, the section, the label. */
const typeIn = async (
  page: Page,
  contrat: Contrat,
  data: DossierData,
  ids: readonly string[],
): Promise<void> => {
  for (const id of ids) {
    const field = findField(id);
    if (!field) throw new Error(`no field ${id}`);
    const place = Object.keys(tabs)
      .flatMap((onglet) =>
        sectionsOf(onglet as Onglet, { data, mission, form: formWith(data) }).map((one) => ({
          onglet: onglet as Onglet,
          ...one,
        })),
      )
      .find(({ fields }) => fields.some((one) => one.id === id));
    if (!place) throw new Error(`${id} is not shown`);
    const wanted = tab(page, tabs[place.onglet] as string);
    if ((await wanted.getAttribute("aria-selected")) !== "true") await wanted.click();
    await fillField(page, place.section, field, data[id], contrat);
  }
  await expect(page.getByRole("status").getByText("Enregistré", { exact: true })).toBeVisible();
};

const judged = (data: DossierData): readonly Finding[] =>
  findings({ data, mission, form: formWith(data), today: "2026-08-20", smic: smicTable });

const journey = async (browserTab: Page, folder: string, complete: DossierData): Promise<void> => {
  const contrat = complete.contrat as Contrat;
  expect(withoutRow(contrat)).toEqual([]);
  const reference = await prepare(folder, complete);
  const app = await startStaffApp(folder);
  const page = await app.open(browserTab);
  await signIn(page);
  await page.getByRole("link", { name: "Dossiers" }).click();
  await page.getByText(reference).first().click();
  const panel = page.getByRole("region", { name: "À corriger avant de valider" });
  const request = page.getByRole("button", { name: "Demande de validation" });

  for (const [regle, overrides] of Object.entries(breaks[contrat]))
    await test.step(regle, async () => {
      const ids = Object.keys(overrides);
      const broken = { ...complete, ...overrides } as Record<string, Value>;
      const said = judged(broken).filter((one) => one.regle === regle && one.gravite === "bloquant");
      const message = said[0]?.message ?? `${regle} is broken by its row`;
      await typeIn(page, contrat, broken, ids);
      await tab(page, "Contrôles").click();
      await expect(panel.getByText(message, { exact: true }).first()).toBeVisible();
      // The answer that shows another field is mended last.
      const mended = { ...broken };
      for (const id of [...ids].reverse()) {
        if (complete[id] === undefined) delete mended[id];
        else mended[id] = complete[id];
        await typeIn(page, contrat, { ...broken, ...mended, [id]: complete[id] } as DossierData, [id]);
      }
      await tab(page, "Contrôles").click();
      await expect(page.getByText(message, { exact: true })).toHaveCount(0);
    });

  await test.step("a broken rule keeps validation from being asked, and says what to do", async () => {
    await typeIn(page, contrat, { ...complete, salaireBrutMensuel: 50_000 }, ["salaireBrutMensuel"]);
    await tab(page, "Contrôles").click();
    await shot(page, `controles-bloquant-${contrat}`);
    await tab(page, "Suivi – Info").click();
    await expect(request).toBeDisabled();
    await shot(page, `demande-refusee-${contrat}`);
  });

  await test.step("« pourquoi ? » shows the rule, its article and the values it used", async () => {
    await tab(page, tabs.contrat as string).click();
    await page.getByRole("textbox", { name: /^Salaire brut mensuel/ }).focus();
    await page.keyboard.press("F1");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/D6222-26|D6325-15|L6325-8|D6325-14/).first()).toBeVisible();
    await expect(dialog.getByText(/867,02/).first()).toBeVisible();
    await shot(page, `pourquoi-${contrat}`);
    await page.keyboard.press("Escape");
    await typeIn(page, contrat, complete, ["salaireBrutMensuel"]);
  });

  await test.step("the batch « Contrôler » finds nothing left to mend", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Dossiers" }).click();
    await page.getByRole("row").filter({ hasText: reference }).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Contrôler" }).click();
    await expect(page.getByRole("dialog").getByText(/1\s+dossier contrôlé/)).toBeVisible();
    await expect(page.getByRole("dialog").getByText(/0\s+bloqué/)).toBeVisible();
    await page.keyboard.press("Escape");
  });
  await app.stop();
};

test("every blocking rule of the contrat d’apprentissage, broken then mended", async ({ page, folder }) => {
  test.setTimeout(480_000);
  await journey(page, folder, aCompleteApprentissage());
});

test("every blocking rule of the contrat de professionnalisation, broken then mended", async ({
  page,
  folder,
}) => {
  test.setTimeout(480_000);
  await journey(page, folder, aCompleteProfessionnalisation());
});

test("a pay proposal in one gesture, an alert confirmed with a reason", async ({
  page: browserTab,
  folder,
}) => {
  test.setTimeout(480_000);
  const data = aCompleteApprentissage({
    remunerationA1P1Pourcentage: undefined,
    remunerationA2P1Pourcentage: undefined,
    salaireBrutMensuel: undefined,
    maitreNombreApprentis: 2,
  });
  const reference = await prepare(folder, data);
  const app = await startStaffApp(folder);
  const page = await app.open(browserTab);
  await signIn(page);
  await page.getByRole("link", { name: "Dossiers" }).click();
  await page.getByText(reference).first().click();
  await tab(page, tabs.contrat as string).click();
  await page.getByRole("button", { name: "Proposer la rémunération minimale" }).click();
  await expect(page.getByRole("textbox", { name: /^Salaire brut mensuel/ })).toHaveValue(/989,53/);
  await tab(page, "Contrôles").click();
  const alerts = page.getByRole("region", { name: "À confirmer avec un motif" });
  await alerts.getByRole("button", { name: "Confirmer avec un motif" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("L’un des deux apprentis redouble, vu avec l’entreprise.");
  await dialog.getByRole("button", { name: "Confirmer" }).click();
  await expect(alerts.getByText(/Confirmé par Agnès Morel/)).toBeVisible();
  await expect(alerts.getByText(/redouble, vu avec l’entreprise/)).toBeVisible();
  await app.stop();
});
