import { describe } from "vitest";
import { onApprentissage, onProfessionnalisation } from "./cases.fixture.ts";

describe("dates, apprenticeship", () => {
  onApprentissage([
    ["outil public", "signed on the first day", "D1-conclusion", { dateConclusion: "2026-09-01" }, []],
    [
      "outil public",
      "signed the day after",
      "D1-conclusion",
      { dateConclusion: "2026-09-02" },
      ["bloquant dateConclusion"],
    ],
    [
      "outil public",
      "amendment signed later",
      "D1-conclusion",
      { dateConclusion: "2027-01-02", typeContratOuAvenant: "36" },
      [],
    ],
    ["outil public", "not signed yet", "D1-conclusion", { dateConclusion: undefined }, []],

    ["outil public", "ends on the last exam", "D5-fin-apres-epreuves", { dateFinContrat: "2028-07-07" }, []],
    [
      "outil public",
      "ends the eve of the last exam",
      "D5-fin-apres-epreuves",
      { dateFinContrat: "2028-07-06" },
      ["bloquant dateFinContrat"],
    ],
    ["regles.md D5", "two months after", "D5-fin-apres-epreuves", { dateFinContrat: "2028-09-07" }, []],
    [
      "regles.md D5",
      "two months and a day after",
      "D5-fin-apres-epreuves",
      { dateFinContrat: "2028-09-08" },
      ["alerte dateFinContrat"],
    ],
    [
      "outil public",
      "three months after",
      "D5-fin-apres-epreuves",
      { dateFinContrat: "2028-10-07" },
      ["alerte dateFinContrat"],
    ],
    [
      "outil public",
      "three months and a day after",
      "D5-fin-apres-epreuves",
      { dateFinContrat: "2028-10-08" },
      ["bloquant dateFinContrat"],
    ],
    ["outil public", "exams unknown", "D5-fin-apres-epreuves", { dateFinEpreuves: undefined }, []],

    [
      "notice p. 5",
      "amendment without number or date",
      "D9-avenant",
      { typeContratOuAvenant: "36" },
      ["bloquant dateEffetAvenant", "bloquant numeroContratPrecedent"],
    ],
    [
      "notice p. 5",
      "amendment in order",
      "D9-avenant",
      {
        typeContratOuAvenant: "38",
        dateEffetAvenant: "2027-01-01",
        numeroContratPrecedent: "013202609000012",
      },
      [],
    ],
    [
      "outil public",
      "takes effect on the first day",
      "D9-avenant",
      {
        typeContratOuAvenant: "31",
        dateEffetAvenant: "2026-09-01",
        numeroContratPrecedent: "013202609000012",
      },
      [],
    ],
    [
      "outil public",
      "takes effect before the contract",
      "D9-avenant",
      {
        typeContratOuAvenant: "31",
        dateEffetAvenant: "2026-08-31",
        numeroContratPrecedent: "013202609000012",
      },
      ["bloquant dateEffetAvenant"],
    ],
    [
      "outil public",
      "takes effect on the last day",
      "D9-avenant",
      {
        typeContratOuAvenant: "33",
        dateEffetAvenant: "2028-08-31",
        numeroContratPrecedent: "013202609000012",
      },
      [],
    ],
    [
      "outil public",
      "takes effect after the end",
      "D9-avenant",
      {
        typeContratOuAvenant: "33",
        dateEffetAvenant: "2028-09-01",
        numeroContratPrecedent: "013202609000012",
      },
      ["bloquant dateEffetAvenant"],
    ],
    [
      "outil public",
      "takes effect after the end, start unknown",
      "D9-avenant",
      {
        typeContratOuAvenant: "33",
        dateDebutExecution: undefined,
        dateEffetAvenant: "2028-09-01",
        numeroContratPrecedent: "013202609000012",
      },
      ["bloquant dateEffetAvenant"],
    ],
    [
      "notice p. 5",
      "succession without number",
      "D9-avenant",
      { typeContratOuAvenant: "22" },
      ["alerte numeroContratPrecedent"],
    ],
    [
      "notice p. 5",
      "succession with its number",
      "D9-avenant",
      { typeContratOuAvenant: "22", numeroContratPrecedent: "013202609000012" },
      [],
    ],
    ["notice p. 5", "first contract", "D9-avenant", {}, []],

    [
      "outil public",
      "born tomorrow",
      "D10-ordre-des-dates",
      { apprentiDateNaissance: "2026-08-21" },
      ["bloquant apprentiDateNaissance"],
    ],
    [
      "outil public",
      "born today",
      "D10-ordre-des-dates",
      { apprentiDateNaissance: "2026-08-20" },
      ["bloquant apprentiDateNaissance"],
    ],
    [
      "outil public",
      "born after the start, contract of the past",
      "D10-ordre-des-dates",
      { apprentiDateNaissance: "2026-09-01" },
      ["bloquant apprentiDateNaissance"],
      undefined,
      "2027-01-01",
    ],
    [
      "outil public",
      "ends the day it begins",
      "D10-ordre-des-dates",
      { dateFinContrat: "2026-09-01", dateFinEpreuves: undefined },
      ["bloquant dateFinContrat"],
    ],
    [
      "outil public",
      "ends the next day",
      "D10-ordre-des-dates",
      { dateFinContrat: "2026-09-02", dateFinEpreuves: undefined },
      [],
    ],
    [
      "outil public",
      "exams before the training",
      "D10-ordre-des-dates",
      { dateFinEpreuves: "2026-09-06" },
      ["bloquant dateFinEpreuves"],
    ],
    [
      "outil public",
      "exams the day the training begins",
      "D10-ordre-des-dates",
      { dateFinEpreuves: "2026-09-07" },
      [],
    ],
    [
      "outil public",
      "exams before everything",
      "D10-ordre-des-dates",
      { dateFinEpreuves: "2026-08-24" },
      ["bloquant dateFinEpreuves", "bloquant dateFinEpreuves", "bloquant dateFinEpreuves"],
    ],

    [
      "L6222-15",
      "third contract of a level",
      "D12-troisieme-contrat",
      {},
      ["alerte diplomeVise"],
      { contratsDeMemeNiveau: 2 },
    ],
    ["L6222-15", "second contract of a level", "D12-troisieme-contrat", {}, [], { contratsDeMemeNiveau: 1 }],
    ["L6222-15", "unknown", "D12-troisieme-contrat", {}, []],
  ]);
});

describe("dates, professionnalisation", () => {
  onProfessionnalisation([
    [
      "regles.md",
      "signed after the start: a reason is asked",
      "D1-conclusion",
      { dateConclusion: "2026-09-02" },
      ["alerte dateConclusion"],
    ],
    [
      "notice 51650",
      "amendment without its date",
      "D9-avenant",
      { typeContrat: "30" },
      ["bloquant dateEffetAvenant"],
    ],
    [
      "notice 51650",
      "amendment in order",
      "D9-avenant",
      { typeContrat: "30", dateEffetAvenant: "2027-01-01" },
      [],
    ],
    [
      "outil public",
      "ends before it begins",
      "D10-ordre-des-dates",
      { dateFinContrat: "2026-08-31", dateFinEpreuves: undefined },
      ["bloquant dateFinContrat"],
    ],
  ]);
});
