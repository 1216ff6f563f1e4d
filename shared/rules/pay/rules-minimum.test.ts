import { describe } from "vitest";
import { onApprentissage } from "../cases.fixture.ts";
import { none, split } from "./rules.fixture.ts";

describe("percentages", () => {
  const rule = "P0-pourcentage-minimal";
  onApprentissage([
    ["D6222-26", "the exact minimum", rule, {}, []],
    ["P11", "more than the minimum", rule, { remunerationA1P1Pourcentage: 80 }, []],
    [
      "D6222-26",
      "a point less",
      rule,
      { remunerationA1P1Pourcentage: 52 },
      ["bloquant remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-26",
      "a point less in the second year",
      rule,
      { remunerationA2P1Pourcentage: 60 },
      ["bloquant remunerationA2P1Pourcentage"],
    ],
    [
      "D6222-26",
      "both too low",
      rule,
      { remunerationA1P1Pourcentage: 27, remunerationA2P1Pourcentage: 39 },
      ["bloquant remunerationA1P1Pourcentage", "bloquant remunerationA2P1Pourcentage"],
    ],
    ["D6222-31", "cut at the threshold", rule, split, []],
    [
      "D6222-31",
      "the second period too low",
      rule,
      { ...split, remunerationA1P2Pourcentage: 52 },
      ["bloquant remunerationA1P2Pourcentage"],
    ],
    [
      "D6222-31",
      "not cut: the higher rate is owed on every day",
      rule,
      { apprentiDateNaissance: "2006-01-20", remunerationA1P1Pourcentage: 43 },
      ["bloquant remunerationA1P1Pourcentage"],
    ],
    [
      "P11",
      "not cut, paid at the higher rate from the start",
      rule,
      { apprentiDateNaissance: "2006-01-20", remunerationA1P1Pourcentage: 53 },
      [],
    ],
    [
      "D6222-31",
      "cut one day late",
      rule,
      { ...split, remunerationA1P1Au: "2027-02-01", remunerationA1P2Du: "2027-02-02" },
      ["bloquant remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-32",
      "licence pro paid as a first year",
      rule,
      { diplomeVise: "62" },
      ["bloquant remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-29",
      "previous contract's 70 % kept",
      rule,
      { typeContratOuAvenant: "22" },
      ["bloquant remunerationA1P1Pourcentage", "bloquant remunerationA2P1Pourcentage"],
      { contratPrecedent: { dernierPourcentage: 70, diplomeObtenu: true } },
    ],
    [
      "D6222-29",
      "previous contract without the diploma",
      rule,
      { typeContratOuAvenant: "22" },
      [],
      { contratPrecedent: { dernierPourcentage: 70, diplomeObtenu: false } },
    ],
    [
      "D6222-29",
      "a first contract keeps nothing",
      rule,
      {},
      [],
      { contratPrecedent: { dernierPourcentage: 70, diplomeObtenu: true } },
    ],
    [
      "D6272-1",
      "public employer: same grid",
      rule,
      { secteurEmployeur: "public", remunerationA1P1Pourcentage: 52 },
      ["bloquant remunerationA1P1Pourcentage"],
    ],
    ["regles.md", "nothing entered", rule, none, []],
    [
      "regles.md",
      "birth date unknown",
      rule,
      { apprentiDateNaissance: undefined, remunerationA1P1Pourcentage: 5 },
      [],
    ],
    [
      "regles.md",
      "dates of the row unknown: the same line of the law",
      rule,
      { remunerationA1P1Du: undefined, remunerationA1P1Pourcentage: 52 },
      ["bloquant remunerationA1P1Pourcentage"],
    ],
    [
      "regles.md",
      "dates of the row unknown, paid enough",
      rule,
      { remunerationA1P1Du: undefined, remunerationA1P1Au: undefined },
      [],
    ],
  ]);
});

describe("base", () => {
  const rule = "P0-base";
  const smc = { smcMensuel: 200000 };
  onApprentissage([
    ["D6222-26 *", "no SMC known", rule, {}, []],
    [
      "D6222-26 *",
      "SMC above the SMIC, base SMIC",
      rule,
      smc,
      ["bloquant remunerationA1P1Base", "bloquant remunerationA2P1Base"],
    ],
    [
      "D6222-26 *",
      "SMC above the SMIC, base SMC",
      rule,
      { ...smc, remunerationA1P1Base: "SMC", remunerationA2P1Base: "SMC" },
      [],
    ],
    [
      "P11",
      "base SMIC, percentage that makes up for it",
      rule,
      { ...smc, remunerationA1P1Pourcentage: 57, remunerationA2P1Pourcentage: 66 },
      [],
    ],
    [
      "D6222-26 *",
      "57 % of the SMIC is enough, 56 % is not",
      rule,
      { ...smc, remunerationA1P1Pourcentage: 56, remunerationA2P1Pourcentage: 66 },
      ["bloquant remunerationA1P1Base"],
    ],
    [
      "D6222-26 *",
      "SMC below the SMIC, base SMC",
      rule,
      { smcMensuel: 150000, remunerationA1P1Base: "SMC" },
      ["bloquant remunerationA1P1Base"],
    ],
    ["D6222-26", "base SMC, amount unknown", rule, { remunerationA1P1Base: "SMC" }, []],
    [
      "D6222-26",
      "before 21 the SMIC is enough",
      rule,
      {
        ...smc,
        apprentiDateNaissance: "2007-08-15",
        remunerationA2P1Pourcentage: 61,
        dateFinContrat: "2027-08-31",
      },
      [],
    ],
    [
      "D6222-26",
      "percentage too low: said once, by the percentage",
      rule,
      { ...smc, remunerationA1P1Pourcentage: 40, remunerationA2P1Base: "SMC" },
      [],
    ],
    ["regles.md", "birth date unknown", rule, { ...smc, apprentiDateNaissance: undefined }, []],
  ]);
});

describe("salary at hiring", () => {
  const rule = "P0-salaire-minimal";
  const blocked = ["bloquant salaireBrutMensuel"];
  onApprentissage([
    ["D6222-26", "the exact minimum", rule, { salaireBrutMensuel: 98953 }, []],
    ["D6222-26", "a cent less", rule, { salaireBrutMensuel: 98952 }, blocked],
    ["P11", "more", rule, { salaireBrutMensuel: 150000 }, []],
    [
      "notice p. 6",
      "less than the percentage written in the first row",
      rule,
      { remunerationA1P1Pourcentage: 60, salaireBrutMensuel: 112021 },
      blocked,
    ],
    [
      "notice p. 6",
      "what the first row says, to the cent",
      rule,
      { remunerationA1P1Pourcentage: 60, salaireBrutMensuel: 112022 },
      [],
    ],
    [
      "D6222-26 *",
      "SMC",
      rule,
      { smcMensuel: 200000, remunerationA1P1Base: "SMC", salaireBrutMensuel: 105999 },
      blocked,
    ],
    [
      "D6222-26 *",
      "SMC, to the cent",
      rule,
      { smcMensuel: 200000, remunerationA1P1Base: "SMC", salaireBrutMensuel: 106000 },
      [],
    ],
    [
      "to be checked",
      "part time: a reason is asked",
      rule,
      { dureeHebdoHeures: 30, salaireBrutMensuel: 90000 },
      ["alerte salaireBrutMensuel"],
    ],
    [
      "to be checked",
      "34 h 59",
      rule,
      { dureeHebdoHeures: 34, dureeHebdoMinutes: 59, salaireBrutMensuel: 90000 },
      ["alerte salaireBrutMensuel"],
    ],
    [
      "D6222-26",
      "39 h: no less than 35 h",
      rule,
      { dureeHebdoHeures: 39, salaireBrutMensuel: 90000 },
      blocked,
    ],
    ["D6222-26", "hours unknown", rule, { dureeHebdoHeures: undefined, salaireBrutMensuel: 90000 }, blocked],
    ["D6222-26", "no row entered", rule, { ...none, salaireBrutMensuel: 98952 }, blocked],
    ["regles.md", "no salary", rule, { salaireBrutMensuel: undefined }, []],
    ["regles.md", "end unknown", rule, { salaireBrutMensuel: 1, dateFinContrat: undefined }, []],
    [
      "regles.md",
      "no SMIC known that day",
      rule,
      { salaireBrutMensuel: 1, dateDebutExecution: "2021-09-01" },
      [],
    ],
  ]);
});
