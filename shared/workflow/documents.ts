import { daysBetween, todayInParis } from "../dossier/calendar.ts";
import type { DossierFacts } from "./facts.ts";
import type { DocumentType } from "./states.ts";
import { documentTypes } from "./states.ts";

/** Whose move it is: said on every absent document and on the status sentence. */
export const acteurs = ["alternant et entreprise", "la formation", "le CFA", "personne"] as const;
export type Acteur = (typeof acteurs)[number];

export interface DocumentStatus {
  readonly type: DocumentType;
  readonly disponible: boolean;
  /** Why not, in French, without the « depuis »; absent when available. */
  readonly raison?: string;
  readonly tourDe?: Acteur;
  /** ISO instant since when it waits, when known. */
  readonly depuis?: string;
}

const wait = (type: DocumentType, raison: string, tourDe: Acteur, depuis?: string): DocumentStatus => ({
  type,
  disponible: false,
  raison,
  tourDe,
  ...(depuis ? { depuis } : {}),
});

const untilValidated = (type: DocumentType, f: DossierFacts): DocumentStatus => {
  if (f.etat === "abandonne") return wait(type, "dossier abandonné", "personne", f.etatDepuis);
  if (f.etat === "demande")
    return wait(type, "dossier à valider par la formation", "la formation", f.etatDepuis);
  return wait(
    type,
    f.complet ? "validation à demander" : "dossier à compléter puis à faire valider",
    "alternant et entreprise",
    f.etatDepuis,
  );
};

/** G21–G24: which of the four documents is available, and why the others are not. */
const statusOf: Readonly<Record<DocumentType, (f: DossierFacts) => DocumentStatus>> = {
  cerfa: (f) => {
    if (f.etat !== "valide") return untilValidated("cerfa", f);
    if (f.datesProvisoires)
      return wait(
        "cerfa",
        "dates du contrat provisoires, à confirmer",
        "alternant et entreprise",
        f.etatDepuis,
      );
    if (f.niveauSaisie === "simple" && !f.cerfaJoint)
      return wait(
        "cerfa",
        "CERFA établi hors de Cactus, à joindre au dossier",
        "alternant et entreprise",
        f.etatDepuis,
      );
    return { type: "cerfa", disponible: true };
  },
  convention: (f) => {
    if (f.etat !== "valide") return untilValidated("convention", f);
    if (f.datesProvisoires)
      return wait(
        "convention",
        "dates du contrat provisoires, à confirmer",
        "alternant et entreprise",
        f.etatDepuis,
      );
    if (f.economie === "a_saisir")
      return wait(
        "convention",
        "éléments économiques à saisir et à valider par le CFA",
        "le CFA",
        f.economieDepuis,
      );
    if (f.economie === "a_valider")
      return wait("convention", "éléments économiques à valider par le CFA", "le CFA", f.economieDepuis);
    return { type: "convention", disponible: true };
  },
  calendrier: (f) =>
    f.calendrier
      ? { type: "calendrier", disponible: true }
      : wait(
          "calendrier",
          "la formation ne l’a pas fourni\u00a0: informez-en votre conseiller ou conseillère au CFA",
          "la formation",
        ),
  programme: (f) =>
    f.programme
      ? { type: "programme", disponible: true }
      : wait(
          "programme",
          "la formation ne l’a pas fourni\u00a0: informez-en votre conseiller ou conseillère au CFA",
          "la formation",
        ),
};

/** Whom the reason speaks to: the portal’s people ask the CFA (G23), the CFA does it itself. */
export type Lecteur = "portail" | "cfa";
const forTheCfa: Readonly<Partial<Record<DocumentType, string>>> = {
  calendrier: "la formation ne l’a pas fourni\u00a0: ajoutez-le dans sa fiche (Formations)",
  programme: "la formation ne l’a pas fourni\u00a0: ajoutez-le dans sa fiche (Formations)",
};

export const documentStatus = (
  type: DocumentType,
  facts: DossierFacts,
  lecteur: Lecteur = "cfa",
): DocumentStatus => {
  const status = statusOf[type](facts);
  const raison = lecteur === "cfa" && !status.disponible ? forTheCfa[type] : undefined;
  return raison ? { ...status, raison } : status;
};
export const documentsOf = (facts: DossierFacts, lecteur: Lecteur = "cfa"): readonly DocumentStatus[] =>
  documentTypes.map((type) => documentStatus(type, facts, lecteur));

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
      const convention = documentStatus("convention", f);
      if (f.economie !== "validee")
        return {
          phrase: "Le CFA doit valider les éléments économiques.",
          tourDe: "le CFA",
          depuis: f.economieDepuis,
        };
      if (!convention.disponible)
        return {
          phrase: "La convention attend la confirmation des dates.",
          tourDe: "alternant et entreprise",
          depuis: f.etatDepuis,
        };
      const missing = documentsOf(f)
        .filter((d) => !d.disponible)
        .map((d) => d.type);
      if (missing.includes("cerfa"))
        return {
          phrase: "Le CERFA établi hors de Cactus est à joindre.",
          tourDe: "alternant et entreprise",
          depuis: f.etatDepuis,
        };
      if (missing.length > 0)
        return {
          phrase: `La formation doit fournir ${missing.map((type) => `le ${type}`).join(" et ")}.`,
          tourDe: "la formation",
        };
      return { phrase: "Les quatre documents sont disponibles.", tourDe: "personne" };
    }
  }
};
