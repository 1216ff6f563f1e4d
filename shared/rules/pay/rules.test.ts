import { describe } from "vitest";
import { onApprentissage, onProfessionnalisation } from "../cases.fixture.ts";

/** The builder: 23 years old, 53 then 61 % of the SMIC, 989,53 €, from 1 September 2026 to 31 August 2028. */
const split = {
  apprentiDateNaissance: "2006-01-20",
  remunerationA1P1Au: "2027-01-31",
  remunerationA1P1Pourcentage: 43,
  remunerationA1P2Du: "2027-02-01",
  remunerationA1P2Au: "2027-08-31",
  remunerationA1P2Pourcentage: 53,
  remunerationA1P2Base: "SMIC",
};
const none = Object.fromEntries(
  [1, 2].flatMap((annee) =>
    ["Du", "Au", "Pourcentage", "Base"].map((part) => [`remunerationA${annee}P1${part}`, undefined]),
  ),
);
const oneYear = {
  dateFinContrat: "2027-08-31",
  remunerationA2P1Du: undefined,
  remunerationA2P1Au: undefined,
  remunerationA2P1Pourcentage: undefined,
  remunerationA2P1Base: undefined,
};
const begun = { apprentiDernierDiplomePrepare: "73", apprentiDerniereClasse: "11" };

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

describe("what the path of the learner adds", () => {
  const same = { ...oneYear, apprentiDiplomePlusEleve: "73" };
  onApprentissage([
    [
      "D6222-30",
      "same level, a year, no increase",
      "P4-majoration-15-points",
      same,
      ["alerte remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-30",
      "same level, a year, 15 points",
      "P4-majoration-15-points",
      { ...same, remunerationA1P1Pourcentage: 68 },
      [],
    ],
    [
      "D6222-30",
      "14 points",
      "P4-majoration-15-points",
      { ...same, remunerationA1P1Pourcentage: 67 },
      ["alerte remunerationA1P1Pourcentage"],
    ],
    ["D6222-30", "another level", "P4-majoration-15-points", { ...oneYear }, []],
    [
      "D6222-30",
      "a year and a day",
      "P4-majoration-15-points",
      { ...same, dateFinContrat: "2027-09-01" },
      [],
    ],
    [
      "D6222-30",
      "diploma of no level",
      "P4-majoration-15-points",
      { ...oneYear, apprentiDiplomePlusEleve: "13", diplomeVise: "25" },
      [],
    ],
    [
      "D6222-30",
      "diploma aimed at unknown",
      "P4-majoration-15-points",
      { ...same, diplomeVise: undefined },
      [],
    ],
    [
      "D6222-30",
      "birth date unknown",
      "P4-majoration-15-points",
      { ...same, apprentiDateNaissance: undefined },
      [],
    ],

    [
      "D6222-28-1",
      "first year of the diploma validated",
      "P6-cycle-commence",
      begun,
      ["alerte remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-28-1",
      "two years validated",
      "P6-cycle-commence",
      { ...begun, apprentiDerniereClasse: "21" },
      ["alerte remunerationA1P1Pourcentage"],
    ],
    [
      "D6222-28-1",
      "paid as a second year",
      "P6-cycle-commence",
      { ...begun, remunerationA1P1Pourcentage: 61, remunerationA2P1Pourcentage: 78 },
      [],
    ],
    [
      "D6222-28-1",
      "first year not validated",
      "P6-cycle-commence",
      { ...begun, apprentiDerniereClasse: "12" },
      [],
    ],
    ["D6222-28-1", "another diploma", "P6-cycle-commence", { apprentiDerniereClasse: "11" }, []],
    [
      "D6222-26",
      "below the grid: the block is enough",
      "P6-cycle-commence",
      { ...begun, remunerationA1P1Pourcentage: 40, remunerationA2P1Pourcentage: 78 },
      [],
    ],
    [
      "D6222-28-1",
      "birth date unknown",
      "P6-cycle-commence",
      { ...begun, apprentiDateNaissance: undefined },
      [],
    ],

    [
      "D6222-28-2",
      "extension paid less",
      "P7-prolongation",
      { typeContratOuAvenant: "33" },
      ["alerte remunerationA1P1Pourcentage"],
      { contratPrecedent: { dernierPourcentage: 54, diplomeObtenu: false } },
    ],
    [
      "D6222-28-2",
      "extension paid the same",
      "P7-prolongation",
      { typeContratOuAvenant: "33" },
      [],
      { contratPrecedent: { dernierPourcentage: 53, diplomeObtenu: false } },
    ],
    [
      "D6222-28-2",
      "another amendment",
      "P7-prolongation",
      { typeContratOuAvenant: "36" },
      [],
      { contratPrecedent: { dernierPourcentage: 54, diplomeObtenu: false } },
    ],
    ["D6222-28-2", "earlier pay unknown", "P7-prolongation", { typeContratOuAvenant: "33" }, []],
    [
      "D6222-28-2",
      "nothing entered",
      "P7-prolongation",
      { ...none, typeContratOuAvenant: "33" },
      [],
      { contratPrecedent: { dernierPourcentage: 54, diplomeObtenu: false } },
    ],

    [
      "D6222-29",
      "succession, diploma obtained",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "21" },
      ["info typeContratOuAvenant"],
    ],
    [
      "D6222-29",
      "another employer, diploma obtained",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "22" },
      ["info typeContratOuAvenant"],
    ],
    [
      "D6222-29",
      "diploma not obtained",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "21", apprentiDerniereClasse: "22" },
      [],
    ],
    ["D6222-29", "first contract", "P8-contrat-precedent", {}, []],
    [
      "D6222-29",
      "previous contract known: P0",
      "P8-contrat-precedent",
      { typeContratOuAvenant: "21" },
      [],
      { contratPrecedent: { dernierPourcentage: 50, diplomeObtenu: true } },
    ],

    // Three quarters of 989,53 € are 742,14 €.
    ["D6222-33", "housing at three quarters", "P9-avantages-en-nature", { avantageLogement: 74214 }, []],
    [
      "D6222-33",
      "housing above three quarters",
      "P9-avantages-en-nature",
      { avantageLogement: 74215 },
      ["alerte avantageLogement"],
    ],
    ["D6222-33", "no housing", "P9-avantages-en-nature", {}, []],
    [
      "D6222-33",
      "salary unknown",
      "P9-avantages-en-nature",
      { avantageLogement: 90000, salaireBrutMensuel: undefined },
      [],
    ],

    ["D6272-2", "public employer", "P10-public", { secteurEmployeur: "public" }, ["info secteurEmployeur"]],
    ["D6272-2", "private employer", "P10-public", {}, []],
  ]);
});

