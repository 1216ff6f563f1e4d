import { describe, expect, it } from "vitest";
import { type ProInput, proMinimum, proPayPeriods } from "./pro.ts";
import { smicTable } from "./smic.ts";

/** One year from 1 September 2026; SMIC 1 867,02 € a month, 12,31 € an hour. */
const contract = { debut: "2026-09-01", fin: "2027-08-31" };
const young = { naissance: "2007-01-10", ...contract };
const adult = { naissance: "2004-01-10", ...contract };
const older = { naissance: "1995-01-10", ...contract };

const table: readonly (readonly [
  source: string,
  what: string,
  input: ProInput,
  pourcentage: number,
  base: string,
  minimum: number,
])[] = [
  ["notice 51650", "16-20, general bac", { ...young, diplome: "42" }, 55, "SMIC", 102687],
  ["notice 51650", "16-20, CAP", { ...young, diplome: "51" }, 55, "SMIC", 102687],
  ["notice 51650", "16-20, BEP", { ...young, diplome: "52" }, 55, "SMIC", 102687],
  ["notice 51650", "16-20, mention complémentaire", { ...young, diplome: "53" }, 55, "SMIC", 102687],
  ["notice 51650", "16-20, other of CAP level", { ...young, diplome: "59" }, 55, "SMIC", 102687],
  ["notice 51650", "16-20, nothing", { ...young, diplome: "60" }, 55, "SMIC", 102687],
  ["notice 51650", "16-20, vocational bac", { ...young, diplome: "41" }, 65, "SMIC", 121357],
  ["notice 51650", "16-20, BTS", { ...young, diplome: "31" }, 65, "SMIC", 121357],
  ["notice 51650", "21-25, general bac", { ...adult, diplome: "42" }, 70, "SMIC", 130692],
  ["notice 51650", "21-25, licence", { ...adult, diplome: "24" }, 80, "SMIC", 149362],
  ["notice 51650", "21-25, master", { ...adult, diplome: "11" }, 80, "SMIC", 149362],
  [
    "to be checked",
    "16-20, technological bac: the lower column is certain",
    { ...young, diplome: "43" },
    55,
    "SMIC",
    102687,
  ],
  ["to be checked", "21-25, other of bac level", { ...adult, diplome: "49" }, 70, "SMIC", 130692],
  ["L6325-9", "26, no diploma known", older, 100, "SMIC", 186702],
  [
    "D6325-18",
    "26, 85 % of the minimum below the SMIC",
    { ...older, smcMensuelCentimes: 200000 },
    100,
    "SMIC",
    186702,
  ],
  [
    "D6325-18",
    "26, 85 % of the minimum above the SMIC",
    { ...older, smcMensuelCentimes: 240000 },
    85,
    "SMC",
    204000,
  ],
  [
    "D6325-18",
    "the minimum does not count before 26",
    { ...adult, diplome: "42", smcMensuelCentimes: 240000 },
    70,
    "SMIC",
    130692,
  ],
  [
    "D6325-16",
    "21 in the month of the start: still 16-20",
    { ...contract, naissance: "2005-09-01", diplome: "42" },
    55,
    "SMIC",
    102687,
  ],
  [
    "D6325-16",
    "21 the month before",
    { ...contract, naissance: "2005-08-31", diplome: "42" },
    70,
    "SMIC",
    130692,
  ],
  ["notice 51650", "temporary work: hourly", { ...adult, diplome: "42", horaire: true }, 70, "SMIC", 862],
  ["notice 51650", "temporary work at 26", { ...older, horaire: true }, 100, "SMIC", 1231],
  [
    "D6325-18",
    "temporary work at 26, conventional minimum",
    { ...older, horaire: true, smcMensuelCentimes: 240000 },
    85,
    "SMC",
    1346,
  ],
  ["SMIC Mayotte", "26 in Mayotte", { ...older, mayotte: true }, 100, "SMIC", 144993],
];

describe("minimum pay at hiring, professionnalisation", () => {
  it.each(table)("%s: %s", (_source, _what, input, pourcentage, base, minimumCentimes) => {
    const pay = proMinimum(input, smicTable);
    expect(pay).toMatchObject({ pourcentage, base, minimumCentimes });
    expect(pay?.calcul).toMatchSnapshot();
  });

  it("settles an uncertain diploma as asked", () => {
    expect(proMinimum({ ...young, diplome: "43" }, smicTable, "bacProEtPlus")?.pourcentage).toBe(65);
    expect(proMinimum({ ...young, diplome: "49" }, smicTable, "bacProEtPlus")?.pourcentage).toBe(65);
    expect(proMinimum({ ...young, diplome: "42" }, smicTable, "bacProEtPlus")?.pourcentage).toBe(55);
  });

  it.each([
    ["before 26 without a diploma known", young],
    ["under 16", { ...contract, naissance: "2011-01-01", diplome: "60" }],
    ["a wrong date", { ...contract, naissance: "2011-13-01", diplome: "60" }],
    ["a wrong start", { naissance: "2004-01-10", debut: "demain", diplome: "60" }],
    ["born after the start", { ...contract, naissance: "2026-09-01", diplome: "60" }],
    ["before the first SMIC known", { naissance: "1990-01-01", debut: "2020-01-01", diplome: "60" }],
  ])("nothing: %s", (_what, input) => {
    expect(proMinimum(input, smicTable)).toBeUndefined();
  });
});

describe("periods, professionnalisation (D6325-16)", () => {
  it.each([
    ["no threshold", adult, [["2026-09-01", "2027-08-31", 80]]],
    [
      "21 in January",
      { ...contract, naissance: "2006-01-10" },
      [
        ["2026-09-01", "2027-01-31", 65],
        ["2027-02-01", "2027-08-31", 80],
      ],
    ],
    [
      "26 in July",
      { ...contract, naissance: "2001-07-31" },
      [
        ["2026-09-01", "2027-07-31", 80],
        ["2027-08-01", "2027-08-31", 100],
      ],
    ],
    [
      "26 in August: after the end",
      { ...contract, naissance: "2001-08-02" },
      [["2026-09-01", "2027-08-31", 80]],
    ],
    ["end unknown", { naissance: "2006-01-10", debut: "2026-09-01" }, [["2026-09-01", undefined, 65]]],
    [
      "end before the start",
      { naissance: "2006-01-10", debut: "2026-09-01", fin: "2026-08-01" },
      [["2026-09-01", undefined, 65]],
    ],
  ])("%s", (_what, input, rows) => {
    expect(
      proPayPeriods({ ...input, diplome: "31" }, smicTable).map(({ du, au, pourcentage }) => [
        du,
        au,
        pourcentage,
      ]),
    ).toEqual(rows);
  });
});
