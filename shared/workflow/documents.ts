import { everybody, isStaff, type Role, type Roles } from "../catalogues/roles.ts";
import type { DossierFacts } from "./facts.ts";

/** Whose move it is: said on every absent document and on the status sentence. */
export const acteurs = ["alternant et entreprise", "la formation", "le CFA", "personne"] as const;
export type Acteur = (typeof acteurs)[number];

/** What a document waits for. */
export interface Attente {
  /** In French, without the « depuis »; the portal’s people ask the CFA (G23), the CFA does it itself. */
  readonly raison: string | { readonly portail: string; readonly cfa: string };
  readonly tourDe: Acteur;
  /** ISO instant since when, when known. */
  readonly depuis?: string;
  /** The same as the next step of a validated dossier, in a sentence. */
  readonly etape?: string;
}

/** Everything that is known of one document; its layout is in `templates/pdf/render.ts`. */
export interface DocumentEntry {
  /** On buttons, in lists and in file names. */
  readonly label: string;
  /** In a sentence, without its article. */
  readonly nom: string;
  readonly genre: "masculin" | "feminin";
  /** Drawn from the dossier, or a piece that the formation supplies, as a PDF or as data (G23). */
  readonly source: "dossier" | "formation";
  /** Drawn from the frozen snapshot alone: nothing before the validation (G21). */
  readonly fige: boolean;
  /** Dossiers whose document is made elsewhere and attached, not drawn (G11). */
  readonly joint?: (facts: Pick<DossierFacts, "niveauSaisie">) => boolean;
  /** Why not yet; a document that needs the snapshot is only asked once the dossier is validated. */
  readonly attente: (facts: DossierFacts) => Attente | undefined;
  /** Who may have it, among those who may open the dossier. */
  readonly pour: Roles;
}

const lesParties = "alternant et entreprise" satisfies Acteur;

const datesAConfirmer = (f: DossierFacts): Attente | undefined =>
  f.datesProvisoires
    ? {
        raison: "dates du contrat provisoires, à confirmer",
        tourDe: lesParties,
        depuis: f.etatDepuis,
        etape: "La convention attend la confirmation des dates.",
      }
    : undefined;

const aFournir: Attente = {
  raison: {
    portail: "la formation ne l’a pas fourni\u00a0: informez-en votre conseiller ou conseillère au CFA",
    cfa: "la formation ne l’a pas fourni\u00a0: ajoutez-le dans sa fiche (Formations)",
  },
  tourDe: "la formation",
};

/** THE documents, each one entry, in the order in which they are shown (G21–G24). */
export const documents = {
  cerfa: {
    label: "CERFA",
    nom: "CERFA",
    genre: "masculin",
    source: "dossier",
    fige: true,
    joint: (f) => f.niveauSaisie === "simple",
    attente: (f) =>
      datesAConfirmer(f) ??
      (f.niveauSaisie === "simple" && !f.cerfaJoint
        ? {
            raison: "CERFA établi hors de Cactus, à joindre au dossier",
            tourDe: lesParties,
            depuis: f.etatDepuis,
            etape: "Le CERFA établi hors de Cactus est à joindre.",
          }
        : undefined),
    pour: everybody,
  },
  convention: {
    label: "Convention",
    nom: "convention",
    genre: "feminin",
    source: "dossier",
    fige: true,
    attente: (f) => {
      const dates = datesAConfirmer(f);
      if (dates || f.economie === "validee") return dates;
      return {
        raison:
          f.economie === "a_saisir"
            ? "éléments économiques à saisir et à valider par le CFA"
            : "éléments économiques à valider par le CFA",
        tourDe: "le CFA",
        depuis: f.economieDepuis,
        etape: "Le CFA doit valider les éléments économiques.",
      };
    },
    pour: everybody,
  },
  calendrier: {
    label: "Calendrier",
    nom: "calendrier",
    genre: "masculin",
    source: "formation",
    fige: false,
    attente: (f) => (f.calendrier ? undefined : aFournir),
    pour: everybody,
  },
  programme: {
    label: "Programme",
    nom: "programme",
    genre: "masculin",
    source: "formation",
    fige: false,
    attente: (f) => (f.programme ? undefined : aFournir),
    pour: everybody,
  },
} as const satisfies Readonly<Record<string, DocumentEntry>>;

