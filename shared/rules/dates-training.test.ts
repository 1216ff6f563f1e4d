import { describe } from "vitest";
import { onApprentissage } from "./cases.fixture.ts";

describe("dates, apprenticeship", () => {
  onApprentissage([
    [
      "L6222-12",
      "practice on the first day",
      "D2-formation-pratique",
      { dateDebutFormationPratique: "2026-09-01" },
      [],
    ],
    [
      "L6222-12",
      "practice before the contract",
      "D2-formation-pratique",
      { dateDebutFormationPratique: "2026-08-31" },
      ["bloquant dateDebutFormationPratique"],
    ],
    [
      "L6222-12",
      "practice three months later",
      "D2-formation-pratique",
      { dateDebutFormationPratique: "2026-12-01" },
      [],
    ],
    [
      "L6222-12",
      "practice three months and a day later",
      "D2-formation-pratique",
      { dateDebutFormationPratique: "2026-12-02" },
      ["bloquant dateDebutFormationPratique"],
    ],
    [
      "L6222-12",
      "three months after 30 November end in February",
      "D2-formation-pratique",
      { dateDebutExecution: "2026-11-30", dateDebutFormationPratique: "2027-02-28" },
      [],
    ],
    ["L6222-12", "practice unknown", "D2-formation-pratique", { dateDebutFormationPratique: undefined }, []],

    ["L6222-12", "CFA three months later", "D3-formation-cfa", { dateDebutFormationCfa: "2026-12-01" }, []],
    [
      "L6222-12",
      "CFA three months and a day later",
      "D3-formation-cfa",
      { dateDebutFormationCfa: "2026-12-02" },
      ["bloquant dateDebutFormationCfa"],
    ],
    ["L6222-12", "CFA unknown", "D3-formation-cfa", { dateDebutFormationCfa: undefined }, []],

    [
      "L6222-12-1",
      "CFA on the first day",
      "D4-formation-avant-contrat",
      { dateDebutFormationCfa: "2026-09-01" },
      [],
    ],
    [
      "L6222-12-1",
      "CFA before, student",
      "D4-formation-avant-contrat",
      { dateDebutFormationCfa: "2026-08-31" },
      ["alerte dateDebutFormationCfa"],
    ],
    [
      "L6222-12-1",
      "CFA before, trainee, signed on the start",
      "D4-formation-avant-contrat",
      {
        dateDebutFormationCfa: "2026-06-01",
        apprentiSituationAvantContrat: "7",
        dateConclusion: "2026-09-01",
      },
      [],
    ],
    [
      "L6231-2 5°",
      "CFA before, trainee after a rupture",
      "D4-formation-avant-contrat",
      {
        dateDebutFormationCfa: "2026-08-01",
        apprentiSituationAvantContrat: "8",
        dateConclusion: "2026-09-01",
      },
      [],
    ],
    [
      "vade-mecum OPCO",
      "CFA before, trainee, signed earlier",
      "D4-formation-avant-contrat",
      { dateDebutFormationCfa: "2026-06-01", apprentiSituationAvantContrat: "7" },
      ["alerte dateDebutFormationCfa"],
    ],
    [
      "L6222-12-1",
      "CFA more than three months before",
      "D4-formation-avant-contrat",
      {
        dateDebutFormationCfa: "2026-05-31",
        apprentiSituationAvantContrat: "7",
        dateConclusion: "2026-09-01",
      },
      ["alerte dateDebutFormationCfa"],
    ],
    [
      "L6222-12-1",
      "amendment",
      "D4-formation-avant-contrat",
      { dateDebutFormationCfa: "2026-05-31", typeContratOuAvenant: "36" },
      [],
    ],
    [
      "L6222-12-1",
      "situation and conclusion unknown",
      "D4-formation-avant-contrat",
      {
        dateDebutFormationCfa: "2026-08-01",
        apprentiSituationAvantContrat: undefined,
        dateConclusion: undefined,
      },
      [],
    ],

    // 731 days × 1 607 h / 365 / 4 = 804,6 h
    ["L6211-2", "25 % to the hour", "D11-part-de-formation", { dureeFormationHeures: 805 }, []],
    [
      "L6211-2",
      "an hour short of 25 %",
      "D11-part-de-formation",
      { dureeFormationHeures: 804 },
      ["alerte dureeFormationHeures"],
    ],
    ["L6211-2", "all at a distance", "D11-part-de-formation", { dureeDistanceHeures: 840 }, []],
    [
      "cerfa 10103*14",
      "more at a distance than hours",
      "D11-part-de-formation",
      { dureeDistanceHeures: 841 },
      ["alerte dureeDistanceHeures"],
    ],
    [
      "L6211-2",
      "end unknown",
      "D11-part-de-formation",
      { dureeFormationHeures: 10, dureeDistanceHeures: 0, dateFinContrat: undefined },
      [],
    ],
    ["L6211-2", "hours unknown", "D11-part-de-formation", { dureeFormationHeures: undefined }, []],
  ]);
});
