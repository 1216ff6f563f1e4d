import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, addYears } from "../../dossier/calendar.ts";
import { tauxApprentissage } from "../../dossier/nomenclatures/index.ts";
import { type PayInput, payPeriods } from "./periods.ts";
import { monthlyOf, smicAt, smicOf, smicTable } from "./smic.ts";

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
const deux = { debut: "2026-09-01", fin: "2028-08-31" };
const un = { debut: "2026-09-01", fin: "2027-08-31" };
const an1 = (pourcentage: number, minimum: number, base = "SMIC"): Row => [
  1,
  1,
  "2026-09-01",
  "2027-08-31",
  pourcentage,
  base,
  minimum,
];

/** Ages on the day of the start, by the grid printed on page 6 of notice 51649#09. */
const grid: readonly (readonly [
  naissance: string,
  age: string,
  annees: readonly [number, number, number, number],
])[] = [
  ["2009-08-15", "17", [27, 39, 55, 55]],
  ["2010-12-15", "15 (D6222-27: as 16-17)", [27, 39, 55, 55]],
  ["2008-08-15", "18", [43, 51, 67, 67]],
  ["2005-08-15", "21", [53, 61, 78, 78]],
  ["2000-08-15", "26", [100, 100, 100, 100]],
  ["1985-08-15", "41", [100, 100, 100, 100]],
];

describe("the grid of D6222-26, on the first day of each year", () => {
  it.each(
    grid.flatMap(([naissance, age, rates]) => rates.map((rate, i) => [age, i + 1, naissance, rate] as const)),
  )("D6222-26: %s years old, contract year %i", (_age, annee, naissance, rate) => {
    // The age is that of the first day of the year considered, so the birth date moves with it.
    const born = addYears(naissance, annee - 1);
    const period = payPeriods({ naissance: born, debut: "2026-09-01", fin: "2030-08-31" }, smicTable).find(
      (p) => p.annee === annee && p.periode === 1,
    );
    expect(period?.pourcentage).toBe(rate);
  });

  it("is the table of the nomenclature", () => {
    expect(tauxApprentissage.items.map((row) => [row.annee1, row.annee2, row.annee3, row.annee4])).toEqual([
      [27, 39, 55, 55],
      [43, 51, 67, 67],
      [53, 61, 78, 78],
      [100, 100, 100, 100],
    ]);
  });
});

