import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "../../dossier/calendar.ts";
import { onPayPeriods, un } from "./periods.fixture.ts";
import { type PayInput, payPeriods } from "./periods.ts";
import { smicAt, smicTable } from "./smic.ts";

describe("pay periods", () => {
  onPayPeriods([
    // What cannot be computed.
    [
      "regles.md § 6",
      "grid of 2019: an older contract",
      { naissance: "2000-08-15", debut: "2018-12-31", fin: "2019-12-30" },
      [],
    ],
    [
      "regles.md § 6",
      "the first day of the grid",
      { naissance: "1999-08-15", debut: "2019-01-01", fin: "2019-12-31" },
      [[1, 1, "2019-01-01", "2019-12-31", 43, "SMIC"]],
    ],
    ["regles.md § 6", "not a date", { naissance: "2000-02-30", ...un }, []],
    ["regles.md § 6", "born on the first day", { naissance: "2026-09-01", ...un }, []],
    [
      "regles.md § 6",
      "ends before it begins",
      { naissance: "2005-08-15", debut: "2026-09-01", fin: "2026-08-31" },
      [],
    ],
  ]);

  it("show the calculation", () => {
    expect(
      payPeriods(
        {
          naissance: "2005-08-15",
          ...un,
          diplome: "62",
          smcMensuelCentimes: 200000,
          majoration15: true,
          secteur: "public",
          majorationPublique: 10,
          contratPrecedent: { dernierPourcentage: 90, diplomeObtenu: true },
          prolongeDepuis: 95,
        },
        smicTable,
      )[0]?.calcul,
    ).toMatchSnapshot();
  });

  it("go on beyond four years at the fourth year's rate", () => {
    const periods = payPeriods(
      { naissance: "2003-01-01", debut: "2026-09-01", fin: "2031-06-30" },
      smicTable,
    );
    expect(periods.map(({ annee, pourcentage }) => [annee, pourcentage])).toEqual([
      [1, 53],
      [2, 61],
      [3, 78],
      [3, 100],
      [4, 100],
      [5, 100],
    ]);
  });
});

describe("pay periods, whatever the dates", () => {
  const input = fc
    .record({
      birth: fc.integer({ min: 0, max: 9000 }).map((n) => addDays("1985-01-01", n)),
      debut: fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2022-08-01", n)),
      months: fc.integer({ min: 1, max: 47 }),
      smcMensuelCentimes: fc.option(fc.integer({ min: 150000, max: 300000 }), { nil: undefined }),
      majoration15: fc.boolean(),
      anneeEntree: fc.constantFrom(1, 2, 3, undefined),
    })
    .map(({ birth, debut, months, ...rest }) => ({
      naissance: birth,
      debut,
      fin: addDays(addMonths(debut, months), 2),
      ...rest,
    })) as fc.Arbitrary<PayInput>;

  it("cover the contract without a gap, and the pay never goes down", () => {
    fc.assert(
      fc.property(input, (one) => {
        const periods = payPeriods(one, smicTable);
        expect(periods[0]?.du).toBe(one.debut);
        expect(periods.at(-1)?.au).toBe(one.fin);
        for (const [i, period] of periods.entries()) {
          const next = periods[i + 1];
          if (!next) continue;
          expect(next.du).toBe(addDays(period.au, 1));
          expect(next.pourcentage).toBeGreaterThanOrEqual(period.pourcentage);
        }
      }),
    );
  });

  it("never exceed 100 % by the law alone, and never pay less than the share of the SMIC", () => {
    fc.assert(
      fc.property(input, (one) => {
        for (const { du, pourcentage, minimumCentimes } of payPeriods(one, smicTable)) {
          expect(pourcentage).toBeGreaterThanOrEqual(27);
          expect(pourcentage).toBeLessThanOrEqual(100);
          const smic = smicAt(smicTable, du)?.mensuelCentimes ?? 0;
          expect((minimumCentimes ?? 0) * 100).toBeGreaterThanOrEqual(smic * pourcentage);
          if (one.smcMensuelCentimes === undefined)
            expect((minimumCentimes ?? 0) * 100).toBeLessThan(smic * pourcentage + 100);
        }
      }),
    );
  });
});
