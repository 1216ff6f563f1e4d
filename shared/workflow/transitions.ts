import {
  alternant,
  anyOf,
  desk,
  head,
  office,
  parties,
  portal,
  type Role,
  type Roles,
} from "../catalogues/roles.ts";
import type { DossierFacts } from "./facts.ts";
import { type Etat, etatLabels, etats } from "./states.ts";

/**
 * THE table of what may be done to a dossier: from which states, by whom, under which conditions, and where it
 * leads. The server asserts it, the screens read it; nobody else decides.
 */
export const actions = [
  "ecrire",
  "validerBase",
  "confirmerDates",
  "joindreCerfa",
  "demander",
  "retirer",
  "valider",
  "retourner",
  "rouvrir",
  "saisirEconomie",
  "validerEconomie",
  "rouvrirEconomie",
  "inviter",
  "abandonner",
  "reprendre",
  "suivre",
  "confirmerAlerte",
  "revelerNir",
  "reinviterEntreprise",
] as const;
export type Action = (typeof actions)[number];

type Guard = (facts: DossierFacts) => string | undefined;

export interface Transition {
  readonly action: Action;
  readonly label: string;
  readonly from: readonly Etat[];
  readonly by: Roles;
  /** The state it leads to; absent when the state does not change. */
  readonly to?: Etat;
  /** Reasons, in French, why it cannot be done yet. */
  readonly guards: readonly Guard[];
}

const complet: Guard = (f) =>
  f.complet
    ? undefined
    : "Le dossier n’est pas complet\u00a0: remplissez les champs qui manquent, onglet par onglet.";
const sansBloquant: Guard = (f) =>
  f.bloquants === 0
    ? undefined
    : f.bloquants === 1
      ? "Un contrôle bloquant reste à corriger\u00a0: ouvrez «\u00a0Contrôles\u00a0»."
      : `${f.bloquants} contrôles bloquants restent à corriger\u00a0: ouvrez «\u00a0Contrôles\u00a0».`;
const datesConfirmees: Guard = (f) =>
  f.datesProvisoires
    ? "Les dates du contrat sont provisoires (reportées de la formation)\u00a0: corrigez-les ou confirmez-les."
    : undefined;
const baseValidee: Guard = (f) =>
  f.baseValidee ? undefined : "Validez d’abord l’onglet «\u00a0Données de base\u00a0».";
const enSimple: Guard = (f) =>
  f.niveauSaisie === "simple"
    ? undefined
    : "Le CERFA ne se joint qu’en saisie simple\u00a0: Cactus l’établit en saisie complète.";
const economieSaisie: Guard = (f) =>
  f.economie === "a_saisir"
    ? "Les éléments économiques ne sont pas saisis\u00a0: renseignez-les, année par année."
    : f.economie === "validee"
      ? "Les éléments économiques sont déjà validés."
      : undefined;
const economieValidee: Guard = (f) =>
  f.economie === "validee"
    ? undefined
    : "Les éléments économiques ne sont pas validés\u00a0: il n’y a rien à rouvrir.";
const economieOuverte: Guard = (f) =>
  f.economie === "validee"
    ? "Les éléments économiques sont validés\u00a0: rouvrez la revue pour les modifier."
    : undefined;

