import { daysBetween, todayInParis } from "../dossier/calendar.ts";
import { type Acteur, attenteOf, documents, documentTypes, leDocument } from "./documents.ts";
import type { DossierFacts } from "./facts.ts";

/** « depuis aujourd’hui », « depuis hier », « depuis 6 jours »: days of the calendar, as people count them. */
export const depuisEnClair = (depuis: string, now: string): string => {
  const days = Math.max(0, daysBetween(todayInParis(new Date(depuis)), todayInParis(new Date(now))));
  return days === 0 ? "depuis aujourd’hui" : days === 1 ? "depuis hier" : `depuis ${days}\u00a0jours`;
};

export interface NextStep {
  readonly phrase: string;
  readonly tourDe: Acteur;
  readonly depuis?: string;
}

/** « le calendrier et le programme » */
const enumerate = (names: readonly string[]): string =>
  new Intl.ListFormat("fr", { type: "conjunction" }).format(names);
const inWords = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];

/** One sentence: where the dossier stands and whose move it is (« La formation doit valider. »). */
export const nextStep = (f: DossierFacts): NextStep => {
  switch (f.etat) {
    case "abandonne":
      return { phrase: "Le dossier est abandonné.", tourDe: "personne", depuis: f.etatDepuis };
    case "invite":
      return {
        phrase: "Les données de base sont à saisir et à valider.",
        tourDe: "alternant et entreprise",
        depuis: f.etatDepuis,
      };
    case "saisie":
      if (!f.complet)
        return {
          phrase: "Le dossier est à compléter.",
          tourDe: "alternant et entreprise",
          depuis: f.etatDepuis,
        };
      if (f.bloquants > 0)
        return {
          phrase: "Le dossier est rempli, mais des contrôles bloquants sont à corriger.",
          tourDe: "alternant et entreprise",
          depuis: f.etatDepuis,
        };
      if (f.datesProvisoires)
        return {
          phrase: "Les dates du contrat sont provisoires\u00a0: elles sont à confirmer.",
          tourDe: "alternant et entreprise",
          depuis: f.etatDepuis,
        };
      return {
        phrase: "Le dossier est complet\u00a0: la validation peut être demandée.",
        tourDe: "alternant et entreprise",
        depuis: f.etatDepuis,
      };
    case "demande":
      return { phrase: "La formation doit valider.", tourDe: "la formation", depuis: f.etatDepuis };
    case "valide": {
      if (f.economie !== "validee")
        return {
          phrase: "Le CFA doit valider les éléments économiques.",
          tourDe: "le CFA",
          depuis: f.economieDepuis,
        };
      const waiting = documentTypes.flatMap((type) => {
        const attente = attenteOf(type, f);
        return attente ? [{ type, attente }] : [];
      });
      const [own] = waiting.filter(({ type }) => documents[type].source === "dossier");
      if (own) {
        const { etape, tourDe, depuis } = own.attente;
        return { phrase: etape ?? `Un document manque\u00a0: ${leDocument(own.type)}.`, tourDe, depuis };
      }
      if (waiting.length > 0)
        return {
          phrase: `La formation doit fournir ${enumerate(waiting.map(({ type }) => leDocument(type)))}.`,
          tourDe: "la formation",
        };
      return {
        phrase: `Les ${inWords[documentTypes.length] ?? documentTypes.length} documents sont disponibles.`,
        tourDe: "personne",
      };
    }
  }
};
