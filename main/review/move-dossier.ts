import type { DossierVue } from "../../shared/api/models.ts";
import type { Action } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";

type MoveAction = Extract<Action, "retirer" | "retourner" | "rouvrir" | "abandonner" | "reprendre">;
interface Move {
  readonly phrase: (motif: string) => string;
  /** The reason is kept on the dossier and told to those the mail goes to. */
  readonly retour?: "dossierRetourne" | "dossierRouvert";
}

const motive = (motif: string): string => (motif ? `\u00a0: «\u00a0${motif}\u00a0»` : "");

const moves: Readonly<Record<MoveAction, Move>> = {
  retirer: { phrase: () => "a repris la saisie (demande de validation retirée)" },
  retourner: { phrase: (motif) => `a retourné le dossier${motive(motif)}`, retour: "dossierRetourne" },
  rouvrir: { phrase: (motif) => `a rouvert le dossier validé${motive(motif)}`, retour: "dossierRouvert" },
  abandonner: { phrase: (motif) => `a abandonné le dossier${motive(motif)}` },
  reprendre: { phrase: () => "a repris le dossier abandonné" },
};

/** The moves that change a dossier’s state without touching its data; the transition table says where each leads. */
export const moveDossier =
  (deps: Deps) =>
  async (actor: Actor, action: MoveAction, id: string, seen: number, motif = ""): Promise<DossierVue> => {
    const view = await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      const to = opened.assert(action);
      opened.assertVersion(seen);
      const { dossier } = opened;
      const { phrase, retour } = moves[action];
      let current = opened;
      if (action === "rouvrir") {
        // The convention was drawn from these data: its economic review is open again too.
        if (dossier.economie === "validee")
          await tx.economies.reopen(id, (await tx.economies.get(id)).version);
        current = await opened.unfreeze();
      }
      // A dossier whose base was validated goes back to entry, not to the invitation.
      const etat = action === "reprendre" && dossier.baseValidee ? "saisie" : to;
      const after = await current.move({
        ...(current.dossier.etat === etat ? {} : { etat }),
        ...(retour ? { retour: { motif, par: actor.nom, le: deps.now().toISOString() } } : {}),
      });
      await after.record(`dossier.${action}`, phrase(motif));
      if (retour) await after.say(retour, { motif, par: actor.nom });
      return after.view();
    });
    deps.mailDue();
    return view;
  };
