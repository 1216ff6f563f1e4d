import { describe } from "vitest";
import { before, onOneYear } from "./economics.fixture.ts";

describe("amounts of a year", () => {
  onOneYear([
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
  ]);
});
