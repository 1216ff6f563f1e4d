import { describe } from "vitest";
import { onApprentissage } from "../cases.fixture.ts";
import { none, oneYear } from "./rules.fixture.ts";

const begun = { apprentiDernierDiplomePrepare: "73", apprentiDerniereClasse: "11" };

describe("what the path of the learner adds", () => {
  const same = { ...oneYear, apprentiDiplomePlusEleve: "73" };
  onApprentissage([
    [
      "D6222-30",
      "same level, a year, no increase",
      "P4-majoration-15-points",
      same,
      ["alerte remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-30",
      "same level, a year, 15 points",
      "P4-majoration-15-points",
      { ...same, remunerationA1P1Pourcentage: 68 },
      [],
    ],
    [
      "D6222-30",
      "14 points",
      "P4-majoration-15-points",
      { ...same, remunerationA1P1Pourcentage: 67 },
      ["alerte remunerationA1P1Pourcentage"],
    ],
    ["D6222-30", "another level", "P4-majoration-15-points", { ...oneYear }, []],
    [
      "D6222-30",
      "a year and a day",
      "P4-majoration-15-points",
      { ...same, dateFinContrat: "2027-09-01" },
      [],
    ],
    [
      "D6222-30",
      "diploma of no level",
      "P4-majoration-15-points",
      { ...oneYear, apprentiDiplomePlusEleve: "13", diplomeVise: "25" },
      [],
    ],
    [
      "D6222-30",
      "diploma aimed at unknown",
      "P4-majoration-15-points",
      { ...same, diplomeVise: undefined },
      [],
    ],
    [
      "D6222-30",
      "birth date unknown",
      "P4-majoration-15-points",
      { ...same, apprentiDateNaissance: undefined },
      [],
    ],

    [
      "D6222-28-1",
      "first year of the diploma validated",
      "P6-cycle-commence",
      begun,
      ["alerte remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-28-1",
      "two years validated",
      "P6-cycle-commence",
      { ...begun, apprentiDerniereClasse: "21" },
      ["alerte remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-28-1",
      "paid as a second year",
      "P6-cycle-commence",
      { ...begun, remunerationA1P1Pourcentage: 61, remunerationA2P1Pourcentage: 78 },
      [],
    ],
    [
      "D6222-28-1",
      "first year not validated",
      "P6-cycle-commence",
      { ...begun, apprentiDerniereClasse: "12" },
      [],
    ],
    ["D6222-28-1", "another diploma", "P6-cycle-commence", { apprentiDerniereClasse: "11" }, []],
    [
      "D6222-26",
      "below the grid: the block is enough",
      "P6-cycle-commence",
      { ...begun, remunerationA1P1Pourcentage: 40, remunerationA2P1Pourcentage: 78 },
      [],
    ],
    [
      "D6222-28-1",
      "birth date unknown",
      "P6-cycle-commence",
      { ...begun, apprentiDateNaissance: undefined },
      [],
    ],

    [
      "D6222-28-2",
      "extension paid less",
      "P7-prolongation",
      { typeContratOuAvenant: "33" },
      ["alerte remunerationA1P1Pourcentage"],
      { contratPrecedent: { dernierPourcentage: 54, diplomeObtenu: false } },
    ],
    [
      "D6222-28-2",
      "extension paid the same",
      "P7-prolongation",
      { typeContratOuAvenant: "33" },
      [],
      { contratPrecedent: { dernierPourcentage: 53, diplomeObtenu: false } },
    ],
    [
      "D6222-28-2",
      "another amendment",
      "P7-prolongation",
      { typeContratOuAvenant: "36" },
      [],
      { contratPrecedent: { dernierPourcentage: 54, diplomeObtenu: false } },
    ],
    ["D6222-28-2", "earlier pay unknown", "P7-prolongation", { typeContratOuAvenant: "33" }, []],
    [
      "D6222-28-2",
      "nothing entered",
      "P7-prolongation",
      { ...none, typeContratOuAvenant: "33" },
      [],
      { contratPrecedent: { dernierPourcentage: 54, diplomeObtenu: false } },
    ],

    [
      "D6222-29",
      "succession, diploma obtained",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "21" },
      ["info typeContratOuAvenant"],
    ],
    [
      "D6222-29",
      "another employer, diploma obtained",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "22" },
      ["info typeContratOuAvenant"],
    ],
    [
      "D6222-29",
      "diploma not obtained",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "21", apprentiDerniereClasse: "22" },
      [],
    ],
    ["D6222-29", "first contract", "P8-contrat-precedent", {}, []],
    [
      "D6222-29",
      "previous contract known: P0",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "21" },
      [],
      { contratPrecedent: { dernierPourcentage: 50, diplomeObtenu: true } },
    ],

    // Three quarters of 989,53 € are 742,14 €.
    ["D6222-33", "housing at three quarters", "P9-avantages-en-nature", { avantageLogement: 74214 }, []],
    [
      "D6222-33",
      "housing above three quarters",
      "P9-avantages-en-nature",
      { avantageLogement: 74215 },
      ["alerte avantageLogement"],
    ],
    ["D6222-33", "no housing", "P9-avantages-en-nature", {}, []],
    [
      "D6222-33",
      "salary unknown",
      "P9-avantages-en-nature",
      { avantageLogement: 90000, salaireBrutMensuel: undefined },
      [],
    ],

    ["D6272-2", "public employer", "P10-public", { secteurEmployeur: "public" }, ["info secteurEmployeur"]],
    ["D6272-2", "private employer", "P10-public", {}, []],
  ]);
});