export const transitions: readonly Transition[] = [
  {
    action: "ecrire",
    label: "Modifier les données",
    from: ["invite", "saisie"],
    by: anyOf(desk, parties),
    guards: [],
  },
  /** While the formation is looking, only the desk may still correct; the parties take the request back first. */
  { action: "ecrire", label: "Modifier les données", from: ["demande"], by: desk, guards: [] },
  {
    action: "validerBase",
    label: "Valider les données de base",
    from: ["invite"],
    by: anyOf(desk, parties),
    to: "saisie",
    guards: [],
  },
  {
    action: "validerBase",
    label: "Valider les données de base",
    from: ["saisie"],
    by: anyOf(desk, parties),
    guards: [],
  },
  {
    action: "confirmerDates",
    label: "Confirmer les dates",
    from: ["invite", "saisie", "demande"],
    by: anyOf(desk, parties),
    guards: [],
  },
  {
    action: "joindreCerfa",
    label: "Joindre le CERFA signé",
    from: ["saisie", "demande", "valide"],
    by: anyOf(desk, parties),
    guards: [enSimple],
  },
  {
    action: "demander",
    label: "Demande de validation",
    from: ["saisie"],
    by: anyOf(desk, parties),
    to: "demande",
    guards: [baseValidee, complet, sansBloquant, datesConfirmees],
  },
  {
    action: "retirer",
    label: "Reprendre la saisie",
    from: ["demande"],
    by: anyOf(desk, parties),
    to: "saisie",
    guards: [],
  },
  {
    action: "valider",
    label: "Valider le dossier",
    from: ["demande"],
    by: anyOf(desk, head),
    to: "valide",
    guards: [complet, sansBloquant, datesConfirmees],
  },
  {
    action: "retourner",
    label: "Retourner le dossier",
    from: ["demande"],
    by: anyOf(desk, head),
    to: "saisie",
    guards: [],
  },
  { action: "rouvrir", label: "Rouvrir le dossier", from: ["valide"], by: office, to: "saisie", guards: [] },
  {
    action: "saisirEconomie",
    label: "Saisir les éléments économiques",
    from: ["invite", "saisie", "demande", "valide"],
    by: office,
    guards: [economieOuverte],
  },
  {
    action: "validerEconomie",
    label: "Valider les éléments économiques",
    from: ["valide"],
    by: office,
    guards: [economieSaisie],
  },
  {
    action: "rouvrirEconomie",
    label: "Rouvrir la revue économique",
    from: ["valide"],
    by: office,
    guards: [economieValidee],
  },
  {
    action: "inviter",
    label: "Inviter de nouveau",
    from: ["invite", "saisie", "demande", "valide"],
    by: desk,
    guards: [],
  },
  {
    action: "abandonner",
    label: "Abandonner le dossier",
    from: ["invite", "saisie", "demande"],
    by: desk,
    to: "abandonne",
    guards: [],
  },
  {
    action: "reprendre",
    label: "Reprendre le dossier",
    from: ["abandonne"],
    by: desk,
    to: "invite",
    guards: [],
  },
  {
    action: "suivre",
    label: "Suivre la vie du contrat",
    from: ["invite", "saisie", "demande", "valide"],
    by: desk,
    guards: [],
  },
  {
    action: "confirmerAlerte",
    label: "Confirmer une alerte",
    from: ["invite", "saisie", "demande"],
    by: desk,
    guards: [],
  },
  {
    action: "revelerNir",
    label: "Afficher le NIR",
    from: etats,
    by: anyOf(desk, alternant),
    guards: [],
  },
  {
    action: "reinviterEntreprise",
    label: "Renvoyer l’invitation de l’entreprise",
    from: ["invite", "saisie", "demande", "valide"],
    by: anyOf(desk, portal),
    guards: [],
  },
];

export type Decision =
  | { readonly ok: true; readonly to?: Etat }
  /** `role`: never for this person; `etat`: not in this state; `garde`: a condition is missing. */
  | { readonly ok: false; readonly cause: "role" | "etat" | "garde"; readonly raison: string };

/** Who may ever do this, whatever the state: what a door asks before the dossier is even read. */
export const rolesFor = (action: Action): Roles =>
  anyOf(...transitions.filter((row) => row.action === action).map((row) => row.by));

/** The one question screens and server ask. */
export const decide = (action: Action, role: Role, facts: DossierFacts): Decision => {
  const rows = transitions.filter((row) => row.action === action);
  const mine = rows.filter((row) => row.by[role]);
  if (mine.length === 0)
    return { ok: false, cause: "role", raison: "Votre rôle ne permet pas cette action." };
  const row = mine.find((candidate) => candidate.from.includes(facts.etat));
  if (!row) return { ok: false, cause: "etat", raison: refusal(action, facts.etat) };
  for (const guard of row.guards) {
    const raison = guard(facts);
    if (raison) return { ok: false, cause: "garde", raison };
  }
  return row.to ? { ok: true, to: row.to } : { ok: true };
};

/** G20, wherever it is said. */
export const phraseFige =
  "Le dossier est validé\u00a0: ses données sont figées, aucune modification n’est possible.";

const refusal = (action: Action, etat: Etat): string => {
  if (etat === "valide" && (action === "ecrire" || action === "validerBase" || action === "confirmerDates"))
    return phraseFige;
  if (etat === "demande" && action === "ecrire")
    return "La validation est demandée\u00a0: cliquez sur «\u00a0Reprendre la saisie\u00a0» pour modifier les données.";
  if (etat === "abandonne") return "Le dossier est abandonné\u00a0: reprenez-le d’abord.";
  if (action === "demander" && etat === "demande") return "La validation est déjà demandée.";
  if (action === "demander" && etat === "valide") return "Le dossier est déjà validé.";
  if (action === "validerEconomie" || action === "rouvrirEconomie")
    return "Les éléments économiques se valident après la validation du dossier par la formation.";
  if (action === "confirmerAlerte" && etat === "valide")
    return "Le dossier est validé\u00a0: ses contrôles ne se confirment plus.";
  return `Action impossible dans l’état «\u00a0${etatLabels[etat]}\u00a0».`;
};
