import { describe, expect, it } from "vitest";
import { NAME_MAX, tidyName } from "./name.ts";

describe("Noms d’état civil (regles.md F13)", () => {
  it.each([
    ["Martin", "Martin"],
    ["  de   La Tour ", "de La Tour"],
    ["d’Ornano", "d'Ornano"],
    ["D' Ornano", "D' Ornano"],
    ["L`Hermite", "L'Hermite"],
    ["'t Hooft", "'t Hooft"],
    ["Jean – Baptiste", "Jean-Baptiste"],
    ["Dupont--Martin", "Dupont--Martin"],
    ["Éloïse", "Éloïse"],
    ["E\u0301loi\u0308se", "Éloïse"],
    ["Nguyễn", "Nguyễn"],
    ["Œuvrard", "Œuvrard"],
    ["O", "O"],
    ["EL HADDAD", "EL HADDAD"],
    ["Le Goff\u00a0", "Le Goff"],
  ])("%j → %s", (raw, value) => {
    expect(tidyName(raw)).toEqual({ ok: true, value });
    expect(tidyName(value)).toEqual({ ok: true, value });
  });

  it.each([
    ["Martin2", /chiffre/],
    ["Mart1n", /chiffre/],
    ["Martin, Léa", /que des lettres/],
    ["M. Martin", /que des lettres/],
    ["Martin@", /que des lettres/],
    ["-Martin", /que des lettres/],
    ["Martin-", /que des lettres/],
    ["Jean---Paul", /que des lettres/],
    ["'", /que des lettres/],
    ["a".repeat(NAME_MAX + 1), /80 caractères/],
  ])("refuses %j", (raw, message) => {
    expect(tidyName(raw)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it("accepts the longest name", () => {
    expect(tidyName("a".repeat(NAME_MAX)).ok).toBe(true);
  });
});
