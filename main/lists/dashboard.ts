import type { DossierFilter, DossierRang } from "../../db/ports.ts";
import type { Filtre } from "../../shared/api/staff/dossiers.ts";
import { desk, exporters, office, type Roles } from "../../shared/catalogues/roles.ts";
import { addDays, todayInParis } from "../../shared/dossier/calendar.ts";
import type { Actor, Deps } from "../deps.ts";
import { freshRows } from "../dossier/judgements.ts";
import { ligneOf, scope } from "./read.ts";

interface Queue {
  readonly cle: string;
  readonly titre: string;
  readonly filtre: Filtre;
  readonly pour: Roles;
}

/** What waits for whom; each queue opens as a filtered list. */
const queues = (today: string): readonly Queue[] => [
  {
    cle: "a-valider",
    titre: "Dossiers à valider",
    filtre: { etats: ["demande"] },
    pour: desk,
  },
  {
    cle: "economie",
    titre: "Éléments économiques à valider",
    filtre: { etats: ["valide"], economie: ["a_saisir", "a_valider"] },
    pour: office,
  },
  {
    cle: "prets",
    titre: "Prêts à exporter",
    filtre: { etats: ["valide"], economie: ["validee"] },
    pour: exporters,
  },
  {
    cle: "debut-proche",
    titre: "Contrats qui commencent sous 15 jours, non validés",
    filtre: { etats: ["invite", "saisie", "demande"], debutAvant: addDays(today, 15) },
    pour: desk,
  },
  {
    cle: "provisoires",
    titre: "Dates provisoires à confirmer",
    filtre: { etats: ["invite", "saisie", "demande"], datesProvisoires: true },
    pour: desk,
  },
  {
    cle: "complets",
    titre: "Complets, validation à demander",
    filtre: { etats: ["saisie"], complet: true },
    pour: desk,
  },
];

export const readDashboard = (deps: Deps) => async (actor: Actor) =>
  freshRows(deps, async (tx) => {
    const mine = queues(todayInParis(deps.now())).filter(
      (queue) => actor.role === "systeme" || queue.pour[actor.role],
    );
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
