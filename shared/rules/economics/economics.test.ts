import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../dossier/calendar.ts";
import { spread } from "./amounts.ts";
import { base, frais } from "./economics.fixture.ts";
import { type EconomicsInput, economics } from "./index.ts";

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
