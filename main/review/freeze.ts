import type { Dossier, Tx } from "../../db/ports.ts";
import type { Actor, Deps } from "../deps.ts";
import { announce } from "../dossier/announce.ts";
import { auditBy, fieldLabel } from "../dossier/change.ts";
import { liveForm } from "../dossier/form.ts";
import { judgeIn } from "../dossier/judge.ts";
import type { Loaded } from "../dossier/load.ts";
import { impossible, incomplet } from "../errors.ts";

/**
 * G20 « figera les informations : aucune possibilité de modification » — the data are judged one last time, copied
 * into an immutable snapshot, and the parties are told (G18). Runs inside the caller’s transaction.
 */
export const freeze = async (deps: Deps, tx: Tx, actor: Actor, loaded: Loaded): Promise<Dossier> => {
  const { dossier, formation } = loaded;
  await assertSound(deps, tx, loaded);
  const cfa = await tx.reglages.cfa();
  if (!cfa) throw impossible("Renseignez d’abord le CFA dans Réglages\u00a0: il figure sur le CERFA.");
  const { dossier: frozen } = await tx.dossiers.freeze(
    dossier,
    {
      contrat: dossier.contrat,
      niveauSaisie: dossier.niveauSaisie,
      mission: formation.mission,
      cfa,
      formation,
      ...(dossier.varianteId ? { varianteId: dossier.varianteId } : {}),
    },
    actor.nom,
    liveForm(dossier.data, deps.now()),
  );
  await tx.audit.record(
    auditBy(actor, {
      action: "dossier.fige",
      dossierId: dossier.id,
      phrase: "a validé le dossier\u00a0: les données sont figées",
    }),
  );
  await announce(tx, "dossierValide", { dossier: frozen, formation, cfa });
  return frozen;
};

/** Complete and free of blocking findings, judged now and not as stored. */
export const assertSound = async (deps: Deps, tx: Tx, { dossier, formation }: Loaded): Promise<void> => {
  const judgement = await judgeIn(tx, deps.now(), {
    data: dossier.data,
    formation,
    form: liveForm(dossier.data, deps.now()),
    exceptId: dossier.id,
  });
  const missing = judgement.completude.onglets.flatMap((tab) => [
    ...tab.manquants.map((champ) => ({ champ, message: fieldLabel(champ, dossier.contrat) })),
    ...tab.invalides,
  ]);
  if (!judgement.completude.complet)
    throw incomplet(
      "Le dossier n’est pas complet\u00a0: remplissez les champs qui manquent, onglet par onglet.",
      missing,
    );
  const blocking = judgement.constats.filter((finding) => finding.gravite === "bloquant");
  if (blocking.length > 0)
    throw incomplet(
      `Des contrôles bloquants restent à corriger\u00a0: ${blocking.map((finding) => finding.message).join(" ")}`,
      blocking.map((finding) => ({ champ: finding.champs[0] ?? "", message: finding.message })),
    );
};