const cases: readonly (readonly [source: string, what: string, input: PayInput, rows: readonly Row[]])[] = [
  ["notice p. 6", "17 throughout", { naissance: "2009-09-15", ...un }, [an1(27, 50410)]],
  ["notice p. 6", "18 throughout", { naissance: "2008-08-15", ...un }, [an1(43, 80282)]],
  ["notice p. 6", "21 throughout", { naissance: "2005-08-15", ...un }, [an1(53, 98953)]],
  ["notice p. 6", "26 throughout", { naissance: "2000-08-15", ...un }, [an1(100, 186702)]],
  [
    "D6222-31",
    "18 in January: pay changes on 1 February",
    { naissance: "2009-01-20", ...un },
    [
      [1, 1, "2026-09-01", "2027-01-31", 27, "SMIC", 50410],
      [1, 2, "2027-02-01", "2027-08-31", 43, "SMIC", 80282],
    ],
  ],
  [
    "D6222-31",
    "18 on 1 January: still 1 February",
    { naissance: "2009-01-01", ...un },
    [
      [1, 1, "2026-09-01", "2027-01-31", 27, "SMIC", 50410],
      [1, 2, "2027-02-01", "2027-08-31", 43, "SMIC", 80282],
    ],
  ],
  [
    "D6222-31",
    "18 on 31 January: 1 February",
    { naissance: "2009-01-31", ...un },
    [
      [1, 1, "2026-09-01", "2027-01-31", 27, "SMIC", 50410],
      [1, 2, "2027-02-01", "2027-08-31", 43, "SMIC", 80282],
    ],
  ],
  [
    "D6222-31",
    "21 in December",
    { naissance: "2005-12-10", ...un },
    [
      [1, 1, "2026-09-01", "2026-12-31", 43, "SMIC", 80282],
      [1, 2, "2027-01-01", "2027-08-31", 53, "SMIC", 98953],
    ],
  ],
  [
    "D6222-31",
    "26 in March",
    { naissance: "2001-03-02", ...un },
    [
      [1, 1, "2026-09-01", "2027-03-31", 53, "SMIC", 98953],
      [1, 2, "2027-04-01", "2027-08-31", 100, "SMIC", 186702],
    ],
  ],
  ["D6222-31", "19 in January: no threshold", { naissance: "2008-01-20", ...un }, [an1(43, 80282)]],
  [
    "D6222-31",
    "18 in August 2027: the 1st falls after the end",
    { naissance: "2009-08-15", ...un },
    [an1(27, 50410)],
  ],
  [
    "D6222-31",
    "18 in July 2027: one month of second period",
    { naissance: "2009-07-15", ...un },
    [
      [1, 1, "2026-09-01", "2027-07-31", 27, "SMIC", 50410],
      [1, 2, "2027-08-01", "2027-08-31", 43, "SMIC", 80282],
    ],
  ],
  [
    "D6222-31",
    "18 in August 2027, two years: the second year begins at the new rate",
    { naissance: "2009-08-15", ...deux },
    [an1(27, 50410), [2, 1, "2027-09-01", "2028-08-31", 51, "SMIC", 95219]],
  ],
  [
    "D6222-31",
    "18 in the month of the start: the next month",
    { naissance: "2008-09-10", ...un },
    [
      [1, 1, "2026-09-01", "2026-09-30", 27, "SMIC", 50410],
      [1, 2, "2026-10-01", "2027-08-31", 43, "SMIC", 80282],
    ],
  ],
  [
    "D6222-31",
    "18 on the very day of the start",
    { naissance: "2008-09-01", ...un },
    [
      [1, 1, "2026-09-01", "2026-09-30", 27, "SMIC", 50410],
      [1, 2, "2026-10-01", "2027-08-31", 43, "SMIC", 80282],
    ],
  ],
  ["D6222-31", "18 in the month before the start", { naissance: "2008-08-31", ...un }, [an1(43, 80282)]],
  [
    "regles.md § 6 (29 February, to be checked)",
    "born on 29 February 2008: 18 on 28 February, pay on 1 March",
    { naissance: "2008-02-29", debut: "2025-09-01", fin: "2026-08-31" },
    [
      [1, 1, "2025-09-01", "2026-02-28", 27, "SMIC", 48649],
      [1, 2, "2026-03-01", "2026-08-31", 43, "SMIC", 78391],
    ],
  ],
  [
    "notice p. 6",
    "contract year, not school year: from 12 October to 11 October",
    { naissance: "2005-05-01", debut: "2026-10-12", fin: "2028-07-31" },
    [
      [1, 1, "2026-10-12", "2027-10-11", 53, "SMIC", 98953],
      [2, 1, "2027-10-12", "2028-07-31", 61, "SMIC", 113889],
    ],
  ],
  [
    "P2",
    "threshold in the second year, the years done count",
    { naissance: "2006-11-20", ...deux },
    [
      an1(43, 80282),
      [2, 1, "2027-09-01", "2027-11-30", 51, "SMIC", 95219],
      [2, 2, "2027-12-01", "2028-08-31", 61, "SMIC", 113889],
    ],
  ],
  [
    "P2",
    "three years across 18 and 21",
    { naissance: "2009-03-15", debut: "2026-09-01", fin: "2030-08-31" },
    [
      [1, 1, "2026-09-01", "2027-03-31", 27, "SMIC", 50410],
      [1, 2, "2027-04-01", "2027-08-31", 43, "SMIC", 80282],
      [2, 1, "2027-09-01", "2028-08-31", 51, "SMIC", 95219],
      [3, 1, "2028-09-01", "2029-08-31", 67, "SMIC", 125091],
      [4, 1, "2029-09-01", "2030-03-31", 67, "SMIC", 125091],
      [4, 2, "2030-04-01", "2030-08-31", 78, "SMIC", 145628],
    ],
  ],
  [
    "P2",
    "the 1st falls on the first day of a year: no second period",
    { naissance: "2009-08-15", debut: "2026-09-01", fin: "2028-06-30" },
    [an1(27, 50410), [2, 1, "2027-09-01", "2028-06-30", 51, "SMIC", 95219]],
  ],
  [
    "P2",
    "the 1st is the last day of the contract",
    { naissance: "2009-07-10", debut: "2026-09-01", fin: "2027-08-01" },
    [
      [1, 1, "2026-09-01", "2027-07-31", 27, "SMIC", 50410],
      [1, 2, "2027-08-01", "2027-08-01", 43, "SMIC", 80282],
    ],
  ],
  [
    "regles.md § 6",
    "a contract begun on 29 February",
    { naissance: "2002-01-01", debut: "2024-02-29", fin: "2025-08-31" },
    [
      [1, 1, "2024-02-29", "2025-02-27", 53, "SMIC", 93647],
      [2, 1, "2025-02-28", "2025-08-31", 61, "SMIC", 109910],
    ],
  ],
  // SMIC of the day each period begins.
  [
    "SMIC 01/01/2024",
    "53 % of 1 766,92 €",
    { naissance: "2002-01-01", debut: "2024-09-01", fin: "2025-08-31" },
    [[1, 1, "2024-09-01", "2025-08-31", 53, "SMIC", 93647]],
  ],
  [
    "SMIC 01/11/2024",
    "53 % of 1 801,80 €",
    { naissance: "2002-01-01", debut: "2024-11-01", fin: "2025-10-31" },
    [[1, 1, "2024-11-01", "2025-10-31", 53, "SMIC", 95496]],
  ],
  [
    "SMIC 01/01/2024",
    "the eve of 1 November 2024",
    { naissance: "2002-01-01", debut: "2024-10-31", fin: "2025-10-30" },
    [[1, 1, "2024-10-31", "2025-10-30", 53, "SMIC", 93647]],
  ],
  [
    "SMIC 01/05/2023",
    "27 % of 1 747,20 €",
    { naissance: "2006-09-15", debut: "2023-09-01", fin: "2024-08-31" },
    [[1, 1, "2023-09-01", "2024-08-31", 27, "SMIC", 47175]],
  ],
  [
    "SMIC 01/01/2023",
    "43 % of 1 709,28 €",
    { naissance: "2004-01-15", debut: "2023-04-30", fin: "2024-04-29" },
    [[1, 1, "2023-04-30", "2024-04-29", 43, "SMIC", 73500]],
  ],
  [
    "SMIC 01/01/2026",
    "the second year follows the SMIC of its first day",
    { naissance: "2003-01-01", debut: "2025-02-01", fin: "2027-01-31" },
    [
      [1, 1, "2025-02-01", "2026-01-31", 53, "SMIC", 95496],
      [2, 1, "2026-02-01", "2027-01-31", 61, "SMIC", 111205],
    ],
  ],
  [
    "regles.md § 6",
    "before the first SMIC known: no amount",
    { naissance: "1999-01-01", debut: "2021-09-01", fin: "2022-07-31" },
    [[1, 1, "2021-09-01", "2022-07-31", 53, "SMIC"]],
  ],
  [
    "SMIC, Mayotte",
    "9,56 € × 35 × 52 / 12 = 1 449,93 €",
    { naissance: "2003-01-01", ...un, mayotte: true },
    [an1(53, 76847)],
  ],
  // Conventional minimum.
  [
    "D6222-26 *",
    "SMC above the SMIC at 21",
    { naissance: "2005-08-15", ...un, smcMensuelCentimes: 200000 },
    [an1(53, 106000, "SMC")],
  ],
  [
    "D6222-26 *",
    "SMC below the SMIC at 21",
    { naissance: "2005-08-15", ...un, smcMensuelCentimes: 186000 },
    [an1(53, 98953)],
  ],
  [
    "D6222-26 *",
    "SMC equal to the SMIC",
    { naissance: "2005-08-15", ...un, smcMensuelCentimes: 186702 },
    [an1(53, 98953)],
  ],
  [
    "D6222-26 *",
    "SMC one cent above",
    { naissance: "2000-08-15", ...un, smcMensuelCentimes: 186703 },
    [an1(100, 186703, "SMC")],
  ],
  [
    "D6222-26",
    "SMC does not count before 21",
    { naissance: "2006-08-15", ...un, smcMensuelCentimes: 200000 },
    [an1(43, 80282)],
  ],
  [
    "D6222-26 *",
    "SMC from the month after 21",
    { naissance: "2005-12-10", ...un, smcMensuelCentimes: 200000 },
    [
      [1, 1, "2026-09-01", "2026-12-31", 43, "SMIC", 80282],
      [1, 2, "2027-01-01", "2027-08-31", 53, "SMC", 106000],
    ],
  ],
  // Licence professionnelle.
  ["D6222-32", "licence pro at 19", { naissance: "2007-08-15", ...un, diplome: "62" }, [an1(51, 95219)]],
  ["D6222-32", "licence pro at 21", { naissance: "2005-08-15", ...un, licencePro: true }, [an1(61, 113889)]],
  ["D6222-32", "licence pro at 26", { naissance: "2000-08-15", ...un, diplome: "62" }, [an1(100, 186702)]],
  [
    "Centre Inffo 26/01/2026",
    "licence générale: first year",
    { naissance: "2005-08-15", ...un, diplome: "63" },
    [an1(53, 98953)],
  ],
  [
    "Centre Inffo 26/01/2026",
    "BUT: first year",
    { naissance: "2005-08-15", ...un, diplome: "64" },
    [an1(53, 98953)],
  ],
  [
    "D6222-32",
    "licence pro in two years: never below the second year",
    { naissance: "2005-08-15", ...deux, diplome: "62" },
    [an1(61, 113889), [2, 1, "2027-09-01", "2028-08-31", 61, "SMIC", 113889]],
  ],
  // Cycle begun before.
  [
    "D6222-28-1",
    "enters in the second year",
    { naissance: "2005-08-15", ...un, anneeEntree: 2 },
    [an1(61, 113889)],
  ],
  [
    "D6222-28-1",
    "enters in the third year",
    { naissance: "2007-08-15", ...un, anneeEntree: 3 },
    [an1(67, 125091)],
  ],
  [
    "D6222-28-1",
    "two years from the third: the fourth pays the same",
    { naissance: "2005-08-15", ...deux, anneeEntree: 3 },
    [an1(78, 145628), [2, 1, "2027-09-01", "2028-08-31", 78, "SMIC", 145628]],
  ],
  [
    "D6222-28-1, -32",
    "licence pro entered in the second year: once only",
    { naissance: "2005-08-15", ...un, anneeEntree: 2, diplome: "62" },
    [an1(61, 113889)],
  ],
  // 15 points.
  ["D6222-30", "15 points at 18", { naissance: "2008-08-15", ...un, majoration15: true }, [an1(58, 108288)]],
  ["D6222-30", "15 points at 21", { naissance: "2005-08-15", ...un, majoration15: true }, [an1(68, 126958)]],
  [
    "D6222-30",
    "15 points in the second year",
    { naissance: "2005-08-15", ...un, majoration15: true, anneeEntree: 2 },
    [an1(76, 141894)],
  ],
  [
    "D6222-31 (P3)",
    "15 points at 26: 100 % at most",
    { naissance: "2000-08-15", ...un, majoration15: true },
    [an1(100, 186702)],
  ],
  [
    "D6222-31 (P3)",
    "78 + 15 stays under 100",
    { naissance: "2005-08-15", ...un, majoration15: true, anneeEntree: 3 },
    [an1(93, 173633)],
  ],
  // Public sector.
  ["D6272-1", "public: same grid", { naissance: "2005-08-15", ...un, secteur: "public" }, [an1(53, 98953)]],
  [
    "D6272-2",
    "public: 10 points chosen",
    { naissance: "2005-08-15", ...un, secteur: "public", majorationPublique: 10 },
    [an1(63, 117623)],
  ],
  [
    "D6272-2",
    "public: 20 points chosen",
    { naissance: "2005-08-15", ...un, secteur: "public", majorationPublique: 20 },
    [an1(73, 136293)],
  ],
  [
    "D6222-31 (P3)",
    "public: 20 points and 15: 100 % at most",
    {
      naissance: "2005-08-15",
      ...un,
      secteur: "public",
      majorationPublique: 20,
      majoration15: true,
      anneeEntree: 3,
    },
    [an1(100, 186702)],
  ],
  [
    "D6272-2",
    "private: the public points do not count",
    { naissance: "2005-08-15", ...un, secteur: "prive", majorationPublique: 20 },
    [an1(53, 98953)],
  ],
  // Previous contract.
  [
    "D6222-29",
    "kept when the diploma was obtained",
    { naissance: "2005-08-15", ...un, contratPrecedent: { dernierPourcentage: 61, diplomeObtenu: true } },
    [an1(61, 113889)],
  ],
  [
    "D6222-29",
    "not kept without the diploma",
    { naissance: "2005-08-15", ...un, contratPrecedent: { dernierPourcentage: 61, diplomeObtenu: false } },
    [an1(53, 98953)],
  ],
  [
    "D6222-29",
    "the age gives better",
    { naissance: "2005-08-15", ...un, contratPrecedent: { dernierPourcentage: 51, diplomeObtenu: true } },
    [an1(53, 98953)],
  ],
  [
    "D6222-28-2",
    "extension after a failure",
    { naissance: "2005-08-15", ...un, prolongeDepuis: 78 },
    [an1(78, 145628)],
  ],
  [
    "D6222-28-2",
    "extension: the age gives better",
    { naissance: "2000-08-15", ...un, prolongeDepuis: 78 },
    [an1(100, 186702)],
  ],
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
];

