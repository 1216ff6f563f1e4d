import { describe, expect, it } from "vitest";
import {
  aCompleteApprentissage,
  aCompleteProfessionnalisation,
  type Overrides,
} from "../../tests/builders/dossier-data.ts";
import { contextOf } from "./cases.fixture.ts";
import { depositReadiness } from "./deposit.ts";

const etats = (overrides: Overrides) =>
  depositReadiness(contextOf(aCompleteApprentissage(overrides))).points.map(({ etat }) => etat);
const etatsPro = (overrides: Overrides) =>
  depositReadiness(contextOf(aCompleteProfessionnalisation(overrides))).points.map(({ etat }) => etat);

describe("the four points an OPCO controls (D6224-2)", () => {
  it("has a name for each", () => {
    expect(
      depositReadiness(contextOf(aCompleteApprentissage())).points.map(({ point }) => point),
    ).toMatchSnapshot();
    expect(
      depositReadiness(contextOf(aCompleteProfessionnalisation())).points.map(({ point }) => point),
    ).toMatchSnapshot();
  });
  it.each<readonly [what: string, overrides: Overrides, expected: readonly string[]]>([
    ["complete", {}, ["ok", "ok", "ok", "ok"]],
    ["training too late", { dateDebutFormationCfa: "2027-01-15" }, ["ko", "ok", "ok", "ok"]],
    ["ends before the exams", { dateFinEpreuves: "2028-09-30" }, ["ko", "ok", "ok", "ok"]],
    ["no RNCP code", { codeRncp: undefined }, ["inconnu", "ok", "ok", "ok"]],
    ["ill-formed UAI", { cfaUai: "0139999A" }, ["inconnu", "ok", "ok", "ok"]],
    ["an alert leaves the point in order", { niveauRncp: "6" }, ["ok", "ok", "ok", "ok"]],
    ["too old", { apprentiDateNaissance: "1990-01-01" }, ["ok", "ko", "ok", "ko"]],
    ["birth unknown", { apprentiDateNaissance: undefined }, ["ok", "inconnu", "ok", "inconnu"]],
    [
      "derogation asked for by the age and missing",
      {
        apprentiDateNaissance: "1990-01-01",
        apprentiRqth: "oui",
        remunerationA1P1Pourcentage: 100,
        remunerationA2P1Pourcentage: 100,
        salaireBrutMensuel: 186702,
      },
      ["ok", "inconnu", "ok", "ok"],
    ],
    ["maître under age", { maitre1DateNaissance: "2010-01-01" }, ["ok", "ok", "ko", "ok"]],
    ["maître unknown", { maitre1Nom: undefined }, ["ok", "ok", "inconnu", "ok"]],
    ["attestation missing", { attestationEligibiliteMaitre: undefined }, ["ok", "ok", "ko", "ok"]],
    ["paid too little", { salaireBrutMensuel: 50000 }, ["ok", "ok", "ok", "ko"]],
    ["salary unknown", { salaireBrutMensuel: undefined }, ["ok", "ok", "ok", "inconnu"]],
    ["second year missing", { remunerationA2P1Pourcentage: undefined }, ["ok", "ok", "ok", "inconnu"]],
  ])("%s", (_what, overrides, expected) => {
    expect(etats(overrides)).toEqual(expected);
  });
  it.each<readonly [what: string, overrides: Overrides, expected: readonly string[]]>([
    ["complete", {}, ["ok", "ok", "ok", "ok"]],
    ["too few hours", { dureeTotaleHeures: 100, dureeEnseignementsHeures: 90 }, ["ko", "ok", "ok", "ok"]],
    [
      "26, employed elsewhere",
      { apprentiDateNaissance: "1999-01-01", salaireBrutMensuel: 186702 },
      ["ok", "ko", "ok", "ok"],
    ],
    ["registration unknown", { salarieInscritFranceTravail: undefined }, ["ok", "inconnu", "ok", "ok"]],
    [
      "the tutor is the employee",
      { tuteurNom: "Rossi", tuteurPrenom: "Hugo", tuteurDateNaissance: "2002-04-18" },
      ["ok", "ok", "ko", "ok"],
    ],
    ["paid too little", { salaireBrutMensuel: 100000 }, ["ok", "ok", "ok", "ko"]],
    ["no diploma known", { salarieDiplomePlusEleve: undefined }, ["ok", "ok", "ok", "inconnu"]],
  ])("professionnalisation: %s", (_what, overrides, expected) => {
    expect(etatsPro(overrides)).toEqual(expected);
  });
  it.each<readonly [what: string, overrides: Overrides, point: number, attend: string | undefined]>([
    ["nothing", {}, 3, undefined],
    ["one box", { codeRncp: undefined }, 0, "À remplir\u00a0: «\u00a0Code RNCP\u00a0»."],
    [
      "four boxes",
      { codeRncp: undefined, cfaUai: undefined, cfaSiret: undefined, codeDiplome: undefined },
      0,
      "À remplir\u00a0: «\u00a0Code du diplôme\u00a0», «\u00a0Code RNCP\u00a0», «\u00a0N°\u00a0UAI du CFA\u00a0» et une autre case.",
    ],
    [
      "G11, the pay is on the CERFA established elsewhere",
      { niveauSaisie: "simple" },
      3,
      "Saisie simple\u00a0: à relire sur le CERFA signé, joint au dossier.",
    ],
    ["G11, the maître is in L’employeur", { niveauSaisie: "simple" }, 2, undefined],
  ])("waits for %s", (_what, overrides, point, attend) => {
    expect(depositReadiness(contextOf(aCompleteApprentissage(overrides))).points[point]?.attend).toBe(attend);
  });
  it("shows the findings of the point", () => {
    const [, age] = depositReadiness(
      contextOf(aCompleteApprentissage({ apprentiDateNaissance: "1990-01-01" })),
    ).points;
    expect(age?.constats.map(({ regle }) => regle)).toEqual(["A1-age", "A7-premier-contrat"]);
  });
  it("knows nothing of an empty dossier", () => {
    const empty = depositReadiness(contextOf({}));
    expect(empty.points.map(({ etat }) => etat)).toEqual(["inconnu", "inconnu", "inconnu", "inconnu"]);
    expect(empty.echeances.map(({ date }) => date)).toEqual([undefined, undefined]);
  });
});

