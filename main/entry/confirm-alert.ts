import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { impossible, introuvable } from "../errors.ts";

/** An alert passes with a reason, kept with who and when; a blocking finding never does. */
export const confirmAlert =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number, regle: string, motif: string): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("confirmerAlerte");
      opened.assertVersion(seen);
      const finding = opened.judgement.constats.find((candidate) => candidate.regle === regle);
      if (!finding) throw introuvable("Contrôle");
      if (finding.gravite === "bloquant")
        throw impossible("Un contrôle bloquant ne se confirme pas\u00a0: corrigez la saisie.");
      const after = await opened.move({
        confirmations: {
          ...opened.dossier.confirmations,
          [regle]: { motif, par: actor.nom, le: deps.now().toISOString() },
        },
      });
      await after.record(
        "dossier.alerte-confirmee",
        `a confirmé l’alerte ${regle}\u00a0: «\u00a0${motif}\u00a0»`,
      );
      return after.view();
    });
