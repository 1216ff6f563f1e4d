import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths } from "./calendar.ts";
import { ageThresholdIn, executionYears, payAgeAt, payPeriods, thresholdDate } from "./periods.ts";

describe("years of execution (regles.md § 6, découpe de la grille)", () => {
  it.each([
    [
      "2026-09-01",
      "2028-08-31",
      [
        ["2026-09-01", "2027-08-31"],
        ["2027-09-01", "2028-08-31"],
      ],
    ],
    ["2026-09-01", "2027-08-31", [["2026-09-01", "2027-08-31"]]],
    [
      "2026-09-01",
      "2027-09-01",
      [
        ["2026-09-01", "2027-08-31"],
        ["2027-09-01", "2027-09-01"],
      ],
    ],
    ["2026-09-15", "2027-07-10", [["2026-09-15", "2027-07-10"]]],
    [
      "2028-02-29",
      "2029-03-10",
      [
        ["2028-02-29", "2029-02-27"],
        ["2029-02-28", "2029-03-10"],
      ],
    ],
    ["2026-09-01", "2026-08-31", []],
    [undefined, "2026-08-31", []],
    ["2026-09-01", undefined, []],
    ["2026-09-31", "2027-09-01", []],
  ] as const)("%s → %s", (debut, fin, expected) => {
    expect(executionYears(debut, fin).map(({ du, au }) => [du, au])).toEqual(expected);
    expect(executionYears(debut, fin).map(({ annee }) => annee)).toEqual(expected.map((_, i) => i + 1));
  });

  it("does not run away on a typing slip", () => {
    expect(executionYears("2026-09-01", "2099-12-31")).toHaveLength(12);
  });
});

describe("age thresholds (D6222-31: the 1st of the month after the birthday)", () => {
  const year = { du: "2026-09-01", au: "2027-08-31" };
  it.each<[string | undefined, { age: number; from: string } | undefined, string]>([
    ["2008-12-15", { age: 18, from: "2027-01-01" }, "18 within the year"],
    ["2005-03-02", undefined, "21 the year before"],
    ["2006-03-02", { age: 21, from: "2027-04-01" }, "21"],
    ["2001-02-28", { age: 26, from: "2027-03-01" }, "26"],
    ["2008-12-01", { age: 18, from: "2027-01-01" }, "born on a 1st: the 1st of the next month"],
    ["2008-08-15", undefined, "change on the very first day: no cut"],
    ["2008-08-01", undefined, "idem"],
    ["2008-09-01", { age: 18, from: "2026-10-01" }, "turns 18 on the first day"],
    ["2009-07-31", { age: 18, from: "2027-08-01" }, "last month"],
    ["2009-08-01", undefined, "change on the 1st after the year"],
    ["2003-05-14", undefined, "no threshold"],
    [undefined, undefined, "birth unknown"],
    ["14/05/2003", undefined, "birth unreadable"],
  ])("born %s: %o (%s)", (birth, expected) => {
    expect(ageThresholdIn(birth, year)).toEqual(expected);
  });

  it("cuts on the last day of a period but not after", () => {
    expect(ageThresholdIn("2008-12-15", { du: "2026-09-01", au: "2027-01-01" })?.from).toBe("2027-01-01");
    expect(ageThresholdIn("2008-12-15", { du: "2026-09-01", au: "2026-12-31" })).toBeUndefined();
    expect(ageThresholdIn("2008-12-15", { du: "2027-01-01", au: "2027-12-31" })).toBeUndefined();
  });

  it.each([
    ["2008-12-15", "2026-12-14", 17],
    ["2008-12-15", "2026-12-31", 17],
    ["2008-12-15", "2027-01-01", 18],
    ["2008-12-01", "2026-12-01", 17],
    ["2008-12-01", "2027-01-01", 18],
    ["2008-12-31", "2026-12-30", 17],
    ["2008-12-31", "2026-12-31", 17],
    ["2008-12-31", "2027-01-01", 18],
  ])("born %s, paid on %s as %i", (birth, at, age) => {
    expect(payAgeAt(birth, at)).toBe(age);
  });

  it("gives the date of a threshold", () => {
    expect(thresholdDate("2008-12-15", 18)).toBe("2027-01-01");
    expect(thresholdDate("2008-02-29", 18)).toBe("2026-03-01");
  });
});

describe("pay periods", () => {
  it("cuts where the notice’s grid does", () => {
    expect(payPeriods("2006-01-20", "2026-09-01", "2028-08-31")).toEqual([
      { annee: 1, periode: 1, du: "2026-09-01", au: "2027-01-31" },
      { annee: 1, periode: 2, du: "2027-02-01", au: "2027-08-31" },
      { annee: 2, periode: 1, du: "2027-09-01", au: "2028-08-31" },
    ]);
    expect(payPeriods(undefined, "2026-09-01", "2027-08-31")).toEqual([
      { annee: 1, periode: 1, du: "2026-09-01", au: "2027-08-31" },
    ]);
  });

  it("follow one another without a gap from start to end, one age bracket each", () => {
    const day = (from: string) => fc.integer({ min: 0, max: 9000 }).map((n) => addDays(from, n));
    const bracket = (age: number): number => [18, 21, 26].filter((threshold) => age >= threshold).length;
    fc.assert(
      fc.property(
        day("1990-01-01"),
        day("2015-01-01"),
        fc.integer({ min: 0, max: 48 }),
        (birth, debut, months) => {
          const fin = addDays(addMonths(debut, months), 3);
          const periods = payPeriods(birth, debut, fin);
          expect(periods[0]?.du).toBe(debut);
          expect(periods.at(-1)?.au).toBe(fin);
          for (const [i, { du, au }] of periods.entries()) {
            expect(du <= au).toBe(true);
            const next = periods[i + 1];
            if (next) expect(next.du).toBe(addDays(au, 1));
            expect(bracket(payAgeAt(birth, du))).toBe(bracket(payAgeAt(birth, au)));
          }
        },
      ),
    );
  });
});
