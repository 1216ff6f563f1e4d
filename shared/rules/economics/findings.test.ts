import { describe, expect, it } from "vitest";
import { base, before, deux, frais } from "./economics.fixture.ts";
import { type AnneeSaisie, type EconomicsInput, economics } from "./index.ts";

describe("inconsistencies", () => {
  const row: AnneeSaisie = {
    annee: 1,
    coutCentimes: 850000,
    npecCentimes: 800000,
    priseEnChargeCentimes: 725000,
    participationCentimes: 75000,
    fraisAnnexesCentimes: 0,
    resteAChargeCentimes: 50000,
  };
  it.each<
    readonly [source: string, what: string, change: Partial<EconomicsInput>, expected: readonly string[]]
  >([
    ["regles.md § 10", "all in order", { saisie: [row] }, []],
    ["regles.md § 10", "nothing entered yet", {}, []],
    ["regles.md § 10", "nothing entered at all", { saisie: [] }, []],
    ["D6353-1", "no price", { coutAnnuelCentimes: [0] }, ["bloquant E1-cout"]],
    ["D6332-78", "no NPEC", { npecAnnuelCentimes: [0] }, ["alerte E2-npec"]],
    [
      "D6332-78",
      "no NPEC, professionnalisation",
      { contrat: "professionnalisation", npecAnnuelCentimes: [0] },
      ["info E13-echeancier"],
    ],
    [
      "regles.md § 10",
      "two years entered for one",
      { saisie: [row, { ...row, annee: 2 }] },
      ["bloquant E3-annees"],
    ],
    ["regles.md § 10", "one year entered for two", { ...deux, saisie: [row] }, ["bloquant E3-annees"]],
    [
      "décret 2025-585",
      "a cent too much",
      { saisie: [{ ...row, priseEnChargeCentimes: 725001, resteAChargeCentimes: 49999 }] },
      ["alerte E4-prise-en-charge"],
    ],
    [
      "R6332-25-1",
      "participation forgotten",
      { saisie: [{ ...row, participationCentimes: 0, resteAChargeCentimes: 125000 }] },
      ["bloquant E5-participation"],
    ],
    [
      "R6332-25-1",
      "participation forgotten, new employer",
      {
        typeContrat: "23",
        saisie: [
          { ...row, participationCentimes: 0, priseEnChargeCentimes: 780000, resteAChargeCentimes: 70000 },
        ],
      },
      ["alerte E5-participation"],
    ],
    [
      "to be checked",
      "participation of a public employer",
      { secteur: "public", saisie: [row] },
      ["alerte E4-prise-en-charge", "alerte E5-participation", "info E11-participation-public"],
    ],
    [
      "D6353-1",
      "the sum is wrong by a cent",
      { saisie: [{ ...row, resteAChargeCentimes: 50001 }] },
      ["bloquant E6-somme"],
    ],
    [
      "D6353-1",
      "price below: nothing remains",
      { coutAnnuelCentimes: [700000], saisie: [{ ...row, coutCentimes: 700000, resteAChargeCentimes: 0 }] },
      [],
    ],
    [
      "D6332-83",
      "expenses entered otherwise",
      { saisie: [{ ...row, fraisAnnexesCentimes: 600 }] },
      ["alerte E10-frais-annexes"],
    ],
    [
      "L6353-1",
      "something remains, not foreseen",
      { resteAChargePrevu: false },
      ["alerte E6-reste-a-charge"],
    ],
    ["L6353-1", "something remains, foreseen", { resteAChargePrevu: true }, []],
    [
      "L6353-1",
      "nothing remains, nothing foreseen",
      { coutAnnuelCentimes: [800000], resteAChargePrevu: false },
      [],
    ],
    ["D6332-82-1", "at a distance", { heuresDistance: 420 }, ["info E7-distance"]],
    [
      "D6332-82-1",
      "more at a distance than hours",
      { heuresDistance: 421 },
      ["info E7-distance", "bloquant E8-heures-a-distance"],
    ],
    [
      "D6332-82",
      "increase without RQTH",
      { majorationRqthCentimes: 100000 },
      ["alerte E9-majoration-sans-rqth"],
    ],
    ["D6332-82", "increase at the cap", { rqth: true, majorationRqthCentimes: 400000 }, []],
    [
      "D6332-82",
      "increase above the cap",
      { rqth: true, majorationRqthCentimes: 400001 },
      ["alerte E9-majoration-plafond"],
    ],
    ["D6332-82", "RQTH, no increase asked", { rqth: true }, ["info E9-majoration-possible"]],
    [
      "D6332-82",
      "RQTH, professionnalisation",
      { rqth: true, contrat: "professionnalisation" },
      ["info E13-echeancier"],
    ],
    ["D6332-83", "equipment at the cap", { frais: { ...frais, premierEquipementCentimes: 50000 } }, []],
    [
      "D6332-83",
      "equipment above the cap",
      { frais: { ...frais, premierEquipementCentimes: 50001 } },
      ["bloquant E10-premier-equipement"],
    ],
    ["L6332-14", "public, level 7", { secteur: "public" }, ["info E11-participation-public"]],
    ["L6332-14", "public, level 5", { secteur: "public", niveauRncp: 5 }, []],
    ["L6332-14", "public, before July 2025", { ...before, secteur: "public" }, ["info E13-echeancier"]],
    [
      "L6332-14",
      "public, professionnalisation",
      { contrat: "professionnalisation", secteur: "public" },
      ["info E13-echeancier"],
    ],
    [
      "L6222-7-1",
      "four years and a day",
      {
        fin: "2030-09-01",
        coutAnnuelCentimes: [],
        npecAnnuelCentimes: [],
        coutDefautCentimes: 850000,
        npecDefautCentimes: 800000,
      },
      ["bloquant E1-cout", "alerte E12-plus-de-quatre-ans"],
    ],
    ["R6332-25", "a day short of a year", { fin: "2027-08-30" }, ["info E13-echeancier"]],
    ["R6332-25", "before July 2025", before, ["info E13-echeancier"]],
    [
      "R6332-25-2",
      "broken: what was entered is not compared",
      { saisie: [row], rupture: { date: "2026-12-09", probatoire: false } },
      [],
    ],
  ])("%s: %s", (_source, what, change, expected) => {
    const { constats } = economics({ ...base, ...change });
    const found = constats.map(({ gravite, regle }) => `${gravite} ${regle}`);
    // A fifth year of one day costs 23,29 €: it does have a price.
    expect(found).toEqual(what === "four years and a day" ? expected.slice(1) : expected);
    if (constats.length > 0) expect(constats).toMatchSnapshot();
  });
});
