import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { announce } from "../dossier/announce.ts";
import { auditBy } from "../dossier/change.ts";
import { inviteFormationHead } from "../dossier/invite-head.ts";
import { assertAllowed, load, withFormation } from "../dossier/load.ts";
import { viewOf } from "../dossier/view.ts";
import { conflit } from "../errors.ts";
import { assertSound, freeze } from "./freeze.ts";

/**
 * G17 « Demande de validation ». By the formation: its head is told by mail (G18). Immediate: the request itself
 * validates, in the same transaction (G19).
 */
export const requestValidation =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> => {
    const view = await deps.store.write(async (tx) => {
      const loaded = await load(tx, actor, id);
      const { dossier, formation, facts } = loaded;
      assertAllowed(actor, "demander", facts);
      if (dossier.version !== seen) throw conflit(dossier.version);
      await assertSound(deps, tx, loaded);
      const asked = await tx.dossiers.update(id, { etat: "demande", retourLeve: true }, dossier.version);
      await tx.audit.record(
        auditBy(actor, { action: "dossier.demande", dossierId: id, phrase: "a demandé la validation" }),
      );
      if (formation.modeValidation === "immediate")
        return viewOf(deps, tx, actor, await freeze(deps, tx, actor, await withFormation(tx, asked)));
      const cfa = await tx.reglages.cfa();
      await announce(tx, "demandeValidation", { dossier: asked, formation, cfa });
      return viewOf(deps, tx, actor, asked);
    });
    // Her mail leads to the portal: she needs her access, given once (G7).
    if (view.etat === "demande") await inviteFormationHead(deps)(actor, view.formation.id);
    deps.mailDue();
    return view;
  };
