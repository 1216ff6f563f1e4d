import type { EconomieSaisie } from "../../../../shared/api/models.ts";
import { displayCents, tidyCents } from "../../../../shared/dossier/formats/index.ts";

/** Amounts of a year, in the order of the table. */
export const colonnes = [
  { cle: "coutCentimes", libelle: "Coût annuel" },
  { cle: "npecCentimes", libelle: "NPEC" },
  { cle: "priseEnChargeCentimes", libelle: "Prise en charge" },
  { cle: "participationCentimes", libelle: "Participation" },
  { cle: "fraisAnnexesCentimes", libelle: "Frais annexes" },
  { cle: "resteAChargeCentimes", libelle: "Reste à charge" },
] as const;
export type Cle = (typeof colonnes)[number]["cle"];
export type AnneeSaisie = EconomieSaisie["annees"][number];

/** The economic sheet as typed: amounts « 1 234,56 », counts as digits. */
export interface EconomieDraft {
  readonly annees: readonly (Readonly<Record<Cle, string>> & { readonly annee: number })[];
  readonly nuitees: string;
  readonly repas: string;
  readonly premierEquipement: string;
  readonly mobilite: string;
  readonly majorationRqth: string;
  readonly resteAChargePrevu: boolean;
  readonly remarque: string;
}

export const euros = (cents: number): string => displayCents(cents).replace(/\u00a0€$/, "");

const emptyAnnee: AnneeSaisie = {
  annee: 1,
  coutCentimes: 0,
  npecCentimes: 0,
  priseEnChargeCentimes: 0,
  participationCentimes: 0,
  fraisAnnexesCentimes: 0,
  resteAChargeCentimes: 0,
};
const noFrais = { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 };

/** What is stored, else what the rules propose, else one empty year. */
export const toDraft = (saisie: Partial<EconomieSaisie> | undefined): EconomieDraft => {
  const frais = saisie?.frais ?? noFrais;
  return {
    annees: (saisie?.annees?.length ? saisie.annees : [emptyAnnee]).map((year) => ({
      annee: year.annee,
      ...(Object.fromEntries(colonnes.map(({ cle }) => [cle, euros(year[cle])])) as Record<Cle, string>),
    })),
    nuitees: String(frais.nuitees),
    repas: String(frais.repas),
    premierEquipement: euros(frais.premierEquipementCentimes),
    mobilite: euros(frais.mobiliteCentimes),
    majorationRqth: euros(saisie?.majorationRqthCentimes ?? 0),
    resteAChargePrevu: saisie?.resteAChargePrevu ?? false,
    remarque: saisie?.remarque ?? "",
  };
};

export type Errors = Readonly<Record<string, string>>;

const count = (raw: string, max: number): number | undefined => {
  const text = raw.trim() === "" ? "0" : raw.trim();
  const value = /^\d{1,5}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= max ? value : undefined;
};

/** Reads the sheet; errors are keyed like the inputs (`1.coutCentimes`, `repas`). An empty amount is zero. */
export const readDraft = (
  draft: EconomieDraft,
): { ok: true; saisie: EconomieSaisie } | { ok: false; errors: Errors } => {
  const errors: Record<string, string> = {};
  const cents = (key: string, raw: string): number => {
    if (raw.trim() === "") return 0;
    const tidied = tidyCents(raw);
    if (tidied.ok) return tidied.value;
    errors[key] = tidied.message;
    return 0;
  };
  const number = (key: string, raw: string, max: number): number => {
    const value = count(raw, max);
    if (value === undefined) errors[key] = `Un nombre entier, de 0 à ${max}.`;
    return value ?? 0;
  };
  const saisie: EconomieSaisie = {
    annees: draft.annees.map((year) => ({
      annee: year.annee,
      ...(Object.fromEntries(
        colonnes.map(({ cle }) => [cle, cents(`${year.annee}.${cle}`, year[cle])]),
      ) as Record<Cle, number>),
    })),
    frais: {
      nuitees: number("nuitees", draft.nuitees, 2000),
      repas: number("repas", draft.repas, 5000),
      premierEquipementCentimes: cents("premierEquipement", draft.premierEquipement),
      mobiliteCentimes: cents("mobilite", draft.mobilite),
    },
    majorationRqthCentimes: cents("majorationRqth", draft.majorationRqth),
    resteAChargePrevu: draft.resteAChargePrevu,
    remarque: draft.remarque.trim() || undefined,
  };
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, saisie };
};

/** Column totals in cents; an amount being typed wrong counts for nothing. */
export const totals = (draft: EconomieDraft): Readonly<Record<Cle, number>> =>
  Object.fromEntries(
    colonnes.map(({ cle }) => [
      cle,
      draft.annees.reduce((sum, year) => {
        const tidied = tidyCents(year[cle]);
        return sum + (tidied.ok ? tidied.value : 0);
      }, 0),
    ]),
  ) as Record<Cle, number>;

/** One more year, numbered after the last (4 at most). */
export const addYear = (draft: EconomieDraft): EconomieDraft =>
  draft.annees.length >= 4
    ? draft
    : {
        ...draft,
        annees: [
          ...draft.annees,
          {
            ...toDraft(undefined).annees[0],
            annee: draft.annees.length + 1,
          } as EconomieDraft["annees"][number],
        ],
      };
export const removeLastYear = (draft: EconomieDraft): EconomieDraft =>
  draft.annees.length <= 1 ? draft : { ...draft, annees: draft.annees.slice(0, -1) };
