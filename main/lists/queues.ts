import type { Filtre } from "../../shared/api/staff/dossiers.ts";
import { desk, exporters, exporteur, office, type Roles } from "../../shared/catalogues/roles.ts";
import { addDays } from "../../shared/dossier/calendar.ts";
import type { Actor } from "../deps.ts";

export interface Queue {
  readonly cle: string;
  readonly titre: string;
  readonly filtre: Filtre;
  readonly pour: Roles;
  /** Whose decision each of its dossiers waits for: the number on their icon. */
  readonly attend?: Roles;
}

/** What waits for whom; each queue opens as a filtered list. */
const queues = (today: string): readonly Queue[] => [
  {
    cle: "a-valider",
    titre: "Dossiers à valider",
    filtre: { etats: ["demande"] },
    pour: desk,
    attend: desk,
  },
  {
    cle: "economie",
    titre: "Éléments économiques à valider",
    filtre: { etats: ["valide"], economie: ["a_saisir", "a_valider"] },
    pour: office,
    attend: office,
  },
  {
    cle: "prets",
    titre: "Prêts à exporter",
    filtre: { etats: ["valide"], economie: ["validee"] },
    pour: exporters,
    attend: exporteur,
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

/** This person’s queues, in the order of their dashboard. */
export const queuesOf = (actor: Actor, today: string): readonly Queue[] =>
  queues(today).filter(({ pour }) => actor.role === "systeme" || pour[actor.role]);
