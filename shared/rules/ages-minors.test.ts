import { describe } from "vitest";
import { onApprentissage } from "./cases.fixture.ts";

/** Start of the contract of the builder: 2026-09-01; conclusion: 2026-08-25. */
const A1 = ["bloquant apprentiDateNaissance"];

describe("ages, apprenticeship", () => {
  onApprentissage([
    [
      "L6222-1",
      "15, collège finished",
      "A2-quinze-ans",
      { apprentiDateNaissance: "2010-12-01", apprentiDerniereClasse: "40" },
      [],
    ],
    [
      "L6222-1",
      "15, left in 3e",
      "A2-quinze-ans",
      { apprentiDateNaissance: "2010-12-01", apprentiDerniereClasse: "41" },
      A1,
    ],
    [
      "L6222-1",
      "15, left in 4e",
      "A2-quinze-ans",
      { apprentiDateNaissance: "2010-12-01", apprentiDerniereClasse: "42" },
      A1,
    ],
    [
      "L6222-1",
      "16, left in 3e",
      "A2-quinze-ans",
      { apprentiDateNaissance: "2010-08-01", apprentiDerniereClasse: "41" },
      [],
    ],
    [
      "L6222-1",
      "15, amendment",
      "A2-quinze-ans",
      { apprentiDateNaissance: "2010-12-01", apprentiDerniereClasse: "41", typeContratOuAvenant: "36" },
      [],
    ],

    [
      "L6222-4",
      "17 at the conclusion, 18 at the start",
      "A8-representant-legal",
      { apprentiDateNaissance: "2008-08-26" },
      ["bloquant representantLegalNomPrenom"],
    ],
    [
      "L6222-4",
      "18 on the day of the conclusion",
      "A8-representant-legal",
      { apprentiDateNaissance: "2008-08-25" },
      [],
    ],
    [
      "L6222-4",
      "minor, represented",
      "A8-representant-legal",
      { apprentiDateNaissance: "2009-01-01", representantLegalNomPrenom: "Arnaud Claire" },
      [],
    ],
    [
      "L6222-4",
      "minor, emancipated",
      "A8-representant-legal",
      { apprentiDateNaissance: "2009-01-01", apprentiMineurNonEmancipe: "non" },
      [],
    ],
    [
      "L6222-5",
      "minor, employed by an ascendant",
      "A8-ascendant",
      { apprentiDateNaissance: "2009-01-01", employeurSpecifique: "4" },
      ["alerte employeurSpecifique"],
    ],
    [
      "L6222-5",
      "18, employed by an ascendant",
      "A8-ascendant",
      { apprentiDateNaissance: "2008-08-25", employeurSpecifique: "4" },
      [],
    ],
    ["L6222-5", "minor, ordinary employer", "A8-ascendant", { apprentiDateNaissance: "2009-01-01" }, []],
  ]);
});
