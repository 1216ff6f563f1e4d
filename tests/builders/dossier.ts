import { validateTab } from "../../main/entry/validate-tab.ts";
import { writeFields } from "../../main/entry/write-fields.ts";
import { inviteAlternants } from "../../main/invitations/invite-alternants.ts";
import { readDossier } from "../../main/lists/read.ts";
import { enterEconomics, readEconomics, validateEconomics } from "../../main/review/economics.ts";
import { freezeDossier } from "../../main/review/freeze-dossier.ts";
import { requestValidation } from "../../main/review/request-validation.ts";
import type { DossierVue, Formation } from "../../shared/api/models.ts";
import type { Contrat, DossierData } from "../../shared/dossier/kernel.ts";
import { actor, type TestCore } from "./core.ts";
import { aCompleteApprentissage } from "./dossier-data.ts";

/** Steps of the main job, through the real use cases; each takes the dossier one state further. */
export const invited = async (
  core: TestCore,
  formation: Formation,
  courriel = "lea.arnaud-delmas@example.fr",
  contrat: Contrat = "apprentissage",
): Promise<DossierVue> => {
  const { invites, refus } = await inviteAlternants(core.deps)(actor(), {
    formationId: formation.id,
    contrat,
    lignes: courriel,
  });
  const first = invites[0];
  if (!first) throw new Error(`invitation refused: ${refus[0]?.raison}`);
  return readDossier(core.deps)(actor(), first.dossierId);
};

/** Writes these data as the screen would: only what differs, with what it showed before. */
export const typed = async (core: TestCore, dossier: DossierVue, data: DossierData) => {
  const changements = Object.entries(data)
    .filter(([champ, value]) => dossier.data[champ] !== value)
    .map(([champ, value]) => ({ champ, avant: dossier.data[champ] ?? null, apres: value ?? null }));
  return writeFields(core.deps)(actor(), dossier.id, changements);
};

export const filled = async (
  core: TestCore,
  formation: Formation,
  data: DossierData = aCompleteApprentissage(),
): Promise<DossierVue> => {
  const dossier = await invited(
    core,
    formation,
    String(data.apprentiCourriel),
    data.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage",
  );
  const { refus, conflits } = await typed(core, dossier, data);
  if (refus.length + conflits.length > 0) throw new Error(`refused: ${JSON.stringify([refus, conflits])}`);
  return validateTab(core.deps)(actor(), dossier.id, "base");
};

export const requested = async (
  core: TestCore,
  formation: Formation,
  data?: DossierData,
): Promise<DossierVue> => {
  const dossier = await filled(core, formation, data);
  return requestValidation(core.deps)(actor(), dossier.id, dossier.version);
};

export const frozen = async (
  core: TestCore,
  formation: Formation,
  data?: DossierData,
): Promise<DossierVue> => {
  const dossier = await requested(core, formation, data);
  return freezeDossier(core.deps)(actor(), dossier.id, dossier.version);
};

export const released = async (
  core: TestCore,
  formation: Formation,
  data?: DossierData,
): Promise<DossierVue> => {
  const dossier = await frozen(core, formation, data);
  const before = await readEconomics(core.deps)(actor(), dossier.id);
  if (!before.proposition) throw new Error("no economic proposal");
  const entered = await enterEconomics(core.deps)(
    actor(),
    dossier.id,
    before.economie.version,
    before.proposition,
  );
  await validateEconomics(core.deps)(actor(), dossier.id, entered.economie.version);
  return readDossier(core.deps)(actor(), dossier.id);
};
