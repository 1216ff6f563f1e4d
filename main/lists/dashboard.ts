import type { DossierFilter, DossierRang } from "../../db/ports.ts";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import type { Actor, Deps } from "../deps.ts";
import { freshRows } from "../dossier/judgements.ts";
import { queuesOf } from "./queues.ts";
import { ligneOf, scope } from "./read.ts";

export const readDashboard = (deps: Deps) => async (actor: Actor) =>
  freshRows(deps, async (tx) => {
    const mine = queuesOf(actor, todayInParis(deps.now()));
    const facettes = await tx.dossiers.facettes(scope(actor, {}));
    const files = [];
    const rows: DossierRang[] = [];
    for (const queue of mine) {
      const filter: DossierFilter = scope(actor, queue.filtre);
      const { lignes } = await tx.dossiers.list(filter, { tri: "modifieLe", sens: "asc", limite: 5 });
      rows.push(...lignes);
      files.push({
        cle: queue.cle,
        titre: queue.titre,
        filtre: queue.filtre,
        premiers: lignes.map(ligneOf),
        nombre:
          lignes.length < 5
            ? lignes.length
            : (facettes.dont(queue.filtre) ?? (await tx.dossiers.count(filter))),
      });
    }
    const formations = await tx.formations.list(actor.formations.length > 0 ? { ids: actor.formations } : {});
    const value = {
      files,
      etats: facettes.etats,
      economies: facettes.economies,
      courriels: await tx.outbox.counts(),
      formationsSansPiece: formations
        .filter((one) => one.calendrier.mode === "absent" || one.programme.mode === "absent")
        .map((one) => ({
          id: one.id,
          titre: one.titre,
          code: one.code,
          calendrier: one.calendrier.mode !== "absent",
          programme: one.programme.mode !== "absent",
        })),
    };
    return { rows, value };
  });
