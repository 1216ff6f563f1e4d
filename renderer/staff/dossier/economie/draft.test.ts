import { describe, expect, it } from "vitest";
import type { EconomieSaisie } from "../../../../shared/api/models.ts";
import { addYear, readDraft, removeLastYear, toDraft, totals } from "./draft.ts";

const year = (annee: number, cout: number) => ({
  annee,
  coutCentimes: cout,
  npecCentimes: cout - 50_000,
  priseEnChargeCentimes: cout - 50_000,
  participationCentimes: 0,
  fraisAnnexesCentimes: 1_234,
  resteAChargeCentimes: 50_000,
});
const saisie: EconomieSaisie = {
  annees: [year(1, 800_000), year(2, 812_345)],
  frais: { nuitees: 12, repas: 140, premierEquipementCentimes: 50_000, mobiliteCentimes: 0 },
  majorationRqthCentimes: 0,
  resteAChargePrevu: true,
  remarque: "Accord du 3 septembre",
};

describe("economic sheet", () => {
  it("comes back as it was stored, to the cent", () => {
    expect(readDraft(toDraft(saisie))).toEqual({ ok: true, saisie });
  });
  it("writes amounts as they are read", () => {
    expect(toDraft(saisie).annees[1]?.coutCentimes).toBe("8\u202f123,45");
  });
  it("starts from one empty year when nothing is stored or proposed", () => {
    expect(readDraft(toDraft(undefined))).toMatchObject({
      ok: true,
      saisie: { annees: [{ annee: 1, coutCentimes: 0 }] },
    });
  });
  it("names every amount to correct, none is sent", () => {
    const draft = toDraft(saisie);
    const wrong = {
      ...draft,
      repas: "beaucoup",
      annees: draft.annees.map((one) => (one.annee === 2 ? { ...one, npecCentimes: "1.234" } : one)),
    };
    const read = readDraft(wrong);
    expect(read.ok ? {} : Object.keys(read.errors).sort()).toEqual(["2.npecCentimes", "repas"]);
  });
  it("totals each column, ignoring what cannot be read yet", () => {
    expect(totals(toDraft(saisie))).toMatchObject({ coutCentimes: 1_612_345, fraisAnnexesCentimes: 2_468 });
    const draft = toDraft(saisie);
    const typing = {
      ...draft,
      annees: draft.annees.map((one) => ({
        ...one,
        coutCentimes: one.annee === 1 ? "8 0x" : one.coutCentimes,
      })),
    };
    expect(totals(typing).coutCentimes).toBe(812_345);
  });
  it("holds one to four years", () => {
    let draft = toDraft(saisie);
    for (let i = 0; i < 5; i += 1) draft = addYear(draft);
    expect(draft.annees.map(({ annee }) => annee)).toEqual([1, 2, 3, 4]);
    for (let i = 0; i < 6; i += 1) draft = removeLastYear(draft);
    expect(draft.annees.map(({ annee }) => annee)).toEqual([1]);
  });
});
