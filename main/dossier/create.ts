import type { Dossier, Tx } from "../../db/ports.ts";
import type { Formation } from "../../shared/api/models.ts";
import type { Contrat } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps } from "../deps.ts";
import { impossible, introuvable } from "../errors.ts";
import { auditBy } from "./change.ts";
import { liveForm } from "./form.ts";
import { judgeIn } from "./judge.ts";
import { initialData } from "./prefill.ts";

export interface NewDossier {
  readonly formation: Formation;
  readonly varianteId?: string;
  readonly contrat: Contrat;
  readonly courriel: string;
  readonly nom?: string;
  readonly prenom?: string;
  readonly origine: Dossier["origine"];
  readonly codeAcces?: string;
}

/** A dossier is born, by invitation (G1) or by access code (G5), with all that the CFA already knows filled in. */
export const createDossier = async (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  request: NewDossier,
): Promise<Dossier> => {
  const { formation, varianteId, contrat, courriel, nom, prenom, origine, codeAcces } = request;
  if (formation.archivee)
    throw impossible("Cette formation est archivée\u00a0: désarchivez-la pour y créer un dossier.");
  if (varianteId && !formation.variantes.some((variante) => variante.id === varianteId))
    throw introuvable("Variante");
  const cfa = await tx.reglages.cfa();
  if (!cfa) throw impossible("Renseignez d’abord le CFA dans Réglages.");
  const data = initialData(cfa, formation, varianteId, contrat, { courriel, nom, prenom });
  const judgement = await judgeIn(tx, deps.now(), { data, formation, form: liveForm(data, deps.now()) });
  const dossier = await tx.dossiers.create({
    formationId: formation.id,
    varianteId,
    contrat,
    niveauSaisie: "complete",
    data,
    completude: judgement.completude,
    bloquants: judgement.bloquants,
    datesProvisoires: false,
    courriel,
    origine,
    codeAcces,
  });
  await tx.audit.record(
    auditBy(actor, {
      action: "dossier.cree",
      dossierId: dossier.id,
      formationId: formation.id,
      phrase: origine === "code" ? `s’est inscrit avec le code ${codeAcces}` : "a créé le dossier",
    }),
  );
  return dossier;
};
