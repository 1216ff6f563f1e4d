import { expect, it } from "vitest";
import { type EconomicsInput, type EconomicsYear, economics } from "./index.ts";

/** A master in one year (365 days), NPEC 8 000 €, price 8 500 €, concluded after July 2025. */
export const base: EconomicsInput = {
  contrat: "apprentissage",
  debut: "2026-09-01",
  fin: "2027-08-31",
  dateConclusion: "2026-08-25",
  niveauRncp: 7,
  secteur: "prive",
  rqth: false,
  typeContrat: "11",
  heures: 420,
  heuresDistance: 0,
  coutAnnuelCentimes: [850000],
  npecAnnuelCentimes: [800000],
};
export const before = { dateConclusion: "2025-06-30" };
export const frais = { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 };
/** 500 days: 365 then 135. */
export const deux = {
  fin: "2028-01-13",
  coutAnnuelCentimes: [850000, 850000],
  npecAnnuelCentimes: [800000, 800000],
};

const one = (change: Partial<EconomicsInput>): EconomicsYear | undefined =>
  economics({ ...base, ...change }).annees[0];
export const two = (change: Partial<EconomicsInput>): EconomicsYear | undefined =>
  economics({ ...base, ...deux, ...change }).annees[1];

export type YearCase = readonly [
  source: string,
  what: string,
  change: Partial<EconomicsInput>,
  expected: Partial<EconomicsYear>,
];

/** Each case on the only year of the contract. */
export const onOneYear = (cases: readonly YearCase[]): void => {
  it.each(cases)("%s: %s", (_source, _what, change, expected) => {
    expect(one(change)).toMatchObject(expected);
  });
};
