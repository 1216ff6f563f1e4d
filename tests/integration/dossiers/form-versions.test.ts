import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { documentInput } from "../../../main/documents/input.ts";
import { open } from "../../../main/dossier/open.ts";
import { explainField } from "../../../main/entry/explain.ts";
import { checkDossiers, readDossier } from "../../../main/lists/read.ts";
import { freezeDossier } from "../../../main/review/freeze-dossier.ts";
import { requestValidation } from "../../../main/review/request-validation.ts";
import { type DossierVue, dossierVue, type Formation } from "../../../shared/api/models.ts";
import { formValues } from "../../../templates/pdf/cerfa/values.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled, frozen, typed } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";

/** A new version of the form comes into force on 1 January 2027 (invented): the application lives through it. */
vi.mock("../../../shared/dossier/forms/index.ts", async (original) =>
  (await import("../../builders/form-10103-15/register.ts")).withOneMore(await original()),
);

let core: TestCore;
let formation: Formation;
beforeEach(async () => {
  core = await aCore();
  core.setNow("2026-08-20T08:00:00.000Z");
  formation = await withCfa(core);
});
afterEach(() => core.close());

const read = (dossier: DossierVue) => readDossier(core.deps)(actor(), dossier.id);
const missing = (dossier: DossierVue) => dossier.completude.onglets.flatMap(({ manquants }) => manquants);
const printed = async (id: string) =>
  core.deps.store.read(async (tx) => {
    const opened = await open(core.deps, tx, actor(), id);
    const cfa = await tx.reglages.cfa();
    if (!cfa) throw new Error("no CFA");
    return formValues(await documentInput(tx, opened, opened.frozen, cfa));
  });

it("keeps a frozen dossier under its version and takes the living ones to the new one", async () => {
  const old = await frozen(core, formation);
  const living = await filled(
    core,
    formation,
    aCompleteApprentissage({
      apprentiCourriel: "zoe@example.fr",
      apprentiNomNaissance: "Rossi",
      apprentiPrenom: "Zoé",
      apprentiNir: undefined,
      maitre1Nom: "Autre",
    }),
  );
  expect([old.form, living.form]).toEqual(["10103*14", "10103*14"]);
  expect(missing(living)).not.toContain("apprentiPassEducation");
  const refused = await typed(core, living, { typeContratOuAvenant: "39" });
  expect(refused.refus.map(({ champ }) => champ)).toEqual(["typeContratOuAvenant"]);
  const before = await printed(old.id);

  core.setNow("2027-01-04T08:00:00.000Z");
  const after = await read(living);
  expect(after.form).toBe("10103*15");
  expect(dossierVue.parse(after).form).toBe("10103*15");
  expect(missing(after)).toContain("apprentiPassEducation");
  const why = await explainField(core.deps)(actor(), living.id, "apprentiPassEducation");
  expect(why.obligation).toBe("Obligatoire.");
  const { dossier: written, refus } = await typed(core, after, {
    typeContratOuAvenant: "39",
    apprentiPassEducation: "AB12",
  });
  expect(refus).toEqual([]);
  expect(missing(written)).not.toContain("apprentiPassEducation");

  const kept = await read(old);
  expect(kept.form).toBe("10103*14");
  expect(kept.completude.complet).toBe(true);
  expect(missing(kept)).toEqual([]);
  expect(await printed(old.id)).toEqual(before);
  const [judged] = await checkDossiers(core.deps)(actor(), [old.id]);
  expect(judged?.complet).toBe(true);
  const unasked = await explainField(core.deps)(actor(), old.id, "apprentiPassEducation");
  expect(unasked.obligation).toMatch(/^Non demandé ici/);
});

it("freezes and prints under the new version from its day on", async () => {
  core.setNow("2027-02-01T08:00:00.000Z");
  const data = aCompleteApprentissage({ apprentiPassEducation: "AB12" });
  const complete = await filled(core, formation, data);
  expect(complete.completude.complet).toBe(true);
  const asked = await requestValidation(core.deps)(actor(), complete.id, complete.version);
  const done = await freezeDossier(core.deps)(actor(), asked.id, asked.version);
  expect(done.form).toBe("10103*15");
  expect((await printed(done.id)).get("Zone de texte 9_1")?.text).toBe("AB12");
});
