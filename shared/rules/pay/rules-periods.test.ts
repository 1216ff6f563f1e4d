import { describe } from "vitest";
import { onApprentissage } from "../cases.fixture.ts";
import { none, oneYear, split } from "./rules.fixture.ts";

describe("years and periods of the grid", () => {
  onApprentissage([
    ["notice p. 6", "anniversaries of the contract", "P1-annees-d-execution", {}, []],
    [
      "notice p. 6",
      "the second year at the school's return",
      "P1-annees-d-execution",
      { remunerationA2P1Du: "2027-09-15" },
      ["bloquant remunerationA2P1Du"],
    ],
    [
      "notice p. 6",
      "the first year late",
      "P1-annees-d-execution",
      { remunerationA1P1Du: "2026-09-02" },
      ["bloquant remunerationA1P1Du"],
    ],
    [
      "notice p. 5",
      "amendment: a reason is asked",
      "P1-annees-d-execution",
      { remunerationA1P1Du: "2026-09-02", typeContratOuAvenant: "36" },
      ["alerte remunerationA1P1Du"],
    ],
    ["notice p. 6", "second periods are free", "P1-annees-d-execution", split, []],
    [
      "notice p. 6",
      "a year the contract does not reach",
      "P1-annees-d-execution",
      { remunerationA3P1Du: "2028-09-05" },
      [],
    ],
    ["regles.md", "start unknown", "P1-annees-d-execution", { dateDebutExecution: undefined }, []],

    ["notice p. 6", "contiguous", "P2-periodes-contigues", {}, []],
    ["notice p. 6", "contiguous, cut", "P2-periodes-contigues", split, []],
    [
      "notice p. 6",
      "a gap",
      "P2-periodes-contigues",
      { ...split, remunerationA1P2Du: "2027-02-02" },
      ["bloquant remunerationA1P1Au"],
    ],
    [
      "notice p. 6",
      "an overlap",
      "P2-periodes-contigues",
      { remunerationA2P1Du: "2027-08-31" },
      ["bloquant remunerationA1P1Au"],
    ],
    [
      "notice p. 6",
      "reversed",
      "P2-periodes-contigues",
      { remunerationA2P1Au: "2027-08-31" },
      ["bloquant remunerationA2P1Du", "bloquant remunerationA2P1Au"],
    ],
    [
      "notice p. 6",
      "one day long",
      "P2-periodes-contigues",
      { dateFinContrat: "2027-09-01", remunerationA2P1Au: "2027-09-01" },
      [],
    ],
    [
      "notice p. 6",
      "ends before the contract",
      "P2-periodes-contigues",
      { remunerationA2P1Au: "2028-08-30" },
      ["bloquant remunerationA2P1Au"],
    ],
    [
      "notice p. 6",
      "ends after the contract",
      "P2-periodes-contigues",
      { remunerationA2P1Au: "2028-09-01" },
      ["bloquant remunerationA2P1Au"],
    ],
    [
      "regles.md",
      "the second year still empty: completeness says so",
      "P2-periodes-contigues",
      { ...oneYear, dateFinContrat: "2028-08-31" },
      [],
    ],
    [
      "regles.md",
      "the first year already too long",
      "P2-periodes-contigues",
      { ...oneYear, dateFinContrat: "2027-08-30" },
      ["bloquant remunerationA1P1Au"],
    ],
    [
      "notice p. 5",
      "amendment: a reason is asked",
      "P2-periodes-contigues",
      { remunerationA2P1Du: "2027-10-01", remunerationA2P1Au: "2028-08-30", typeContratOuAvenant: "36" },
      ["alerte remunerationA1P1Au", "alerte remunerationA2P1Au"],
    ],
    [
      "regles.md",
      "an end unknown",
      "P2-periodes-contigues",
      { remunerationA1P1Au: undefined, remunerationA2P1Au: undefined },
      [],
    ],
    ["regles.md", "nothing entered", "P2-periodes-contigues", none, []],

    ["cerfa 10103*14", "four years", "P12-au-dela-de-quatre-ans", { dateFinContrat: "2030-08-31" }, []],
    [
      "cerfa 10103*14",
      "four years and a day",
      "P12-au-dela-de-quatre-ans",
      { dateFinContrat: "2030-09-01" },
      ["alerte dateFinContrat"],
    ],
  ]);
});
