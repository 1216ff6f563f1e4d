import type { DossierChange, Tx } from "../../db/ports.ts";
import type { DossierVue } from "../../shared/api/models.ts";
import { type Action, decide } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { announce } from "../dossier/announce.ts";
import { auditBy } from "../dossier/change.ts";
import { assertAllowed, type Loaded, load } from "../dossier/load.ts";
import { viewOf } from "../dossier/view.ts";
import { conflit, impossible } from "../errors.ts";

interface Move {
  readonly action: Extract<Action, "retirer" | "retourner" | "rouvrir" | "abandonner" | "reprendre">;
  readonly phrase: (motif: string) => string;
  readonly change?: (actor: Actor, motif: string, now: string) => DossierChange;
  readonly after?: (tx: Tx, loaded: Loaded, actor: Actor, motif: string) => Promise<void>;
}

const motive = (motif: string): string => (motif ? `\u00a0: «\u00a0${motif}\u00a0»` : "");

const moves: Readonly<Record<Move["action"], Move>> = {
  retirer: { action: "retirer", phrase: () => "a repris la saisie (demande de validation retirée)" },
  retourner: {
    action: "retourner",
    phrase: (motif) => `a retourné le dossier${motive(motif)}`,
    change: (actor, motif, now) => ({ retour: { motif, par: actor.nom, le: now } }),
    after: async (tx, loaded, actor, motif) =>
      announce(tx, "dossierRetourne", { ...loaded, cfa: await tx.reglages.cfa() }, { motif, par: actor.nom }),
  },
  rouvrir: {
    action: "rouvrir",
    phrase: (motif) => `a rouvert le dossier validé${motive(motif)}`,
    change: (actor, motif, now) => ({ retour: { motif, par: actor.nom, le: now } }),
    after: async (tx, loaded, actor, motif) =>
      announce(tx, "dossierRouvert", { ...loaded, cfa: await tx.reglages.cfa() }, { motif, par: actor.nom }),
  },
  abandonner: { action: "abandonner", phrase: (motif) => `a abandonné le dossier${motive(motif)}` },
  reprendre: { action: "reprendre", phrase: () => "a repris le dossier abandonné" },
};

/** The moves that change a dossier’s state without touching its data; the transition table says where each leads. */
export const moveDossier =
  (deps: Deps) =>
  async (actor: Actor, action: Move["action"], id: string, seen: number, motif = ""): Promise<DossierVue> => {
    const view = await deps.store.write(async (tx) => {
      const loaded = await load(tx, actor, id);
      const { dossier, facts } = loaded;
      assertAllowed(actor, action, facts);
      if (dossier.version !== seen) throw conflit(dossier.version);
      const target = actor.role === "systeme" ? undefined : decide(action, actor.role, facts);
      if (!target?.ok || !target.to) throw impossible("Action impossible dans cet état.");
      const move = moves[action];
      let current = dossier;
      if (action === "rouvrir") {
        // The convention was drawn from these data: its economic review is open again too.
        if (dossier.economie === "validee")
          await tx.economies.reopen(id, (await tx.economies.get(id)).version);
        const fresh = await tx.dossiers.byId(id);
        current = await tx.dossiers.unfreeze(id, fresh?.version ?? dossier.version);
      }
      // A dossier whose base was validated goes back to entry, not to the invitation.
      const etat = action === "reprendre" && dossier.baseValidee ? "saisie" : target.to;
      const after = await tx.dossiers.update(
        id,
        {
          ...(current.etat === etat ? {} : { etat }),
          ...move.change?.(actor, motif, deps.now().toISOString()),
        },
        current.version,
      );
      await tx.audit.record(
        auditBy(actor, { action: `dossier.${action}`, dossierId: id, phrase: move.phrase(motif) }),
      );
      await move.after?.(tx, { ...loaded, dossier: after }, actor, motif);
      return viewOf(deps, tx, actor, after);
    });
    deps.mailDue();
    return view;
  };
