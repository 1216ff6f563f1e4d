import type { DossierFilter } from "../../db/ports.ts";
import type { Filtre } from "../../shared/api/staff/dossiers.ts";
import { addDays, todayInParis } from "../../shared/dossier/calendar.ts";
import type { Role } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { scope } from "./read.ts";

interface Queue {
  readonly cle: string;
  readonly titre: string;
  readonly filtre: Filtre;
  readonly pour: readonly Role[];
}

/** What waits for whom; each queue opens as a filtered list. */
const queues = (today: string): readonly Queue[] => [
  {
    cle: "a-valider",
    titre: "Dossiers à valider",
    filtre: { etats: ["demande"] },
    pour: ["administrateur", "conseiller", "secretaire"],
  },
  {
    cle: "economie",
    titre: "Éléments économiques à valider",
    filtre: { etats: ["valide"], economie: ["a_saisir", "a_valider"] },
    pour: ["administrateur", "conseiller"],
  },
  {
    cle: "prets",
    titre: "Prêts à exporter",
    filtre: { etats: ["valide"], economie: ["validee"] },
    pour: ["administrateur", "conseiller", "exporteur"],
  },
  {
    cle: "debut-proche",
    titre: "Contrats qui commencent sous 15 jours, non validés",
    filtre: { etats: ["invite", "saisie", "demande"], debutAvant: addDays(today, 15) },
    pour: ["administrateur", "conseiller", "secretaire"],
  },
  {
    cle: "provisoires",
    titre: "Dates provisoires à confirmer",
    filtre: { etats: ["invite", "saisie", "demande"], datesProvisoires: true },
    pour: ["administrateur", "conseiller", "secretaire"],
  },
  {
    cle: "complets",
    titre: "Complets, validation à demander",
    filtre: { etats: ["saisie"], complet: true },
    pour: ["administrateur", "conseiller", "secretaire"],
  },
];

export const readDashboard = (deps: Deps) => async (actor: Actor) =>
  deps.store.read(async (tx) => {
    const mine = queues(todayInParis(deps.now())).filter(
      (queue) => actor.role === "systeme" || queue.pour.includes(actor.role),
    );
    const files = [];
    for (const queue of mine) {
      const filter: DossierFilter = scope(actor, queue.filtre);
      const { lignes } = await tx.dossiers.list(filter, { tri: "modifieLe", sens: "asc", limite: 5 });
      files.push({
        cle: queue.cle,
        titre: queue.titre,
        filtre: queue.filtre,
        premiers: [...lignes],
        nombre: lignes.length < 5 ? lignes.length : await tx.dossiers.count(filter),
      });
    }
    const facettes = await tx.dossiers.facettes(scope(actor, {}));
    const formations = await tx.formations.list(actor.formations.length > 0 ? { ids: actor.formations } : {});
    return {
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
  });
