import { z } from "zod";
import { day, id, instant, line, optionalLine, version } from "./base.ts";

export const suiviDepot = z.object({
  deposeLe: day.optional(),
  deposant: z.enum(["employeur", "cfa"]).optional(),
  opco: optionalLine(),
  numeroInterne: optionalLine(60),
  completLe: day.optional(),
  decision: z.enum(["accord", "refus", "complement"]).optional(),
  decisionLe: day.optional(),
  motif: optionalLine(1000),
  numeroDepot: optionalLine(30),
  signatures: z
    .object({
      employeur: day.optional(),
      alternant: day.optional(),
      representantLegal: day.optional(),
      cfa: day.optional(),
    })
    .default({}),
});

export type SuiviDepot = z.infer<typeof suiviDepot>;

export const vieRubriques = [
  "probatoire",
  "entretien",
  "visite",
  "livret",
  "absence",
  "arret",
  "assiduite",
  "resultat",
  "conge-examen",
  "carte-etudiant",
  "droits-devoirs",
  "handicap",
  "mobilite",
  "difficulte",
  "mediateur",
  "aide",
  "avenant",
  "rupture",
  "note",
] as const;

export const vieRubriqueLabels: Readonly<Record<(typeof vieRubriques)[number], string>> = {
  probatoire: "Période probatoire",
  entretien: "Entretien",
  visite: "Visite en entreprise",
  livret: "Livret d’apprentissage",
  absence: "Absence",
  arret: "Arrêt ou accident",
  assiduite: "Assiduité",
  resultat: "Résultat",
  "conge-examen": "Congé d’examen",
  "carte-etudiant": "Carte d’étudiant des métiers",
  "droits-devoirs": "Droits et devoirs, santé-sécurité",
  handicap: "Handicap",
  mobilite: "Mobilité",
  difficulte: "Difficulté sociale",
  mediateur: "Médiateur",
  aide: "Aide",
  avenant: "Avenant",
  rupture: "Rupture",
  note: "Note",
};

/** partagee: seen by alternant and entreprise too; alternant: not by the company; cfa: staff and formation only. */
export const vieVisibilites = ["cfa", "alternant", "partagee"] as const;

export const vieEntreeSaisie = z.object({
  rubrique: z.enum(vieRubriques),
  du: day,
  au: day.optional(),
  titre: line().min(1),
  texte: optionalLine(5000),
  visibilite: z.enum(vieVisibilites),
  fait: z.boolean().default(true),
});

export const vieEntree = vieEntreeSaisie.extend({ id, auteur: z.string(), creeLe: instant, version });

export type VieEntree = z.infer<typeof vieEntree>;