describe("deadlines", () => {
  const dates = (overrides: Overrides, today?: string, builder = aCompleteApprentissage) =>
    depositReadiness(contextOf(builder(overrides), undefined, today)).echeances;
  it.each<
    readonly [
      source: string,
      what: string,
      overrides: Overrides,
      deposit: string | undefined,
      answer: string | undefined,
    ]
  >([
    ["D6224-1", "five jours ouvrables after Tuesday 1 September", {}, "2026-09-07", undefined],
    [
      "D6224-1",
      "over a weekend and 11 November",
      { dateDebutExecution: "2026-11-09" },
      "2026-11-16",
      undefined,
    ],
    [
      "L3134-13",
      "Alsace: Good Friday",
      { dateDebutExecution: "2026-03-30", employeurAdresseCodePostal: "67000" },
      "2026-04-07",
      undefined,
    ],
    ["L3134-13", "elsewhere", { dateDebutExecution: "2026-03-30" }, "2026-04-04", undefined],
    [
      "D6224-1",
      "twenty days after reception",
      { depotDateReception: "2026-09-10" },
      "2026-09-07",
      "2026-09-30",
    ],
    ["regles.md", "start unknown", { dateDebutExecution: undefined }, undefined, undefined],
  ])("%s: %s", (_source, _what, overrides, deposit, answer) => {
    expect(dates(overrides).map(({ date }) => date)).toEqual([deposit, answer]);
  });
  it("D6325-1: five calendar days", () => {
    expect(dates({}, "2026-09-01", aCompleteProfessionnalisation)[0]?.date).toBe("2026-09-06");
  });
  it.each<readonly [what: string, overrides: Overrides, today: string]>([
    ["private, in time", {}, "2026-09-03"],
    ["private, the day itself", {}, "2026-09-07"],
    ["private, a day late", {}, "2026-09-08"],
    ["received", { depotDateReception: "2026-09-10" }, "2026-09-20"],
    ["decided", { depotDateReception: "2026-09-10", depotDateDecision: "2026-09-15" }, "2026-09-20"],
    ["public", { secteurEmployeur: "public", typeEmployeur: "22" }, "2026-09-03"],
    [
      "public, industrial and commercial: the private route",
      { secteurEmployeur: "public", typeEmployeur: "30" },
      "2026-09-03",
    ],
    ["start unknown", { dateDebutExecution: undefined }, "2026-09-03"],
  ])("says what silence means: %s", (_what, overrides, today) => {
    expect(dates(overrides, today)).toMatchSnapshot();
  });
  it("says what silence means: professionnalisation", () => {
    expect(
      dates({ depotDateReception: "2026-09-10" }, "2026-09-03", aCompleteProfessionnalisation),
    ).toMatchSnapshot();
  });
});
