import { describe, expect, it } from "vitest";
import { displayCents, tidyCents } from "./cents.ts";
import { tidyDate } from "./date.ts";
import { tidyInteger } from "./integer.ts";
import { tidyText } from "./text.ts";

describe("dates", () => {
  it.each([
    ["05/09/2026", "2026-09-05"],
    ["5/9/2026", "2026-09-05"],
    ["05-09-2026", "2026-09-05"],
    ["05.09.2026", "2026-09-05"],
    ["05 / 09 / 2026", "2026-09-05"],
    ["05 09 2026", "2026-09-05"],
    ["05092026", "2026-09-05"],
    ["2026-09-05", "2026-09-05"],
    ["2026/9/5", "2026-09-05"],
    ["5 septembre 2026", "2026-09-05"],
    ["1er Août 2026", "2026-08-01"],
    ["29/02/2028", "2028-02-29"],
    [" 31/12/2026\u00a0", "2026-12-31"],
  ])("%s → %s", (raw, value) => {
    expect(tidyDate(raw)).toEqual({ ok: true, value });
  });

  it.each([
    ["31/02/2026", /Le 31\/02\/2026 n’existe pas/],
    ["29/02/2026", /n’existe pas/],
    ["09/13/2026", /n’existe pas/],
    ["00/01/2026", /n’existe pas/],
    ["2026-13-01", /n’existe pas/],
    ["05/09/1026", /n’existe pas/],
    ["05/09/26", /quatre chiffres/],
    ["5 brumaire 2026", /jour\/mois\/année/],
    ["demain", /jour\/mois\/année/],
    ["2026", /jour\/mois\/année/],
    ["2026-09-05T10:00:00Z", /jour\/mois\/année/],
  ])("refuses %s", (raw, message) => {
    expect(tidyDate(raw)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});

describe("integers (F17 for the headcount)", () => {
  it.each([
    ["35", 35],
    [" 1 234 ", 1234],
    ["1\u202f234", 1234],
    ["35 h", 35],
    ["35 heures", 35],
    ["53 %", 53],
    ["12 mois", 12],
    ["35,00", 35],
    ["0", 0],
    ["-0", 0],
    ["007", 7],
    ["9999", 9999],
  ])("%s → %i", (raw, value) => {
    expect(tidyInteger(raw, { min: 0, max: 9999 })).toEqual({ ok: true, value });
  });

  it.each([
    ["35,5", /nombre entier/],
    ["trente", /nombre entier/],
    ["", /nombre entier/],
    ["1e3", /nombre entier/],
    ["10000", /de 1 à 9999\u00a0heures/],
    ["0", /de 1 à 9999/],
    ["-1", /de 1 à 9999/],
  ])("refuses %s", (raw, message) => {
    expect(tidyInteger(raw, { min: 1, max: 9999, unit: "heures" })).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });
});

describe("amounts", () => {
  it.each([
    ["1 234,56", 123_456],
    ["1\u202f234,56\u00a0€", 123_456],
    ["1234.56", 123_456],
    ["1.234,56", 123_456],
    ["1'234.5", 123_450],
    ["1234", 123_400],
    ["1234,", 123_400],
    ["0,05 euros", 5],
    ["0", 0],
    ["989,53 EUR", 98_953],
    ["3\u202f000,00\u00a0€ / mois", 300_000],
    ["4,15 € par repas", 415],
    ["10 000 000", 1_000_000_000],
  ])("%s → %i cents", (raw, value) => {
    expect(tidyCents(raw)).toEqual({ ok: true, value });
  });

  it.each([
    ["1,234", /deux décimales/],
    ["1.234", /deux décimales/],
    ["1,234.56", /deux décimales/],
    ["-5", /deux décimales/],
    ["12 € 50", /deux décimales/],
    ["mille", /deux décimales/],
    ["10 000 000,01", /dix millions/],
  ])("refuses %s", (raw, message) => {
    expect(tidyCents(raw)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it.each([
    [123_456, "1\u202f234,56\u00a0€"],
    [5, "0,05\u00a0€"],
    [100_000_000, "1\u202f000\u202f000,00\u00a0€"],
    [99_900, "999,00\u00a0€"],
    [-150, "−1,50\u00a0€"],
  ])("%i is read %s", (cents, shown) => {
    expect(displayCents(cents)).toBe(shown);
  });
});

describe("free text", () => {
  it("tidies spaces and drops what cannot be seen", () => {
    expect(tidyText("  12\u00a0 bis\u200b\true\n de Rome\u0007 ", { max: 40 })).toEqual({
      ok: true,
      value: "12 bis rue de Rome",
    });
    expect(tidyText("a\ud800b", { max: 5 })).toEqual({ ok: true, value: "ab" });
  });

  it("keeps paragraphs where the field has several lines", () => {
    expect(tidyText("un \r\ndeux\n\n\n\ntrois\n", { max: 40, multiline: true })).toEqual({
      ok: true,
      value: "un\ndeux\n\ntrois",
    });
  });

  it("counts characters as a person does", () => {
    expect(tidyText("😀😀", { max: 2 })).toEqual({ ok: true, value: "😀😀" });
    expect(tidyText("abc", { max: 2 })).toEqual({
      ok: false,
      message: "Ce texte compte 3 caractères et la case 2 au plus\u00a0: abrégez-le.",
    });
  });
});
