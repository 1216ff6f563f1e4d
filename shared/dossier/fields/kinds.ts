/** The words a field declaration is written with: kinds, boxes, and the `field` helper. */
import {
  always,
  type Box,
  type Condition,
  type Contrat,
  type Field,
  type FormVersion,
  type Kind,
  type KnownBy,
  never,
  type Onglet,
} from "../kernel.ts";

export const text = (max: number, suggestions?: string): Kind => ({
  type: "text",
  max,
  ...(suggestions ? { suggestions } : {}),
});
export const paragraph = (max: number): Kind => ({ type: "text", max, multiline: true });
export const integer = (min: number, max: number, unit?: string): Kind => ({
  type: "integer",
  min,
  max,
  ...(unit ? { unit } : {}),
});
export const code = (nomenclature: string): Kind => ({ type: "code", nomenclature });
export const choice = (nomenclature: string): Kind => ({ type: "choice", nomenclature });
export const cents = (unit?: string): Kind => (unit ? { type: "cents", unit } : { type: "cents" });
export const name = (): Kind => ({ type: "name" });
export const date = (): Kind => ({ type: "date" });
export const yesNo = (): Kind => ({ type: "yesNo" });
export const check = (): Kind => ({ type: "check" });
export const siret = (): Kind => ({ type: "siret" });
export const naf = (): Kind => ({ type: "naf" });
export const idcc = (): Kind => ({ type: "idcc" });
export const uai = (): Kind => ({ type: "uai" });
export const rncp = (): Kind => ({ type: "rncp" });
export const codeDiplome = (): Kind => ({ type: "codeDiplome" });
export const nir = (): Kind => ({ type: "nir" });
export const ine = (): Kind => ({ type: "ine" });
export const postalCode = (): Kind => ({ type: "postalCode" });
export const phone = (): Kind => ({ type: "phone" });
export const email = (): Kind => ({ type: "email" });
export const numeroContrat = (): Kind => ({ type: "numeroContrat" });
export const numeroDeclaration = (): Kind => ({ type: "numeroDeclaration" });

// The AcroForm names of both forms, as pdf-lib reads them ("#C3#A0" is part of the name).
const textBox = (number: string): string => `Zone de texte ${number}`;
const tickBox = (number: string): string => `Case #C3#A0 cocher ${number}`;

export const zt = (number: string): Box => ({ kind: "text", champ: textBox(number) });
export const ztDate = (jour: string, mois: string, annee: string): Box => ({
  kind: "date",
  jour: textBox(jour),
  mois: textBox(mois),
  annee: textBox(annee),
});
export const ztCents = (euros: string, centimes: string): Box => ({
  kind: "cents",
  euros: textBox(euros),
  centimes: textBox(centimes),
});
/** 12434 prints an « @ » between two boxes. */
export const ztEmail = (avant: string, apres: string): Box => ({
  kind: "email",
  avant: textBox(avant),
  apres: textBox(apres),
});
export const cases = (numbers: Readonly<Record<string, string>>): Box => ({
  kind: "ticks",
  cases: Object.fromEntries(Object.entries(numbers).map(([value, number]) => [value, tickBox(number)])),
});

export const apprentissage: readonly Contrat[] = ["apprentissage"];
export const professionnalisation: readonly Contrat[] = ["professionnalisation"];
export const lesDeux: readonly Contrat[] = ["apprentissage", "professionnalisation"];

/** What one field says of itself; the rest comes from its section. */
export interface FieldOptions {
  readonly required?: Condition;
  readonly shown?: Condition;
  readonly contrats?: readonly Contrat[];
  readonly knownBy?: KnownBy;
  readonly alsoInBase?: boolean;
  readonly sensitive?: boolean;
  /** Label on the contrat de professionnalisation when the form words it differently. */
  readonly labelPro?: string;
  readonly help?: string;
  readonly source?: string;
  readonly box?: Partial<Record<FormVersion, Box>>;
  readonly alias?: Field["alias"];
}

export interface SectionOptions {
  readonly onglet: Onglet;
  readonly section: string;
  readonly contrats: readonly Contrat[];
  readonly knownBy: KnownBy;
  /** Condition that hides the whole section. */
  readonly shown?: Condition;
}

export type DeclareField = (id: string, label: string, kind: Kind, options?: FieldOptions) => Field;

/** `const field = section({ onglet: "alternant", section: "Identité", … })`, then one `field(…)` per box. */
export const section =
  (where: SectionOptions): DeclareField =>
  (id, label, kind, { labelPro, ...options } = {}) => ({
    onglet: where.onglet,
    section: where.section,
    contrats: where.contrats,
    knownBy: where.knownBy,
    shown: where.shown ?? always,
    required: never,
    ...options,
    id,
    label,
    kind,
    ...(labelPro ? { labels: { professionnalisation: labelPro } } : {}),
  });
