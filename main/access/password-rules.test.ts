import { describe, expect, it } from "vitest";
import { generatePassword, generatePhoneCode } from "../generate-password.ts";
import { passwordProblem } from "./password-rules.ts";

const context = ["Léa Arnaud-Delmas", "lea.arnaud@example.fr", "CFA des Calanques"];

describe("password rules", () => {
  it.each([
    "trois petits lézards verts",
    "le tram de 7h12 est plein",
    "xK#9 zz pluie violette",
    "ÉTÉ à l’ombre du figuier",
    "👩🏽‍🚀 fusée orange vers saturne",
  ])("accepts %s", (password) => {
    expect(passwordProblem(password, context)).toBeUndefined();
  });

  it.each([
    ["court", "15"],
    ["quatorze signes".slice(0, 14), "15"],
    ["aaaaaaaaaaaaaaaaaaaa", "répète"],
    ["abababababababababab", "répète"],
    ["abcdefghijklmnopq", "suite"],
    ["azertyuiopqsdfghjk", "suite"],
    ["motdepassemotdepasse", "deviner"],
    ["Azerty123456789!Soleil", "deviner"],
    ["LeaArnaudDelmas2026", "deviner"],
    ["cfa-des-calanques-cactus", "deviner"],
    ["x".repeat(3) + "yz1".repeat(100), "trop long"],
  ])("refuses %s", (password, reason) => {
    expect(passwordProblem(password, context)).toContain(reason);
  });

  it("generated passwords satisfy the rule and have no ambiguous character", () => {
    const all = Array.from({ length: 200 }, generatePassword);
    expect(new Set(all).size).toBe(200);
    for (const one of all) {
      expect(passwordProblem(one, context)).toBeUndefined();
      expect(one).not.toMatch(/[0O1lIio]/);
    }
  });

  it("a phone code is eight digits", () => {
    expect(generatePhoneCode()).toMatch(/^\d{8}$/);
  });
});
