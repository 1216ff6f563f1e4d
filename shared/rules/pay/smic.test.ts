import { describe, expect, it } from "vitest";
import { monthlyOf, smicAt, smicOf, smicTable } from "./smic.ts";

describe("SMIC", () => {
  it.each([
    ["01/01/2023", "2023-01-01", 1127, 170928],
    ["30/04/2023", "2023-04-30", 1127, 170928],
    ["01/05/2023", "2023-05-01", 1152, 174720],
    ["01/01/2024", "2024-01-01", 1165, 176692],
    ["31/10/2024", "2024-10-31", 1165, 176692],
    ["01/11/2024", "2024-11-01", 1188, 180180],
    ["31/12/2025", "2025-12-31", 1188, 180180],
    ["01/01/2026", "2026-01-01", 1202, 182303],
    ["01/06/2026", "2026-06-01", 1231, 186702],
    ["after the last value known", "2030-01-01", 1231, 186702],
  ])("%s", (_label, at, horaire, mensuel) => {
    expect(smicAt(smicTable, at)).toMatchObject({ horaireCentimes: horaire, mensuelCentimes: mensuel });
    expect(smicOf(smicTable, at)).toMatchObject({ horaire, mensuel });
  });

  it("monthly is hourly × 35 × 52 / 12, to the cent, for every published value", () => {
    for (const { horaireCentimes, mensuelCentimes, depuis } of smicTable)
      expect(monthlyOf(horaireCentimes), depuis).toBe(mensuelCentimes);
    expect(monthlyOf(1231)).toBe(186702);
  });

  it("takes an edited table in any order, and Mayotte when it has its own value", () => {
    const table = [
      { depuis: "2027-01-01", horaireCentimes: 1300, mensuelCentimes: 197167, mayotteHoraireCentimes: 1100 },
      { depuis: "2026-01-01", horaireCentimes: 1202, mensuelCentimes: 182303 },
    ];
    expect(smicOf(table, "2027-03-01")).toEqual({ depuis: "2027-01-01", horaire: 1300, mensuel: 197167 });
    expect(smicOf(table, "2027-03-01", true)).toEqual({
      depuis: "2027-01-01",
      horaire: 1100,
      mensuel: 166833,
    });
    expect(smicOf(table, "2026-03-01", true)).toEqual({
      depuis: "2026-01-01",
      horaire: 1202,
      mensuel: 182303,
    });
    expect(smicOf(table, "2025-12-31")).toBeUndefined();
    expect(smicOf([], "2026-01-01")).toBeUndefined();
  });
});