describe("pay periods", () => {
  it.each(cases)("%s: %s", (_source, _what, input, rows) => {
    expect(rowsOf(input)).toEqual(rows);
  });

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

describe("SMIC", () => {
  it.each([
    ["01/01/2023", "2023-01-01", 1127, 170928],
    ["30/04/2023", "2023-04-30", 1127, 170928],
    ["01/05/2023", "2023-05-01", 1152, 174720],
    ["01/01/2024", "2024-01-01", 1165, 176692],
    ["31/10/2024", "2024-10-31", 1165, 176692],
    ["01/11/2024", "2024-11-01", 1188, 180180],
    ["31/12/2025", "2025-12-31", 1188, 180180],
    ["01/01/2026", "2026-01-01", 1202, 182303],
    ["01/06/2026", "2026-06-01", 1231, 186702],
    ["after the last value known", "2030-01-01", 1231, 186702],
  ])("%s", (_label, at, horaire, mensuel) => {
    expect(smicAt(smicTable, at)).toMatchObject({ horaireCentimes: horaire, mensuelCentimes: mensuel });
    expect(smicOf(smicTable, at)).toMatchObject({ horaire, mensuel });
  });

  it("monthly is hourly × 35 × 52 / 12, to the cent, for every published value", () => {
    for (const { horaireCentimes, mensuelCentimes, depuis } of smicTable)
      expect(monthlyOf(horaireCentimes), depuis).toBe(mensuelCentimes);
    expect(monthlyOf(1231)).toBe(186702);
  });

  it("takes an edited table in any order, and Mayotte when it has its own value", () => {
    const table = [
      { depuis: "2027-01-01", horaireCentimes: 1300, mensuelCentimes: 197167, mayotteHoraireCentimes: 1100 },
      { depuis: "2026-01-01", horaireCentimes: 1202, mensuelCentimes: 182303 },
    ];
    expect(smicOf(table, "2027-03-01")).toEqual({ depuis: "2027-01-01", horaire: 1300, mensuel: 197167 });
    expect(smicOf(table, "2027-03-01", true)).toEqual({
      depuis: "2027-01-01",
      horaire: 1100,
      mensuel: 166833,
    });
    expect(smicOf(table, "2026-03-01", true)).toEqual({
      depuis: "2026-01-01",
      horaire: 1202,
      mensuel: 182303,
    });
    expect(smicOf(table, "2025-12-31")).toBeUndefined();
    expect(smicOf([], "2026-01-01")).toBeUndefined();
  });
});
