import { describe, expect, it } from "vitest";
import { base, before, deux, frais, two, type YearCase } from "./economics.fixture.ts";
import { economics } from "./index.ts";

describe("amounts of a year", () => {
  it.each<YearCase>([
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
