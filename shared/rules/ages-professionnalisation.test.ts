import { describe } from "vitest";
import { onProfessionnalisation } from "./cases.fixture.ts";

describe("ages, professionnalisation (L6325-1)", () => {
  const blocked = ["bloquant apprentiDateNaissance"];
  const job = { salarieInscritFranceTravail: "oui" };
  onProfessionnalisation([
    ["L6325-1 1°", "25, the eve of 26", "A-pro-public", { apprentiDateNaissance: "2000-09-02" }, []],
    [
      "L6325-1 1°",
      "25 at the conclusion, 26 at the start",
      "A-pro-public",
      { apprentiDateNaissance: "2000-08-26" },
      [],
    ],
    ["L6325-1", "26, employed elsewhere", "A-pro-public", { apprentiDateNaissance: "2000-08-25" }, blocked],
    [
      "L6325-1 2°",
      "26, registered job seeker",
      "A-pro-public",
      { apprentiDateNaissance: "1995-01-01", ...job },
      [],
    ],
    [
      "L6325-1 3°",
      "26, RSA",
      "A-pro-public",
      { apprentiDateNaissance: "1995-01-01", salarieMinimumSocial: "1" },
      [],
    ],
    [
      "L6325-1 4°",
      "26, coming out of a CUI",
      "A-pro-public",
      { apprentiDateNaissance: "1995-01-01", salarieSituationAvantContrat: "6" },
      [],
    ],
    [
      "L6325-1 2°",
      "26, seeks a job but not registered",
      "A-pro-public",
      { apprentiDateNaissance: "1995-01-01", salarieSituationAvantContrat: "9" },
      ["alerte apprentiDateNaissance"],
    ],
    [
      "L6325-1",
      "26, registration unknown",
      "A-pro-public",
      { apprentiDateNaissance: "1995-01-01", salarieInscritFranceTravail: undefined },
      [],
    ],
    ["L6325-1 1°", "15", "A-pro-public", { apprentiDateNaissance: "2010-09-02" }, blocked],
    [
      "L6325-1 1°",
      "15 at the conclusion, 16 at the start",
      "A-pro-public",
      { apprentiDateNaissance: "2010-08-30" },
      [],
    ],
    ["L6325-1", "no birth date", "A-pro-public", { apprentiDateNaissance: undefined }, []],
    [
      "L6325-1",
      "no date",
      "A-pro-public",
      { apprentiDateNaissance: "1990-01-01", dateConclusion: undefined, dateDebutExecution: undefined },
      [],
    ],
    ["L6325-1", "born after", "A-pro-public", { apprentiDateNaissance: "2027-01-01" }, []],
    [
      "L5213-2",
      "equivalence at 24",
      "A9-equivalence-jeunes",
      { apprentiEquivalenceJeunes: "oui" },
      ["alerte apprentiEquivalenceJeunes"],
    ],
    [
      "regles.md",
      "apprenticeship rules do not speak",
      "A7-premier-contrat",
      { apprentiDateNaissance: "1990-01-01", typeContratOuAvenant: "11" },
      [],
    ],
  ]);
});
