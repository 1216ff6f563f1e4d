import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../dossier/calendar.ts";
import { spread } from "./amounts.ts";
import {
  type AnneeSaisie,
  type EconomicsInput,
  type EconomicsYear,
  economics,
  financingAt,
} from "./index.ts";

/** A master in one year (365 days), NPEC 8 000 €, price 8 500 €, concluded after July 2025. */
const base: EconomicsInput = {
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
const before = { dateConclusion: "2025-06-30" };
const frais = { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 };
/** 500 days: 365 then 135. */
const deux = {
  fin: "2028-01-13",
  coutAnnuelCentimes: [850000, 850000],
  npecAnnuelCentimes: [800000, 800000],
};

const one = (change: Partial<EconomicsInput>): EconomicsYear | undefined =>
  economics({ ...base, ...change }).annees[0];
const two = (change: Partial<EconomicsInput>): EconomicsYear | undefined =>
  economics({ ...base, ...deux, ...change }).annees[1];

describe("amounts of a year", () => {
  it.each<
    readonly [source: string, what: string, change: Partial<EconomicsInput>, expected: Partial<EconomicsYear>]
  >([
    [
      "D6332-78",
      "a whole year",
      {},
      { jours: 365, npecCentimes: 800000, niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "R6332-25-1",
      "level 7: 750 €, taken off the OPCO's share",
      {},
      { participationCentimes: 75000, priseEnChargeCentimes: 725000, resteAChargeCentimes: 50000 },
    ],
    ["L6332-14", "level 6: 750 €", { niveauRncp: 6 }, { participationCentimes: 75000 }],
    [
      "L6332-14",
      "level 5: none",
      { niveauRncp: 5 },
      { participationCentimes: 0, priseEnChargeCentimes: 800000 },
    ],
    [
      "décret 2025-585",
      "concluded on 1 July 2025: 750 €",
      { dateConclusion: "2025-07-01" },
      { participationCentimes: 75000 },
    ],
    [
      "décret 2025-585",
      "concluded on 30 June 2025: none",
      before,
      { participationCentimes: 0, priseEnChargeCentimes: 800000 },
    ],
    [
      "R6332-25-1",
      "new employer after a rupture: 200 €",
      { typeContrat: "23" },
      { participationCentimes: 20000, priseEnChargeCentimes: 780000 },
    ],
    ["R6332-25-1", "succession after an end: 750 €", { typeContrat: "22" }, { participationCentimes: 75000 }],
    [
      "L6332-14 (to be checked)",
      "public employer: not counted",
      { secteur: "public" },
      { participationCentimes: 0 },
    ],
    [
      "L6332-14",
      "professionnalisation: none",
      { contrat: "professionnalisation" },
      { participationCentimes: 0, priseEnChargeCentimes: 800000 },
    ],
    [
      "R6332-25-1",
      "750 € whatever the length",
      { fin: "2027-02-28" },
      { participationCentimes: 75000, niveauPriseEnChargeCentimes: 396712 },
    ],
    // Prorata by day.
    [
      "décret 2025-585",
      "181 days: 8 000 × 181 / 365",
      { fin: "2027-02-28" },
      { jours: 181, niveauPriseEnChargeCentimes: 396712 },
    ],
    [
      "décret 2025-585",
      "one day short of a year",
      { fin: "2027-08-30" },
      { jours: 364, niveauPriseEnChargeCentimes: 797808 },
    ],
    ["décret 2025-585", "one day", { fin: "2026-09-01" }, { jours: 1, niveauPriseEnChargeCentimes: 2192 }],
    [
      "V: divisor 365",
      "366 days of a leap year: the NPEC, no more",
      { debut: "2027-09-01", fin: "2028-08-31" },
      { jours: 366, niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "V: divisor 365",
      "183 days of a leap year by 365",
      { debut: "2027-09-01", fin: "2028-03-01" },
      { jours: 183, niveauPriseEnChargeCentimes: 401096 },
    ],
    [
      "V: real divisor",
      "183 days of a leap year by 366",
      { debut: "2027-09-01", fin: "2028-03-01", diviseur: "reel" },
      { jours: 183, niveauPriseEnChargeCentimes: 400000 },
    ],
    [
      "V: real divisor",
      "an ordinary year",
      { diviseur: "reel", fin: "2027-02-28" },
      { niveauPriseEnChargeCentimes: 396712 },
    ],
    // Before July 2025: every month begun is due.
    [
      "before 2025-585",
      "six months exactly",
      { ...before, fin: "2027-02-28" },
      { niveauPriseEnChargeCentimes: 400000 },
    ],
    [
      "before 2025-585",
      "a seventh month begun",
      { ...before, fin: "2027-03-01" },
      { niveauPriseEnChargeCentimes: 466667 },
    ],
    ["before 2025-585", "a year", before, { niveauPriseEnChargeCentimes: 800000 }],
    // Distance.
    [
      "D6332-82-1",
      "80 % at a distance: − 20 %",
      { heuresDistance: 336 },
      { niveauPriseEnChargeCentimes: 640000, minorationDistanceCentimes: 160000 },
    ],
    [
      "D6332-82-1",
      "an hour under 80 %",
      { heuresDistance: 335 },
      { niveauPriseEnChargeCentimes: 800000, minorationDistanceCentimes: 0 },
    ],
    [
      "D6332-82-1",
      "floor of 4 000 €",
      { heuresDistance: 420, npecAnnuelCentimes: [450000] },
      { niveauPriseEnChargeCentimes: 400000, minorationDistanceCentimes: 50000 },
    ],
    [
      "D6332-82-1",
      "5 000 € − 20 % are the floor",
      { heuresDistance: 420, npecAnnuelCentimes: [500000] },
      { niveauPriseEnChargeCentimes: 400000 },
    ],
    [
      "D6332-82-1",
      "a NPEC below the floor is not raised",
      { heuresDistance: 420, npecAnnuelCentimes: [350000] },
      { niveauPriseEnChargeCentimes: 350000, minorationDistanceCentimes: 0 },
    ],
    [
      "D6332-82-1",
      "half a year: cut, then prorata",
      { heuresDistance: 420, fin: "2027-02-28" },
      { niveauPriseEnChargeCentimes: 317370, minorationDistanceCentimes: 79342 },
    ],
    [
      "arrêté 26/11/2025",
      "exempt certification",
      { heuresDistance: 420, exempteDistance: true },
      { niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "D6332-82-1",
      "concluded before July 2025",
      { ...before, heuresDistance: 420 },
      { niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "D6332-82-1",
      "professionnalisation",
      { contrat: "professionnalisation", heuresDistance: 420 },
      { niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "D6332-82-1",
      "hours unknown",
      { heures: undefined, heuresDistance: 420 },
      { niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "D6332-82-1",
      "no hour at all",
      { heures: 0, heuresDistance: 0 },
      { niveauPriseEnChargeCentimes: 800000 },
    ],
    [
      "D6332-82-1",
      "distance unknown",
      { heuresDistance: undefined },
      { niveauPriseEnChargeCentimes: 800000 },
    ],
    // Disability.
    [
      "D6332-82",
      "increase of 4 000 €",
      { rqth: true, majorationRqthCentimes: 400000 },
      {
        majorationRqthCentimes: 400000,
        niveauPriseEnChargeCentimes: 1200000,
        priseEnChargeCentimes: 1125000,
        resteAChargeCentimes: 0,
      },
    ],
    // Rupture.
    [
      "décret 2025-585",
      "broken after 100 days",
      { rupture: { date: "2026-12-09", probatoire: false } },
      { jours: 100, au: "2026-12-09", niveauPriseEnChargeCentimes: 219178, participationCentimes: 75000 },
    ],
    [
      "R6332-25-2",
      "broken in the first 45 days: half of the prorata",
      { rupture: { date: "2026-10-10", probatoire: true } },
      { jours: 40, niveauPriseEnChargeCentimes: 87671, participationCentimes: 43836 },
    ],
    [
      "R6332-25-2",
      "broken in the first 45 days: 750 € at most",
      { rupture: { date: "2026-12-09", probatoire: true } },
      { niveauPriseEnChargeCentimes: 219178, participationCentimes: 75000 },
    ],
    [
      "R6332-25-2",
      "a rupture after the end changes nothing",
      { rupture: { date: "2027-09-30", probatoire: false } },
      { jours: 365, au: "2027-08-31" },
    ],
    // Expenses.
    ["D6332-83", "10 nights at 6 €", { frais: { ...frais, nuitees: 10 } }, { fraisAnnexesCentimes: 6000 }],
    ["D6332-83", "40 meals at 3 €", { frais: { ...frais, repas: 40 } }, { fraisAnnexesCentimes: 12000 }],
    [
      "D6332-83",
      "first equipment under the cap",
      { frais: { ...frais, premierEquipementCentimes: 49999 } },
      { fraisAnnexesCentimes: 49999 },
    ],
    [
      "D6332-83",
      "first equipment at the cap",
      { frais: { ...frais, premierEquipementCentimes: 80000 } },
      { fraisAnnexesCentimes: 50000 },
    ],
    [
      "D6332-83",
      "mobility as agreed",
      { frais: { ...frais, mobiliteCentimes: 150000 } },
      { fraisAnnexesCentimes: 150000 },
    ],
    [
      "D6332-83",
      "all of them",
      { frais: { nuitees: 10, repas: 40, premierEquipementCentimes: 30000, mobiliteCentimes: 1 } },
      { fraisAnnexesCentimes: 48001 },
    ],
    [
      "D6332-83",
      "they do not change what remains",
      { frais: { ...frais, nuitees: 100 } },
      { resteAChargeCentimes: 50000 },
    ],
    // What remains to be paid.
    [
      "L6353-1",
      "price below the level: nothing remains",
      { coutAnnuelCentimes: [700000] },
      { resteAChargeCentimes: 0 },
    ],
    ["L6353-1", "price equal to the level", { coutAnnuelCentimes: [800000] }, { resteAChargeCentimes: 0 }],
    [
      "L6353-1",
      "participation above the level: the OPCO pays nothing",
      { npecAnnuelCentimes: [50000] },
      { priseEnChargeCentimes: 0, participationCentimes: 75000, resteAChargeCentimes: 775000 },
    ],
    // Defaults.
    [
      "formation",
      "price and NPEC of the formation",
      {
        coutAnnuelCentimes: [],
        npecAnnuelCentimes: [],
        coutDefautCentimes: 900000,
        npecDefautCentimes: 700000,
      },
      { coutCentimes: 900000, npecCentimes: 700000 },
    ],
    [
      "formation",
      "half a year: the default price is prorated, the NPEC stays annual",
      {
        fin: "2027-02-28",
        coutAnnuelCentimes: [],
        npecAnnuelCentimes: [],
        coutDefautCentimes: 900000,
        npecDefautCentimes: 700000,
      },
      { coutCentimes: 446301, npecCentimes: 700000, niveauPriseEnChargeCentimes: 347123 },
    ],
    ["formation", "an entered price is taken as it is", { fin: "2027-02-28" }, { coutCentimes: 850000 }],
    [
      "formation",
      "nothing known",
      { coutAnnuelCentimes: [], npecAnnuelCentimes: [] },
      { coutCentimes: 0, npecCentimes: 0, priseEnChargeCentimes: 0 },
    ],
    [
      "formation",
      "date of conclusion unknown: the start",
      { dateConclusion: "" },
      { participationCentimes: 75000 },
    ],
  ])("%s: %s", (_source, _what, change, expected) => {
    expect(one(change)).toMatchObject(expected);
  });

  it.each<
    readonly [source: string, what: string, change: Partial<EconomicsInput>, expected: Partial<EconomicsYear>]
  >([
    [
      "R6332-25-1",
      "the second year has no participation",
      {},
      { annee: 2, du: "2027-09-01", au: "2028-01-13", jours: 135, participationCentimes: 0 },
    ],
    [
      "décret 2025-585",
      "135 days of the second year",
      {},
      { niveauPriseEnChargeCentimes: 295890, priseEnChargeCentimes: 295890 },
    ],
    ["before 2025-585", "five months begun", before, { niveauPriseEnChargeCentimes: 333333 }],
    [
      "D6332-82",
      "increase shared by days",
      { rqth: true, majorationRqthCentimes: 400000 },
      { majorationRqthCentimes: 108000 },
    ],
    [
      "D6332-83",
      "nights and meals shared by days, equipment in the first year",
      { frais: { nuitees: 100, repas: 100, premierEquipementCentimes: 50000, mobiliteCentimes: 10000 } },
      { fraisAnnexesCentimes: 24300 },
    ],
    [
      "formation",
      "the default price of a short year, a leap year",
      { coutAnnuelCentimes: [850000], coutDefautCentimes: 850000 },
      { coutCentimes: 313525 },
    ],
  ])("second year, %s: %s", (_source, _what, change, expected) => {
    expect(two(change)).toMatchObject(expected);
  });

  it("totals the years", () => {
    const { annees, total } = economics({
      ...base,
      ...deux,
      frais: { ...frais, nuitees: 100 },
      heuresDistance: 420,
      majorationRqthCentimes: 10000,
    });
    expect(annees).toHaveLength(2);
    expect(total).toEqual({
      jours: 500,
      coutCentimes: 1700000,
      npecCentimes: 1600000,
      niveauPriseEnChargeCentimes: 640000 + 236712 + 10000,
      minorationDistanceCentimes: 160000 + 59178,
      majorationRqthCentimes: 10000,
      priseEnChargeCentimes: 640000 + 236712 + 10000 - 75000,
      participationCentimes: 75000,
      fraisAnnexesCentimes: 60000,
      resteAChargeCentimes: 1700000 - 640000 - 236712 - 10000,
    });
  });

  it("gives no year for reversed or wrong dates", () => {
    expect(economics({ ...base, fin: "2026-08-31" }).annees).toEqual([]);
    expect(economics({ ...base, debut: "demain" }).annees).toEqual([]);
    expect(economics({ ...base, debut: "demain" })).toMatchObject({
      echeancier: [],
      constats: [],
      majorationRqthCentimes: 0,
    });
    expect(economics({ ...base, fin: "demain" })).toMatchObject({ echeancier: [], constats: [] });
  });
});

describe("parameters", () => {
  it.each([
    ["2018-01-01", "2019-01-01"],
    ["2025-06-30", "2019-01-01"],
    ["2025-07-01", "2025-07-01"],
    ["2030-01-01", "2025-07-01"],
  ])("concluded on %s: rules of %s", (conclusion, depuis) => {
    expect(financingAt(conclusion).depuis).toBe(depuis);
  });
});

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

describe("whatever the contract", () => {
  const input = fc
    .record({
      start: fc.integer({ min: 0, max: 1500 }),
      days: fc.integer({ min: 0, max: 1400 }),
      signed: fc.integer({ min: 0, max: 1500 }),
      niveauRncp: fc.integer({ min: 3, max: 8 }),
      secteur: fc.constantFrom("prive" as const, "public" as const),
      typeContrat: fc.constantFrom("11", "21", "23"),
      heuresDistance: fc.integer({ min: 0, max: 420 }),
      npec: fc.integer({ min: 0, max: 1500000 }),
      cout: fc.integer({ min: 0, max: 1500000 }),
      majorationRqthCentimes: fc.integer({ min: 0, max: 400000 }),
      nuitees: fc.integer({ min: 0, max: 300 }),
      repas: fc.integer({ min: 0, max: 300 }),
      diviseur: fc.constantFrom("365" as const, "reel" as const),
    })
    .map(({ start, days, signed, npec, cout, nuitees, repas, ...rest }): EconomicsInput => {
      const debut = addDays("2024-06-01", start);
      return {
        ...base,
        ...rest,
        rqth: true,
        debut,
        fin: addDays(debut, days),
        dateConclusion: addDays("2024-06-01", signed),
        coutAnnuelCentimes: [cout, cout, cout, cout],
        npecAnnuelCentimes: [npec, npec, npec, npec],
        frais: { ...frais, nuitees, repas },
      };
    });

  it("amounts are whole cents, never negative, and add up", () => {
    fc.assert(
      fc.property(input, (one) => {
        const { annees, total, echeancier } = economics(one);
        for (const year of annees) {
          for (const value of Object.values(year))
            if (typeof value === "number") {
              expect(Number.isSafeInteger(value)).toBe(true);
              expect(value).toBeGreaterThanOrEqual(0);
            }
          expect(year.niveauPriseEnChargeCentimes - year.majorationRqthCentimes).toBeLessThanOrEqual(
            year.npecCentimes,
          );
          expect(
            year.priseEnChargeCentimes + year.participationCentimes + year.resteAChargeCentimes,
          ).toBeGreaterThanOrEqual(year.coutCentimes);
        }
        expect(total.majorationRqthCentimes).toBe(one.majorationRqthCentimes);
        expect(total.fraisAnnexesCentimes).toBe(
          (one.frais?.nuitees ?? 0) * 600 + (one.frais?.repas ?? 0) * 300,
        );
        const paid = (payeur: string) =>
          echeancier
            .filter((row) => row.payeur === payeur)
            .reduce((sum, row) => sum + row.montantCentimes, 0);
        expect(paid("opco")).toBe(total.priseEnChargeCentimes + total.fraisAnnexesCentimes);
        expect(paid("employeur")).toBe(total.participationCentimes + total.resteAChargeCentimes);
        for (const { date } of echeancier) if (date) expect(date >= one.debut && date <= one.fin).toBe(true);
      }),
    );
  });

  it("entering what is proposed raises nothing, and proposes the same again", () => {
    fc.assert(
      fc.property(input, (one) => {
        const first = economics(one);
        const saisie = first.annees.map(
          ({
            annee,
            coutCentimes,
            npecCentimes,
            priseEnChargeCentimes,
            participationCentimes,
            fraisAnnexesCentimes,
            resteAChargeCentimes,
          }) => ({
            annee,
            coutCentimes,
            npecCentimes,
            priseEnChargeCentimes,
            participationCentimes,
            fraisAnnexesCentimes,
            resteAChargeCentimes,
          }),
        );
        const again = economics({
          ...one,
          saisie,
          coutAnnuelCentimes: saisie.map((year) => year.coutCentimes),
          npecAnnuelCentimes: saisie.map((year) => year.npecCentimes),
        });
        expect(again.annees).toEqual(first.annees);
        expect(again.constats).toEqual(first.constats);
      }),
    );
  });

  it("spread loses no cent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10000000 }),
        fc.array(fc.integer({ min: 1, max: 366 }), { minLength: 1, maxLength: 5 }),
        (amount, weights) => {
          const parts = spread(amount, weights);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
          for (const part of parts) expect(part).toBeGreaterThanOrEqual(0);
        },
      ),
    );
    expect(spread(100, [])).toEqual([]);
    expect(spread(100, [0, 0])).toEqual([0, 0]);
    expect(spread(100, [1, 1, 1])).toEqual([33, 34, 33]);
  });
});
