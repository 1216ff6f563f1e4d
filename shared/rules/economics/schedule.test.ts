import { describe, expect, it } from "vitest";
import { base, before, deux, frais } from "./economics.fixture.ts";
import { type EconomicsInput, economics } from "./index.ts";

describe("schedule of payments", () => {
  const rows = (change: Partial<EconomicsInput>) =>
    economics({ ...base, ...change }).echeancier.map(({ libelle, date, montantCentimes, payeur }) => [
      payeur,
      libelle,
      date,
      montantCentimes,
    ]);
  it.each<readonly [what: string, change: Partial<EconomicsInput>]>([
    ["a year: 40/30/20/10, participation off the first payment", {}],
    ["level 5: no participation", { niveauRncp: 5 }],
    ["two years, the second one short", deux],
    ["a day short of a year: the OPCO's own schedule", { fin: "2027-08-30" }],
    ["concluded before July 2025: the OPCO's own schedule", before],
    ["professionnalisation: the OPCO's own schedule", { contrat: "professionnalisation" }],
    ["expenses", { frais: { ...frais, nuitees: 10 }, coutAnnuelCentimes: [800000] }],
    [
      "participation above the first payment goes on to the next",
      { npecAnnuelCentimes: [100000], coutAnnuelCentimes: [100000] },
    ],
    ["nothing to pay", { npecAnnuelCentimes: [0], coutAnnuelCentimes: [0], niveauRncp: 3 }],
  ])("%s", (_what, change) => {
    expect(rows(change)).toMatchSnapshot();
  });
  it("a year, to the cent and to the day", () => {
    expect(economics(base).echeancier.map(({ date, montantCentimes }) => [date, montantCentimes])).toEqual([
      [undefined, 75000],
      ["2026-10-01", 245000],
      ["2027-03-01", 240000],
      ["2027-06-01", 160000],
      ["2027-08-31", 80000],
      [undefined, 50000],
    ]);
  });
});
