import type { Dossier, Tx } from "../../db/ports.ts";
import type { Formation } from "../../shared/api/models.ts";
import { currentForm } from "../../shared/dossier/index.ts";
import type { Contrat } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps } from "../deps.ts";
import { impossible, introuvable, saisieInvalide } from "../errors.ts";
import { auditBy } from "./change.ts";
import { asStored, circumstances, contextOf, crossFacts, judge } from "./judge.ts";
import { initialData, tidyInvitee } from "./prefill.ts";

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
  const now = await circumstances(tx, deps.now());
  const form = currentForm(contrat, now.today);
  // A name nobody could mend later is mended by whoever invites or signs up.
  const { data: invitee, issues } = tidyInvitee({ courriel, nom, prenom }, form);
  if (issues.length > 0) throw saisieInvalide(issues);
  const data = initialData(cfa, formation, varianteId, contrat, invitee, form);
  const ctx = contextOf(data, formation, form);
  const judgement = judge(ctx, now, await crossFacts(tx, ctx));
  const dossier = await tx.dossiers.create({
    formationId: formation.id,
    varianteId,
    contrat,
    niveauSaisie: "complete",
    data,
    ...asStored(judgement),
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
