import { describe, expect, it } from "vitest";
import { onApprentissage } from "./cases.fixture.ts";
import { duration } from "./duration.ts";

const D6 = ["bloquant dateFinContrat"];

describe("dates, apprenticeship", () => {
  onApprentissage([
    ["L6222-7-1", "six months exactly", "D6-duree", { dateFinContrat: "2027-02-28" }, []],
    ["L6222-7-1", "a day short of six months", "D6-duree", { dateFinContrat: "2027-02-27" }, D6],
    [
      "R6222-23-1",
      "short, after a rupture",
      "D6-duree",
      { dateFinContrat: "2027-01-31", typeContratOuAvenant: "23" },
      [],
    ],
    [
      "L6231-2 5°",
      "short, coming from a broken contract",
      "D6-duree",
      { dateFinContrat: "2027-01-31", apprentiSituationAvantContrat: "8" },
      [],
    ],
    [
      "notice p. 5",
      "short, amendment",
      "D6-duree",
      { dateFinContrat: "2027-01-31", typeContratOuAvenant: "36" },
      [],
    ],
    ["L6222-7-1", "three years exactly", "D6-duree", { dateFinContrat: "2029-08-31" }, []],
    [
      "L6222-7-1",
      "three years and a day",
      "D6-duree",
      { dateFinContrat: "2029-09-01" },
      ["alerte dateFinContrat"],
    ],
    [
      "L6222-37 2°",
      "four years, RQTH",
      "D6-duree",
      { dateFinContrat: "2030-08-31", apprentiRqth: "oui" },
      [],
    ],
    [
      "L6222-37 2°",
      "four years and a day, RQTH",
      "D6-duree",
      { dateFinContrat: "2030-09-01", apprentiRqth: "oui" },
      ["alerte dateFinContrat"],
    ],
    [
      "L6222-40 1°",
      "four years, athlete",
      "D6-duree",
      { dateFinContrat: "2030-08-31", apprentiSportifHautNiveau: "oui" },
      [],
    ],
    [
      "L6222-11",
      "extension after a failure",
      "D6-duree",
      { dateFinContrat: "2030-08-31", typeContratOuAvenant: "33" },
      [],
    ],
    [
      "notice p. 5",
      "extension after RQTH",
      "D6-duree",
      { dateFinContrat: "2030-08-31", typeContratOuAvenant: "34" },
      [],
    ],
    ["outil public", "54 months", "D6-duree", { dateFinContrat: "2031-02-28" }, ["alerte dateFinContrat"]],
    [
      "outil public",
      "54 months and a day",
      "D6-duree",
      { dateFinContrat: "2031-03-01", apprentiRqth: "oui" },
      D6,
    ],
    ["D10", "ends before it begins: D10 says it", "D6-duree", { dateFinContrat: "2026-08-01" }, []],
    ["L6222-7-1", "end unknown", "D6-duree", { dateFinContrat: undefined }, []],

    [
      "R6222-6",
      "reduction and 21",
      "D7-amenagement",
      { conventionAmenagementDuree: "reduction", typeDerogation: "21" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "reduction and 22",
      "D7-amenagement",
      { conventionAmenagementDuree: "reduction", typeDerogation: "22" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "extension and 22",
      "D7-amenagement",
      { conventionAmenagementDuree: "allongement", typeDerogation: "22" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "extension and 21",
      "D7-amenagement",
      { conventionAmenagementDuree: "allongement", typeDerogation: "21" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "extension and 50",
      "D7-amenagement",
      { conventionAmenagementDuree: "allongement", typeDerogation: "50" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "extension, derogation unknown",
      "D7-amenagement",
      { conventionAmenagementDuree: "allongement" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "21 without a convention",
      "D7-amenagement",
      { typeDerogation: "21" },
      ["alerte conventionAmenagementDuree"],
    ],
    [
      "R6222-6",
      "22, no convention",
      "D7-amenagement",
      { typeDerogation: "22", conventionAmenagementDuree: "aucune" },
      ["alerte conventionAmenagementDuree"],
    ],
    ["R6222-6", "nothing arranged", "D7-amenagement", { conventionAmenagementDuree: "aucune" }, []],

    [
      "R6222-23-1",
      "short after a rupture",
      "D8-fin-de-cycle",
      { dateFinContrat: "2027-02-27", typeContratOuAvenant: "23" },
      ["info dateFinContrat"],
    ],
    [
      "R6222-23-1",
      "six months after a rupture",
      "D8-fin-de-cycle",
      { dateFinContrat: "2027-02-28", typeContratOuAvenant: "23" },
      [],
    ],
    ["R6222-23-1", "short, first contract", "D8-fin-de-cycle", { dateFinContrat: "2027-01-31" }, []],
  ]);
});

describe("duration in words", () => {
  it.each([
    ["2026-09-01", "2028-08-31", "24 mois"],
    ["2026-09-01", "2027-02-27", "5 mois et 27 jours"],
    ["2026-09-01", "2026-10-01", "1 mois et 1 jour"],
    ["2026-09-01", "2026-09-01", "0 mois et 1 jour"],
  ])("%s to %s is %s", (debut, fin, words) => {
    expect(duration(debut, fin)).toBe(words);
  });
});
