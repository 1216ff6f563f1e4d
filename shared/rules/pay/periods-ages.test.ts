import { describe, expect, it } from "vitest";
import { addYears } from "../../dossier/calendar.ts";
import { tauxApprentissage } from "../../dossier/nomenclatures/index.ts";
import { an1, deux, onPayPeriods, un } from "./periods.fixture.ts";
import { payPeriods } from "./periods.ts";
import { smicTable } from "./smic.ts";

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

describe("pay periods", () => {
  onPayPeriods([
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
  ]);
});
