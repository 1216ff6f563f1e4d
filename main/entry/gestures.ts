import type { DossierVue } from "../../shared/api/models.ts";
import { proposeRemuneration } from "../../shared/rules/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { applyData, auditBy, changesBetween } from "../dossier/change.ts";
import { liveForm } from "../dossier/form.ts";
import { judgeIn } from "../dossier/judge.ts";
import { assertAllowed, assertDesk, load } from "../dossier/load.ts";
import { currentSmic } from "../dossier/smic.ts";
import { viewOf } from "../dossier/view.ts";
import { conflit, impossible, interdit, introuvable, saisieInvalide } from "../errors.ts";
import { isPdf } from "../files.ts";

/** Fills the pay rows and the gross salary with the legal minimum (D6222-26 and following). */
export const proposePay =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const { dossier, formation, facts } = await load(tx, actor, id);
      assertAllowed(actor, "ecrire", facts);
      if (dossier.version !== seen) throw conflit(dossier.version);
      const form = liveForm(dossier.data, deps.now());
      const proposal = proposeRemuneration({ data: dossier.data, form }, await currentSmic(tx));
      if (Object.keys(proposal).length === 0)
        throw impossible(
          "Pour proposer la rémunération, renseignez la date de naissance, le début et la fin du contrat\u00a0; au-delà de quatre ans, saisissez-la vous-même.",
        );
      const kept = Object.fromEntries(
        Object.entries(dossier.data).filter(([champ]) => !/^remunerationA\dP\d/.test(champ)),
      );
      const data = { ...kept, ...proposal };
      const changements = changesBetween(dossier.data, data, form);
      if (changements.length === 0) return viewOf(deps, tx, actor, dossier);
      const after = await applyData(tx, deps.now(), { dossier, formation }, data);
      await tx.audit.record(
        auditBy(actor, {
          action: "dossier.remuneration",
          dossierId: id,
          phrase: "a repris la rémunération minimale proposée",
          changements,
        }),
      );
      return viewOf(deps, tx, actor, after);
    });

/** An alert passes with a reason, kept with who and when; a blocking finding never does. */
export const confirmAlert =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number, regle: string, motif: string): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const { dossier, formation } = await load(tx, actor, id);
      assertDesk(actor);
      if (dossier.version !== seen) throw conflit(dossier.version);
      if (dossier.etat === "valide")
        throw impossible("Le dossier est validé\u00a0: ses contrôles ne se confirment plus.");
      const { constats } = await judgeIn(tx, deps.now(), {
        data: dossier.data,
        formation,
        form: liveForm(dossier.data, deps.now()),
        exceptId: dossier.id,
      });
      const finding = constats.find((candidate) => candidate.regle === regle);
      if (!finding) throw introuvable("Contrôle");
      if (finding.gravite === "bloquant")
        throw impossible("Un contrôle bloquant ne se confirme pas\u00a0: corrigez la saisie.");
      const confirmations = {
        ...dossier.confirmations,
        [regle]: { motif, par: actor.nom, le: deps.now().toISOString() },
      };
      const after = await tx.dossiers.update(id, { confirmations }, dossier.version);
      await tx.audit.record(
        auditBy(actor, {
          action: "dossier.alerte-confirmee",
          dossierId: id,
          phrase: `a confirmé l’alerte ${regle}\u00a0: «\u00a0${motif}\u00a0»`,
        }),
      );
      return viewOf(deps, tx, actor, after);
    });

/** G11: the CERFA drawn up outside Cactus, attached in saisie simple; PDF only, checked by content. */
export const attachCerfa =
  (deps: Deps) =>
  async (
    actor: Actor,
    id: string,
    seen: number,
    file: { nom: string; contenu: Uint8Array },
  ): Promise<DossierVue> => {
    if (!isPdf(file.contenu))
      throw saisieInvalide([
        {
          champ: "fichier",
          message: "Ce fichier n’est pas un PDF lisible\u00a0: joignez le CERFA signé au format PDF.",
        },
      ]);
    return deps.store.write(async (tx) => {
      const { dossier, facts } = await load(tx, actor, id);
      assertAllowed(actor, "joindreCerfa", facts);
      if (dossier.version !== seen) throw conflit(dossier.version);
      const fichier = await tx.fichiers.add({
        nom: file.nom,
        type: "application/pdf",
        contenu: file.contenu,
        dossierId: id,
        par: actor.nom,
      });
      const after = await tx.dossiers.update(
        id,
        { cerfaExterne: { fichierId: fichier.id, nom: fichier.nom, le: fichier.creeLe } },
        dossier.version,
      );
      await tx.audit.record(
        auditBy(actor, {
          action: "dossier.cerfa-joint",
          dossierId: id,
          phrase: "a joint le CERFA établi hors de Cactus",
        }),
      );
      return viewOf(deps, tx, actor, after);
    });
  };

/** The clear NIR, only after the audit row is committed with it (no audit, no reveal). */
export const revealNir =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<{ nir: string }> =>
    deps.store.write(async (tx) => {
      const { dossier } = await load(tx, actor, id);
      if (actor.role === "exporteur" || actor.role === "entreprise" || actor.role === "formation")
        throw interdit();
      const frozen = dossier.etat === "valide" ? await tx.dossiers.instantane(id) : undefined;
      const nir = (frozen?.contenu.data ?? dossier.data).apprentiNir;
      if (typeof nir !== "string") throw introuvable("NIR");
      await tx.audit.record(
        auditBy(actor, { action: "dossier.nir-revele", dossierId: id, phrase: "a affiché le NIR" }),
      );
      return { nir };
    });
