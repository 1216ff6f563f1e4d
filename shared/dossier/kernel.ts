/**
 * The words of the dossier schema: what a field, a kind, a condition are. No field is declared here
 * (see `fields/`), and nothing here knows a screen, a table or a PDF.
 */
import type { FormVersion } from "./forms/index.ts";

export const contrats = ["apprentissage", "professionnalisation"] as const;
export type Contrat = (typeof contrats)[number];

/** G11: « complète » by default; « simple » when the CERFA was already drawn up outside Cactus. */
export const niveauxSaisie = ["complete", "simple"] as const;
export type NiveauSaisie = (typeof niveauxSaisie)[number];

/** G14: the formation decides whether the mission tab exists and whether it must be filled. */
export const modesMission = ["masquee", "facultative", "obligatoire"] as const;
export type ModeMission = (typeof modesMission)[number];

/** The entry tabs (saisie), in the guide's order. Suivi – Info and Vie de l’étudiant hold no field (G16). */
export const onglets = ["base", "alternant", "employeur", "contrat", "mission"] as const;
export type Onglet = (typeof onglets)[number];

export const ongletLabels: Readonly<Record<Onglet | "suivi" | "vie", string>> = {
  base: "Données de base",
  alternant: "L’alternant",
  employeur: "L’employeur",
  contrat: "Les données du contrat",
  mission: "La mission",
  suivi: "Suivi – Info",
  vie: "Vie de l’étudiant",
};

/** Who knows the value: shown on screen (« votre entreprise vous le donnera »), and decides portal rights. */
export type KnownBy = "alternant" | "entreprise" | "cfa" | "depot";

/** Version of an official form: see `forms/`. */
export type { FormVersion };

/** A value as stored: dates `YYYY-MM-DD`, amounts in integer cents, oui/non as "oui" | "non", ticks as true. */
export type Value = string | number | boolean;
/** The entered data of a dossier, flat, by field id. An absent key is an empty field; "" is never stored. */
export type DossierData = Readonly<Partial<Record<string, Value>>>;

/** What a condition or a completeness question may look at. */
export interface DossierContext {
  readonly data: DossierData;
  readonly mission: ModeMission;
  /** The form version the dossier is read by: boxes, codes, names and obligations follow it. */
  readonly form: FormVersion;
}

/** A condition always carries the French words that explain it (« si RQTH = non »). */
export interface Condition {
  readonly libelle: string;
  readonly test: (ctx: DossierContext) => boolean;
}

export const always: Condition = { libelle: "toujours", test: () => true };
export const never: Condition = { libelle: "facultatif", test: () => false };
/** `when("si RQTH = non", (d) => d.apprentiRqth === "non")` */
export const when = (
  libelle: string,
  test: (data: DossierData, ctx: DossierContext) => boolean,
): Condition => ({
  libelle,
  test: (ctx) => test(ctx.data, ctx),
});

export type Kind =
  | {
      readonly type: "text";
      readonly max: number;
      readonly multiline?: boolean;
      readonly suggestions?: string;
    }
  | { readonly type: "name" }
  | { readonly type: "date" }
  | { readonly type: "integer"; readonly min: number; readonly max: number; readonly unit?: string }
  /** An amount in cents; on the forms it fills two boxes, euros and centimes. */
  | { readonly type: "cents"; readonly unit?: string }
  /** A code of a nomenclature, chosen in a list. */
  | { readonly type: "code"; readonly nomenclature: string }
  /** A small exclusive choice (radio buttons), e.g. M / F, privé / public. */
  | { readonly type: "choice"; readonly nomenclature: string }
  | { readonly type: "yesNo" }
  | { readonly type: "check" }
  | {
      readonly type:
        | "siret"
        | "naf"
        | "idcc"
        | "uai"
        | "rncp"
        | "codeDiplome"
        | "nir"
        | "ine"
        | "postalCode"
        | "phone"
        | "email"
        | "numeroContrat"
        | "numeroDeclaration";
    };

/** Where a value goes on an official form: AcroForm field names as in `pdf/*.champs.json`. */
export type Box =
  | { readonly kind: "text"; readonly champ: string }
  | { readonly kind: "date"; readonly jour: string; readonly mois: string; readonly annee: string }
  | { readonly kind: "cents"; readonly euros: string; readonly centimes: string }
  | { readonly kind: "email"; readonly avant: string; readonly apres: string }
  /** One tick box per value: `{ oui: "Case 5", non: "Case 5_2" }`, `{ true: "Case 6" }`. */
  | { readonly kind: "ticks"; readonly cases: Readonly<Record<string, string>> };

export interface Field {
  readonly id: string;
  /** The official label of the form (colon removed), or ours for a field no form has. */
  readonly label: string;
  /** Label on the other contract when it differs (« NIR du salarié »). */
  readonly labels?: Partial<Record<Contrat, string>>;
  readonly kind: Kind;
  /** Home tab: where the field is counted. */
  readonly onglet: Onglet;
  /** Also shown, and counted, in Données de base (names, SIRET, dates: G12). Same single value. */
  readonly alsoInBase?: boolean;
  readonly section: string;
  readonly contrats: readonly Contrat[];
  readonly required: Condition;
  /** Hidden fields are neither drawn, nor required, nor printed. Default: always. */
  readonly shown: Condition;
  readonly knownBy: KnownBy;
  /** Masked on screen, encrypted at rest, kept out of logs, search, mails and URLs. */
  readonly sensitive?: boolean;
  /** A short help sentence in French, from the notice. */
  readonly help?: string;
  /** Article or notice page of the obligation. */
  readonly source?: string;
  /** Its box on the version current when the field was written; later ones inherit it. Read by `boxOf`. */
  readonly box?: Partial<Record<FormVersion, Box>>;
  /** The identifier(s) the form documents use when they differ from `id` (12434: `salarieNir`; cents: two parts). Read by `aliasOf`. */
  readonly alias?: Partial<
    Record<FormVersion, string | { readonly euros: string; readonly centimes: string }>
  >;
}
