import { describe, expect, it } from "vitest";
import { readDraft, type SuiviDepot, toDraft } from "./deposit-draft.ts";

const depot: SuiviDepot = {
  deposeLe: "2026-09-05",
  deposant: "cfa",
  opco: "OPCO EP",
  decision: "accord",
  decisionLe: "2026-09-20",
  numeroDepot: "013202609000123",
  signatures: { employeur: "2026-08-30", cfa: "2026-09-01" },
};

describe("deposit follow-up", () => {
  it("comes back as it was stored", () => {
    const read = readDraft(toDraft(depot));
    expect(read.ok && JSON.parse(JSON.stringify(read.depot))).toEqual(depot);
  });
  it("shows dates as they are written", () => {
    expect(toDraft(depot)).toMatchObject({
      deposeLe: "05/09/2026",
      employeur: "30/08/2026",
      alternant: "",
      motif: "",
    });
  });
  it("names every date to correct and sends nothing", () => {
    const read = readDraft({ ...toDraft(depot), deposeLe: "32/01/2026", cfa: "hier" });
    expect(read).toMatchObject({
      ok: false,
      errors: { deposeLe: expect.any(String), cfa: expect.any(String) },
    });
  });
});
