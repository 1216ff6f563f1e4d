import { describe, expect, it } from "vitest";
import { onApprentissage, onProfessionnalisation } from "./cases.fixture.ts";
import { departmentsAgree } from "./identity.ts";

/** The builder: NIR 2 03 05 13 055 123, F, born 14/05/2003 in department 13. */
describe("identity", () => {
  const nir = "bloquant apprentiNir";
  onApprentissage([
    ["outil public", "all agree", "F5-nir-coherence", {}, []],
    ["outil public", "sex", "F5-nir-coherence", { apprentiSexe: "M" }, [nir]],
    ["outil public", "sex, the other way", "F5-nir-coherence", { apprentiNir: "1030513055123" }, [nir]],
    ["F3", "provisional 7 is a man", "F5-nir-coherence", { apprentiNir: "7030513055123" }, [nir]],
    ["F3", "provisional 8 is a woman", "F5-nir-coherence", { apprentiNir: "8030513055123" }, []],
    ["F3", "3 says no sex", "F5-nir-coherence", { apprentiNir: "3030513055123", apprentiSexe: "M" }, []],
    ["outil public", "year", "F5-nir-coherence", { apprentiDateNaissance: "2004-05-14" }, [nir]],
    ["outil public", "month", "F5-nir-coherence", { apprentiDateNaissance: "2003-06-14" }, [nir]],
    [
      "outil public",
      "sex, year and month",
      "F5-nir-coherence",
      { apprentiSexe: "M", apprentiDateNaissance: "1999-06-14" },
      [nir, nir, nir],
    ],
    ["F5", "1903 and 2003 read alike", "F5-nir-coherence", { apprentiDateNaissance: "1903-05-14" }, []],
    ["F3", "month of an incomplete record", "F5-nir-coherence", { apprentiNir: "2032013055123" }, []],
    [
      "F3",
      "ill-formed: its format says so",
      "F5-nir-coherence",
      { apprentiNir: "203051305512", apprentiSexe: "M" },
      [],
    ],
    ["regles.md", "no NIR", "F5-nir-coherence", { apprentiNir: undefined }, []],
    [
      "regles.md",
      "no sex, no birth date",
      "F5-nir-coherence",
      { apprentiSexe: undefined, apprentiDateNaissance: undefined },
      [],
    ],

    ["F5", "same department", "F5-nir-departement", {}, []],
    [
      "F5",
      "another department",
      "F5-nir-departement",
      { apprentiDepartementNaissance: "83" },
      ["alerte apprentiNir"],
    ],
    [
      "notice p. 2",
      "born abroad",
      "F5-nir-departement",
      { apprentiNir: "2030599055123", apprentiDepartementNaissance: "099" },
      [],
    ],
    [
      "notice p. 2",
      "abroad on the form, not in the NIR",
      "F5-nir-departement",
      { apprentiDepartementNaissance: "099" },
      ["alerte apprentiNir"],
    ],
    [
      "F5",
      "Réunion",
      "F5-nir-departement",
      { apprentiNir: "2030597455123", apprentiDepartementNaissance: "974" },
      [],
    ],
    [
      "F5",
      "Corsica",
      "F5-nir-departement",
      { apprentiNir: "203052A055123", apprentiDepartementNaissance: "2A" },
      [],
    ],
    ["F5", "no department", "F5-nir-departement", { apprentiDepartementNaissance: undefined }, []],
    [
      "F5",
      "ill-formed",
      "F5-nir-departement",
      { apprentiNir: "20305", apprentiDepartementNaissance: "83" },
      [],
    ],
    [
      "F5",
      "no birth date",
      "F5-nir-departement",
      { apprentiDateNaissance: undefined, apprentiDepartementNaissance: "83" },
      ["alerte apprentiNir"],
    ],

    [
      "notice p. 2",
      "outside the Union",
      "A11-nationalite",
      { apprentiNationalite: "3" },
      ["alerte apprentiNationalite"],
    ],
    [
      "outil public",
      "minor who comes of age on the last day",
      "A11-nationalite",
      { apprentiNationalite: "3", apprentiDateNaissance: "2010-08-31" },
      ["alerte apprentiNationalite"],
    ],
    [
      "outil public",
      "minor who comes of age after the end",
      "A11-nationalite",
      { apprentiNationalite: "3", apprentiDateNaissance: "2010-09-01" },
      ["alerte apprentiNationalite"],
    ],
    [
      "outil public",
      "of age on the first day",
      "A11-nationalite",
      { apprentiNationalite: "3", apprentiDateNaissance: "2008-09-01" },
      ["alerte apprentiNationalite"],
    ],
    [
      "outil public",
      "dates unknown",
      "A11-nationalite",
      { apprentiNationalite: "3", apprentiDateNaissance: undefined },
      ["alerte apprentiNationalite"],
    ],
    ["notice p. 2", "Union", "A11-nationalite", { apprentiNationalite: "2" }, []],

    [
      "notice p. 1",
      "MSA employer, URSSAF",
      "F-regime-social",
      { typeEmployeur: "13" },
      ["alerte apprentiRegimeSocial"],
    ],
    [
      "notice p. 1",
      "MSA employer, MSA",
      "F-regime-social",
      { typeEmployeur: "13", apprentiRegimeSocial: "1" },
      [],
    ],
    [
      "notice p. 1",
      "RCS, MSA",
      "F-regime-social",
      { apprentiRegimeSocial: "1" },
      ["alerte apprentiRegimeSocial"],
    ],
    [
      "notice p. 1",
      "association, MSA",
      "F-regime-social",
      { typeEmployeur: "15", apprentiRegimeSocial: "1" },
      ["alerte apprentiRegimeSocial"],
    ],
    [
      "notice p. 1",
      "other private employer, MSA",
      "F-regime-social",
      { typeEmployeur: "16", apprentiRegimeSocial: "1" },
      [],
    ],
    ["notice p. 1", "RCS, URSSAF", "F-regime-social", {}, []],
    [
      "notice p. 1",
      "type unknown",
      "F-regime-social",
      { typeEmployeur: undefined, apprentiRegimeSocial: "1" },
      [],
    ],

    [
      "between dossiers",
      "one other dossier",
      "X1-meme-personne",
      {},
      ["alerte apprentiNomNaissance"],
      { memePersonne: ["C-0007"] },
    ],
    [
      "between dossiers",
      "two other dossiers",
      "X1-meme-personne",
      {},
      ["alerte apprentiNomNaissance"],
      { memePersonne: ["C-0007", "C-0009"] },
    ],
    ["between dossiers", "none", "X1-meme-personne", {}, [], { memePersonne: [] }],
    ["between dossiers", "unknown", "X1-meme-personne", {}, []],
  ]);
  onProfessionnalisation([
    ["outil public", "all agree", "F5-nir-coherence", {}, []],
    ["outil public", "sex", "F5-nir-coherence", { apprentiSexe: "F" }, [nir]],
    [
      "F5",
      "another department",
      "F5-nir-departement",
      { apprentiDepartementNaissance: "06" },
      ["alerte apprentiNir"],
    ],
    [
      "between dossiers",
      "one other dossier",
      "X1-meme-personne",
      {},
      ["alerte apprentiNomNaissance"],
      { memePersonne: ["C-0007"] },
    ],
  ]);
});

describe("old departments (F5)", () => {
  it.each([
    ["20", "2A", 1975, true],
    ["20", "2B", 1975, true],
    ["20", "2A", 1976, false],
    ["20", "13", 1975, false],
    ["20", "2A", undefined, true],
    ["75", "92", 1967, true],
    ["78", "95", 1967, true],
    ["75", "77", 1967, true],
    ["78", "91", 1967, true],
    ["78", "93", 1967, true],
    ["78", "94", 1967, true],
    ["78", "75", 1967, true],
    ["75", "78", 1967, true],
    ["75", "92", 1968, false],
    ["75", "13", 1967, false],
    ["75", "75", 2000, true],
    ["99", "099", 2000, true],
    ["99", "13", 2000, false],
    ["974", "974", 2000, true],
    ["13", "099", 1950, false],
  ])("NIR %s, born in %s in %s: %s", (nir, declared, year, agree) => {
    expect(departmentsAgree(nir, declared, year)).toBe(agree);
  });
});
