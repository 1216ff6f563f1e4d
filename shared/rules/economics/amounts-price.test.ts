import { describe } from "vitest";
import { frais, onOneYear } from "./economics.fixture.ts";

describe("amounts of a year", () => {
  onOneYear([
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
  ]);
});
