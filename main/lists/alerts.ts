import { decodeCursor, encodeCursor } from "../../db/cursor.ts";
import type { Happened } from "../../db/ports.ts";
import type { Alerte } from "../../shared/api/staff/office.ts";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import type { Actor, Deps } from "../deps.ts";
import { queuesOf } from "./queues.ts";
import { scope } from "./read.ts";

const types: Readonly<Record<string, Alerte["type"]>> = {
  "dossier.demande": "demande",
  "courriel.echec": "courriel-echec",
  "courriel.incertain": "courriel-incertain",
};
const LIMITE = 100;

/** A request taken back, or already answered, is no news. */
const holds = ({ action, dossier }: Happened): boolean =>
  action !== "dossier.demande" || dossier?.etat === "demande";

const alertOf = ({ action, dossier }: Happened): Alerte => ({
  type: types[action] as Alerte["type"],
  ...(dossier
    ? {
        dossier: {
          id: dossier.id,
          reference: dossier.reference,
          nom: [dossier.prenom, dossier.nom].filter(Boolean).join(" ") || dossier.courriel,
          formation: dossier.code,
        },
      }
    : {}),
});

/**
 * What others did since the last question that this person may see, and how much waits for them. The history itself is
 * read: its numbers follow each other in the order of the commits, so that nothing is told twice and nothing is missed,
 * whatever the clocks of the workstations.
 */
export const readAlerts = (deps: Deps) => async (actor: Actor, curseur?: string) =>
  deps.store.read(async (tx) => {
    const last = await tx.audit.last();
    const apres = Number(decodeCursor(curseur)?.[0] ?? last);
    const happened =
      apres < last
        ? await tx.audit.since({
            apres,
            actions: Object.keys(types),
            limite: LIMITE,
            ...(actor.compteId ? { saufActeur: actor.compteId } : {}),
            ...(actor.formations.length > 0 ? { formationIds: actor.formations } : {}),
          })
        : [];
    let attente = 0;
    for (const { attend, filtre } of queuesOf(actor, todayInParis(deps.now())))
      if (actor.role !== "systeme" && attend?.[actor.role])
        attente += await tx.dossiers.count(scope(actor, filtre));
    return {
      // The rest of a full answer comes with the next question.
      curseur: encodeCursor(happened.length === LIMITE ? (happened.at(-1)?.numero ?? last) : last, ""),
      alertes: happened.filter(holds).map(alertOf),
      attente,
    };
  });
