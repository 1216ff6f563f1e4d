import type { Dossier } from "../../db/ports.ts";
import type { Formation } from "../../shared/api/models.ts";
import type { DossierFacts } from "../../shared/workflow/index.ts";
import type { Judgement } from "./judge.ts";

/** What the workflow looks at: made here and nowhere else, from a judgement that holds. */
export const factsOf = (
  dossier: Dossier,
  formation: Formation,
  { completude, bloquants }: Pick<Judgement, "completude" | "bloquants">,
): DossierFacts => ({
  etat: dossier.etat,
  etatDepuis: dossier.etatDepuis,
  niveauSaisie: dossier.niveauSaisie,
  baseValidee: dossier.baseValidee,
  complet: completude.complet,
  bloquants,
  datesProvisoires: dossier.datesProvisoires,
  modeValidation: formation.modeValidation,
  economie: dossier.economie,
  economieDepuis: dossier.economieDepuis,
  cerfaJoint: dossier.cerfaExterne !== undefined,
  calendrier: formation.calendrier.mode !== "absent",
  programme: formation.programme.mode !== "absent",
});
