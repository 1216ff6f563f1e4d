import { expect, it } from "vitest";
import { type PayInput, payPeriods } from "./periods.ts";
import { smicTable } from "./smic.ts";

type Row = readonly [
  annee: number,
  periode: number,
  du: string,
  au: string,
  pourcentage: number,
  base: string,
  minimum?: number,
];
const rowsOf = (input: PayInput): Row[] =>
  payPeriods(input, smicTable).map(({ annee, periode, du, au, pourcentage, base, minimumCentimes }) =>
    minimumCentimes === undefined
      ? [annee, periode, du, au, pourcentage, base]
      : [annee, periode, du, au, pourcentage, base, minimumCentimes],
  );

/** Two school years from 1 September 2026; SMIC of 1 June 2026: 1 867,02 €. */
export const deux = { debut: "2026-09-01", fin: "2028-08-31" };
export const un = { debut: "2026-09-01", fin: "2027-08-31" };
export const an1 = (pourcentage: number, minimum: number, base = "SMIC"): Row => [
  1,
  1,
  "2026-09-01",
  "2027-08-31",
  pourcentage,
  base,
  minimum,
];

/** Each case: where it is written, what it is, the contract, its periods of pay. */
export const onPayPeriods = (
  cases: readonly (readonly [source: string, what: string, input: PayInput, rows: readonly Row[]])[],
): void => {
  it.each(cases)("%s: %s", (_source, _what, input, rows) => {
    expect(rowsOf(input)).toEqual(rows);
  });
};
