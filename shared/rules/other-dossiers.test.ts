import { describe, expect, it } from "vitest";
import { aCompleteApprentissage, type Overrides } from "../../tests/builders/dossier-data.ts";
import { contextOf } from "./cases.fixture.ts";
import { crossFactsFrom, type OtherLearner } from "./other-dossiers.ts";

const nothing = { apprentisDuMaitre: [], memePersonne: [], memeEntreprise: [] };
const dossier = (overrides: Overrides = {}) => aCompleteApprentissage(overrides);
const earlier = (reference: string, debut: string, fin: string, overrides: Overrides = {}, fige = true) => ({
  reference,
  fige,
  form: "10103*14" as const,
  data: dossier({ dateDebutExecution: debut, dateFinContrat: fin, ...overrides }),
});

describe("learners of one maître (R6223-6)", () => {
  const learner = (reference: string, du: string, au: string): OtherLearner => ({ reference, du, au });
  it.each([
    ["nobody else", [], []],
    [
      "one after the other",
      [
        ["A", "2024-09-01", "2026-12-31"],
        ["B", "2027-01-01", "2028-08-31"],
      ],
      ["A"],
    ],
    [
      "met on one day",
      [
        ["A", "2024-09-01", "2027-01-01"],
        ["B", "2027-01-01", "2028-08-31"],
      ],
      ["A", "B"],
    ],
    [
      "three, of whom two at a time",
      [
        ["A", "2025-09-01", "2026-12-31"],
        ["B", "2026-10-01", "2027-08-31"],
        ["C", "2027-09-01", "2028-08-31"],
      ],
      ["A", "B"],
    ],
  ] as const)("%s", (_name, others, expected) => {
    const apprentisDuMaitre = others.map(([reference, du, au]) => learner(reference, du, au));
    expect(crossFactsFrom(contextOf(dossier()), { ...nothing, apprentisDuMaitre }).apprentisDuMaitre).toEqual(
      expected,
    );
  });
});

describe("earlier contracts of the same person", () => {
  const facts = (overrides: Overrides, ...memePersonne: ReturnType<typeof earlier>[]) =>
    crossFactsFrom(contextOf(dossier(overrides)), { ...nothing, memePersonne });

  it("L6222-15: counts the contracts of the level aimed at, begun before", () => {
    expect(
      facts(
        {},
        earlier("A", "2022-09-01", "2023-08-31"),
        earlier("B", "2023-09-01", "2024-08-31"),
        earlier("of another level", "2021-09-01", "2022-08-31", { diplomeVise: "54" }),
        earlier("not frozen", "2024-09-01", "2025-08-31", {}, false),
        earlier("begun after", "2029-09-01", "2030-08-31"),
      ),
    ).toMatchObject({ contratsDeMemeNiveau: 2 });
  });

  it("another kind of contract does not count", () => {
    const other = earlier("A", "2022-09-01", "2023-08-31", { contrat: "professionnalisation" });
    expect(facts({}, other)).toMatchObject({ contratsDeMemeNiveau: 0, memePersonne: ["A"] });
    expect(facts({}, other).contratPrecedent).toBeUndefined();
  });

  it("D6222-29: the last percentage of the latest one, kept when its diploma was obtained", () => {
    const older = earlier("A", "2022-09-01", "2023-08-31", {
      diplomeVise: "54",
      remunerationA1P1Pourcentage: 90,
      remunerationA2P1Pourcentage: undefined,
    });
    const latest = earlier("B", "2023-09-01", "2025-08-31", {
      diplomeVise: "54",
      remunerationA1P1Pourcentage: 43,
      remunerationA2P1Pourcentage: 51,
      remunerationA2P2Pourcentage: undefined,
    });
    const obtained = { apprentiDerniereClasse: "01", apprentiDernierDiplomePrepare: "54" };
    expect(facts(obtained, older, latest).contratPrecedent).toEqual({
      dernierPourcentage: 51,
      diplomeObtenu: true,
    });
    expect(facts({ ...obtained, apprentiDerniereClasse: "12" }, latest).contratPrecedent?.diplomeObtenu).toBe(
      false,
    );
    expect(
      facts({ ...obtained, apprentiDernierDiplomePrepare: "63" }, latest).contratPrecedent?.diplomeObtenu,
    ).toBe(false);
  });

  it("says nothing of what is not known", () => {
    const empty = crossFactsFrom(contextOf({}), {
      ...nothing,
      memePersonne: [{ reference: "A", fige: true, data: {}, form: "10103*14" }],
    });
    expect(empty).toEqual({ apprentisDuMaitre: [], memePersonne: ["A"], memeEntreprise: [] });
  });
});