describe("salary, professionnalisation", () => {
  const rule = "P-pro-salaire-minimal";
  const blocked = ["bloquant salaireBrutMensuel"];
  onProfessionnalisation([
    ["notice 51650", "80 % to the cent", rule, {}, []],
    ["notice 51650", "a cent less", rule, { salaireBrutMensuel: 149361 }, blocked],
    [
      "notice 51650",
      "general bac: 70 %",
      rule,
      { salarieDiplomePlusEleve: "42", salaireBrutMensuel: 130692 },
      [],
    ],
    [
      "notice 51650",
      "general bac: a cent less",
      rule,
      { salarieDiplomePlusEleve: "42", salaireBrutMensuel: 130691 },
      blocked,
    ],
    [
      "to be checked",
      "technological bac between the columns",
      rule,
      { salarieDiplomePlusEleve: "43", salaireBrutMensuel: 130692 },
      ["alerte salaireBrutMensuel"],
    ],
    [
      "to be checked",
      "technological bac at the higher column",
      rule,
      { salarieDiplomePlusEleve: "43", salaireBrutMensuel: 149362 },
      [],
    ],
    [
      "to be checked",
      "technological bac below both",
      rule,
      { salarieDiplomePlusEleve: "43", salaireBrutMensuel: 130691 },
      blocked,
    ],
    [
      "L6325-9",
      "26, the SMIC",
      rule,
      { apprentiDateNaissance: "1995-01-01", salaireBrutMensuel: 186701 },
      blocked,
    ],
    [
      "D6325-18",
      "26, 85 % of the conventional minimum",
      rule,
      { apprentiDateNaissance: "1995-01-01", smcMensuel: 240000, salaireBrutMensuel: 203999 },
      blocked,
    ],
    [
      "to be checked",
      "part time",
      rule,
      { dureeHebdoHeures: 30, salaireBrutMensuel: 120000 },
      ["alerte salaireBrutMensuel"],
    ],
    ["notice 51650", "temporary work, hourly", rule, { natureContrat: "TT", salaireBrutMensuel: 985 }, []],
    [
      "notice 51650",
      "temporary work, a cent less",
      rule,
      { natureContrat: "TT", salaireBrutMensuel: 984 },
      blocked,
    ],
    [
      "notice 51650",
      "temporary work, part time: hourly all the same",
      rule,
      { natureContrat: "TT", dureeHebdoHeures: 30, salaireBrutMensuel: 984 },
      blocked,
    ],
    ["regles.md", "no salary", rule, { salaireBrutMensuel: undefined }, []],
    [
      "regles.md",
      "no diploma before 26",
      rule,
      { salarieDiplomePlusEleve: undefined, salaireBrutMensuel: 1 },
      [],
    ],
    ["regles.md", "no start", rule, { dateDebutExecution: undefined, salaireBrutMensuel: 1 }, []],
  ]);
});