export type DocumentType = keyof typeof documents;
export const documentTypes = Object.keys(documents) as readonly DocumentType[];
export const documentEntry = (type: DocumentType): DocumentEntry => documents[type];
export const documentLabels = Object.fromEntries(
  documentTypes.map((type) => [type, documents[type].label]),
) as Readonly<Record<DocumentType, string>>;

/** What a formation supplies, as a PDF or as data. */
export type FormationPiece = {
  [T in DocumentType]: (typeof documents)[T]["source"] extends "formation" ? T : never;
}[DocumentType];
export const isFormationPiece = (type: DocumentType): type is FormationPiece =>
  documents[type].source === "formation";
export const formationPieces = documentTypes.filter(isFormationPiece);

/** « le programme », « la convention » */
export const leDocument = (type: DocumentType): string => {
  const { nom, genre } = documentEntry(type);
  if (/^[aàâeéèêiîoôuy]/i.test(nom)) return `l’${nom}`;
  return `${genre === "feminin" ? "la" : "le"} ${nom}`;
};
/** « absent », « absente » */
export const accorde = (type: DocumentType, adjectif: string): string =>
  documentEntry(type).genre === "feminin" ? `${adjectif}e` : adjectif;

export const attenteOf = (type: DocumentType, facts: DossierFacts): Attente | undefined => {
  const entry = documentEntry(type);
  return entry.fige && facts.etat !== "valide" ? untilValidated(facts) : entry.attente(facts);
};

const untilValidated = (f: DossierFacts): Attente => {
  const depuis = f.etatDepuis;
  if (f.etat === "abandonne") return { raison: "dossier abandonné", tourDe: "personne", depuis };
  if (f.etat === "demande")
    return { raison: "dossier à valider par la formation", tourDe: "la formation", depuis };
  return {
    raison: f.complet ? "validation à demander" : "dossier à compléter puis à faire valider",
    tourDe: lesParties,
    depuis,
  };
};

export interface DocumentStatus {
  readonly type: DocumentType;
  readonly disponible: boolean;
  /** Why not, in French, without the « depuis »; absent when available. */
  readonly raison?: string;
  readonly tourDe?: Acteur;
  /** ISO instant since when it waits, when known. */
  readonly depuis?: string;
}

/** Whom the reason speaks to, and whose documents they are: a role, or either side as a whole. */
export type Lecteur = Role | "systeme" | "cfa" | "portail";
const ofTheCfa = (lecteur: Lecteur): boolean =>
  lecteur === "cfa" || lecteur === "systeme" || (lecteur !== "portail" && isStaff(lecteur));
const mayHave = (type: DocumentType, lecteur: Lecteur): boolean =>
  lecteur === "cfa" || lecteur === "systeme" || lecteur === "portail" || documentEntry(type).pour[lecteur];

/** Whether this document is available to this reader, and why not. */
export const documentStatus = (
  type: DocumentType,
  facts: DossierFacts,
  lecteur: Lecteur = "cfa",
): DocumentStatus => {
  if (!mayHave(type, lecteur))
    return {
      type,
      disponible: false,
      raison: "document réservé à d’autres destinataires",
      tourDe: "personne",
    };
  const attente = attenteOf(type, facts);
  if (!attente) return { type, disponible: true };
  const { raison, tourDe, depuis } = attente;
  return {
    type,
    disponible: false,
    raison: typeof raison === "string" ? raison : raison[ofTheCfa(lecteur) ? "cfa" : "portail"],
    tourDe,
    ...(depuis ? { depuis } : {}),
  };
};

/** Those that this reader may have, in order. */
export const documentsOf = (facts: DossierFacts, lecteur: Lecteur = "cfa"): readonly DocumentStatus[] =>
  documentTypes.filter((type) => mayHave(type, lecteur)).map((type) => documentStatus(type, facts, lecteur));
