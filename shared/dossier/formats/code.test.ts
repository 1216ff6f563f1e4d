import { describe, expect, it } from "vitest";
import { formTable, formVersions } from "../forms/index.ts";
import { foldedLabel, tidyCode } from "./code.ts";

/** The version whose table it is; any for a common one. */
const formHaving = (id: string) => formVersions.find((form) => formTable(id, form)) ?? formVersions[0];

describe("codes of the nomenclatures", () => {
  it.each([
    ["derniereClasse", "01", "01"],
    ["derniereClasse", "1", "01"],
    ["diplomeApprentissage", "73", "73"],
    ["diplomeApprentissage", "Master", "73"],
    ["diplomeApprentissage", "73 – Master", "73"],
    ["diplomeApprentissage", "73 Master", "73"],
    ["baseRemuneration", "smic", "SMIC"],
    ["sexe", "f", "F"],
    ["situationAvantContratApprentissage", "etudiant", "3"],
    ["opco", "l’opcommerce", "OPCOMMERCE"],
    ["typeQualification", "5", "5"],
    ["specialiteNsf", "324", "324"],
    ["specialiteNsf", "326t", "326"],
    ["specialiteNsf", "111", "111"],
  ])("%s: %s → %s", (id, raw, value) => {
    expect(tidyCode(id, raw, formHaving(id))).toEqual({ ok: true, value });
  });

  it.each([
    ["diplomeApprentissage", "31", /pas dans la liste/],
    ["diplomeProfessionnalisation", "54", /pas dans la liste/],
    ["sexe", "X", /pas dans la liste/],
    ["specialiteNsf", "21", /3 chiffres/],
    ["specialiteNsf", "abcd", /3 chiffres/],
  ])("%s refuses %s", (id, raw, message) => {
    expect(tidyCode(id, raw, formHaving(id))).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it("compares labels without accents, case or punctuation", () => {
    expect(foldedLabel("  L’Étudiant(e) – ")).toBe("l etudiant e");
  });
});
