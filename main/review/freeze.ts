import { isBlocking } from "../../shared/rules/index.ts";
import type { Tx } from "../deps.ts";
import { fieldLabel } from "../dossier/change.ts";
import type { OpenDossier } from "../dossier/open.ts";
import { impossible, incomplet } from "../errors.ts";

/**
 * G20 « figera les informations : aucune possibilité de modification » — sound as judged now, the data are copied into
 * an immutable snapshot with that judgement, and the parties are told (G18). Runs inside the caller’s transaction.
 */
export const freeze = async (tx: Tx, opened: OpenDossier): Promise<OpenDossier> => {
  assertSound(opened);
  const { dossier, formation } = opened;
  const cfa = await tx.reglages.cfa();
  if (!cfa) throw impossible("Renseignez d’abord le CFA dans Réglages\u00a0: il figure sur le CERFA.");
  const frozen = await opened.freeze({
    contrat: dossier.contrat,
    niveauSaisie: dossier.niveauSaisie,
    mission: formation.mission,
    cfa,
    formation,
    ...(dossier.varianteId ? { varianteId: dossier.varianteId } : {}),
  });
  await frozen.record("dossier.fige", "a validé le dossier\u00a0: les données sont figées");
  await frozen.say("dossierValide");
  return frozen;
};

/** Complete and free of blocking findings, by the judgement that holds now; names what is missing otherwise. */
export const assertSound = ({ judgement, dossier }: OpenDossier): void => {
  const missing = judgement.completude.onglets.flatMap((tab) => [
    ...tab.manquants.map((champ) => ({ champ, message: fieldLabel(champ, dossier.contrat) })),
    ...tab.invalides,
  ]);
  if (!judgement.completude.complet)
    throw incomplet(
      "Le dossier n’est pas complet\u00a0: remplissez les champs qui manquent, onglet par onglet.",
      missing,
    );
  const blocking = judgement.constats.filter(isBlocking);
  if (blocking.length > 0)
    throw incomplet(
      `Des contrôles bloquants restent à corriger\u00a0: ${blocking.map((finding) => finding.message).join(" ")}`,
      blocking.map((finding) => ({ champ: finding.champs[0] ?? "", message: finding.message })),
    );
};
