import { describe } from "vitest";
import { an1, deux, onPayPeriods, un } from "./periods.fixture.ts";

describe("pay periods", () => {
  onPayPeriods([
    // Licence professionnelle.
    ["D6222-32", "licence pro at 19", { naissance: "2007-08-15", ...un, diplome: "62" }, [an1(51, 95219)]],
    [
      "D6222-32",
      "licence pro at 21",
      { naissance: "2005-08-15", ...un, licencePro: true },
      [an1(61, 113889)],
    ],
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
    [
      "D6222-30",
      "15 points at 18",
      { naissance: "2008-08-15", ...un, majoration15: true },
      [an1(58, 108288)],
    ],
    [
      "D6222-30",
      "15 points at 21",
      { naissance: "2005-08-15", ...un, majoration15: true },
      [an1(68, 126958)],
    ],
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
  ]);
});
