import { describe, expect, it } from "vitest";
import { onApprentissage, onProfessionnalisation } from "./cases.fixture.ts";
import { sameName } from "./people.ts";

const same = { maitre1Nom: "ARNAUD DELMAS", maitre1Prenom: "lea" };
const second = { maitre2Nom: "Petit", maitre2Prenom: "Zoé", maitre2DateNaissance: "1990-01-01" };

describe("maître d’apprentissage", () => {
  const competence = "alerte maitre1NiveauDiplome";
  onApprentissage([
    ["L6223-8-1", "18 on the day of the start", "M1-majeur", { maitre1DateNaissance: "2008-09-01" }, []],
    [
      "L6223-8-1",
      "17, the eve of 18",
      "M1-majeur",
      { maitre1DateNaissance: "2008-09-02" },
      ["bloquant maitre1DateNaissance"],
    ],
    [
      "L6223-8-1",
      "the second one is 17",
      "M1-majeur",
      { ...second, maitre2DateNaissance: "2009-01-01" },
      ["bloquant maitre2DateNaissance"],
    ],
    [
      "regles.md",
      "start unknown",
      "M1-majeur",
      { maitre1DateNaissance: "2015-01-01", dateDebutExecution: undefined },
      [],
    ],
    ["regles.md", "birth unknown", "M1-majeur", { maitre1DateNaissance: undefined }, []],
    [
      "regles.md",
      "born after the start: not an age",
      "M1-majeur",
      { maitre1DateNaissance: "2027-01-01" },
      [],
    ],

    [
      "regles.md § 5",
      "the apprentice, in other letters",
      "M2-autre-que-l-apprenti",
      { ...same, maitre1DateNaissance: "2003-05-14" },
      ["bloquant maitre1Nom"],
    ],
    [
      "regles.md § 5",
      "the apprentice, birth unknown",
      "M2-autre-que-l-apprenti",
      { ...same, maitre1DateNaissance: undefined },
      ["bloquant maitre1Nom"],
    ],
    ["regles.md § 5", "a namesake born another day", "M2-autre-que-l-apprenti", same, []],
    [
      "regles.md § 5",
      "same name, another first name",
      "M2-autre-que-l-apprenti",
      { ...same, maitre1Prenom: "Paul", maitre1DateNaissance: undefined },
      [],
    ],
    [
      "regles.md § 5",
      "the second is the apprentice",
      "M2-autre-que-l-apprenti",
      { maitre2Nom: "Arnaud-Delmas", maitre2Prenom: "Léa" },
      ["bloquant maitre2Nom"],
    ],
    [
      "regles.md § 5",
      "the second is the first",
      "M2-autre-que-l-apprenti",
      { maitre2Nom: "D’Ornano", maitre2Prenom: "Jean Baptiste" },
      ["bloquant maitre2Nom"],
    ],
    ["regles.md § 5", "two people", "M2-autre-que-l-apprenti", second, []],

    ["R6223-22 1°", "same level and a year", "M3-competence", {}, []],
    [
      "R6223-22 1°",
      "lower level, condition 1°",
      "M3-competence",
      { maitre1NiveauDiplome: "6" },
      [competence],
    ],
    ["R6223-22 1°", "higher level", "M3-competence", { maitre1NiveauDiplome: "8" }, []],
    ["R6223-22 1°", "no diploma", "M3-competence", { maitre1NiveauDiplome: "0" }, [competence]],
    [
      "R6223-22 1°",
      "level of the RNCP sheet first",
      "M3-competence",
      { maitre1NiveauDiplome: "6", niveauRncp: "6" },
      [],
    ],
    [
      "R6223-22 1°",
      "level of the diploma when the sheet's is unknown",
      "M3-competence",
      { maitre1NiveauDiplome: "6", niveauRncp: undefined },
      [competence],
    ],
    [
      "R6223-22 1°",
      "level aimed at unknown",
      "M3-competence",
      { maitre1NiveauDiplome: "3", niveauRncp: undefined, diplomeVise: undefined },
      [],
    ],
    [
      "R6223-22 1°",
      "level 3 aimed at",
      "M3-competence",
      { maitre1NiveauDiplome: "0", niveauRncp: "3" },
      [competence],
    ],
    ["R6223-22 1°", "level 8 aimed at", "M3-competence", { niveauRncp: "8" }, [competence]],
    [
      "R6223-22 1°",
      "less than a year",
      "M3-competence",
      { maitre1ExperienceAnnees: 0 },
      ["alerte maitre1ExperienceAnnees"],
    ],
    ["R6223-22 1°", "a year", "M3-competence", { maitre1ExperienceAnnees: 1 }, []],
    [
      "R6223-22 1°",
      "neither level nor experience",
      "M3-competence",
      { maitre1NiveauDiplome: "3", maitre1ExperienceAnnees: 0 },
      [competence, "alerte maitre1ExperienceAnnees"],
    ],
    [
      "R6223-22 2°",
      "two years, no diploma",
      "M3-competence",
      { maitre1ConditionCompetence: "2", maitre1ExperienceAnnees: 2, maitre1NiveauDiplome: "0" },
      [],
    ],
    [
      "R6223-22 2°",
      "one year",
      "M3-competence",
      { maitre1ConditionCompetence: "2", maitre1ExperienceAnnees: 1 },
      ["alerte maitre1ExperienceAnnees"],
    ],
    [
      "R6223-22 2°",
      "experience unknown",
      "M3-competence",
      { maitre1ConditionCompetence: "2", maitre1ExperienceAnnees: undefined, maitre1NiveauDiplome: "0" },
      [],
    ],
    [
      "R6223-22",
      "agreement of the branch",
      "M3-competence",
      { maitre1ConditionCompetence: "branche", maitre1NiveauDiplome: "0", maitre1ExperienceAnnees: 0 },
      [],
    ],
    [
      "R6223-22 2°",
      "condition not said, two years",
      "M3-competence",
      { maitre1ConditionCompetence: undefined, maitre1ExperienceAnnees: 2, maitre1NiveauDiplome: "3" },
      [],
    ],
    [
      "R6223-22",
      "condition not said, one year",
      "M3-competence",
      { maitre1ConditionCompetence: undefined, maitre1ExperienceAnnees: 1, maitre1NiveauDiplome: "3" },
      [competence],
    ],
    [
      "R6223-22",
      "condition not said, experience unknown",
      "M3-competence",
      {
        maitre1ConditionCompetence: undefined,
        maitre1ExperienceAnnees: undefined,
        maitre1NiveauDiplome: "3",
      },
      [competence],
    ],
    [
      "R6223-22",
      "condition not said, level enough, no experience",
      "M3-competence",
      { maitre1ConditionCompetence: undefined, maitre1ExperienceAnnees: 0 },
      [],
    ],
    [
      "R6223-22",
      "the second one",
      "M3-competence",
      { ...second, maitre2ConditionCompetence: "2", maitre2ExperienceAnnees: 1 },
      ["alerte maitre2ExperienceAnnees"],
    ],
    ["regles.md", "level unknown", "M3-competence", { maitre1NiveauDiplome: undefined }, []],

    ["R6223-6", "one other apprentice", "M4-nombre-d-apprentis", { maitreNombreApprentis: 1 }, []],
    [
      "R6223-6",
      "two others: only if one repeats",
      "M4-nombre-d-apprentis",
      { maitreNombreApprentis: 2 },
      ["alerte maitreNombreApprentis"],
    ],
    [
      "R6223-6",
      "three others",
      "M4-nombre-d-apprentis",
      { maitreNombreApprentis: 3 },
      ["alerte maitreNombreApprentis"],
    ],
    [
      "R6223-6",
      "two others known by their dossiers",
      "M4-nombre-d-apprentis",
      {},
      ["alerte maitreNombreApprentis"],
      { apprentisDuMaitre: ["C-0001", "C-0002"] },
    ],
    [
      "R6223-6",
      "the dossiers know more than was said",
      "M4-nombre-d-apprentis",
      { maitreNombreApprentis: 1 },
      ["alerte maitreNombreApprentis"],
      { apprentisDuMaitre: ["C-0001", "C-0002", "C-0003"] },
    ],
    [
      "R6223-6",
      "one known by its dossier",
      "M4-nombre-d-apprentis",
      {},
      [],
      { apprentisDuMaitre: ["C-0001"] },
    ],

    ["regles.md § 5", "ticked", "M5-attestation", {}, []],
    [
      "regles.md § 5",
      "not ticked",
      "M5-attestation",
      { attestationEligibiliteMaitre: undefined },
      ["bloquant attestationEligibiliteMaitre"],
    ],
    [
      "regles.md § 5",
      "not ticked, maître still unnamed",
      "M5-attestation",
      { attestationEligibiliteMaitre: undefined, maitre1Nom: undefined },
      [],
    ],
    [
      "regles.md § 5",
      "not ticked, job still unknown",
      "M5-attestation",
      { attestationEligibiliteMaitre: undefined, maitre1Emploi: undefined },
      [],
    ],
    [
      "regles.md § 5",
      "not ticked, first name still unknown",
      "M5-attestation",
      { attestationEligibiliteMaitre: undefined, maitre1Prenom: undefined },
      [],
    ],
    [
      "regles.md § 5",
      "not ticked, birth still unknown",
      "M5-attestation",
      { attestationEligibiliteMaitre: undefined, maitre1DateNaissance: undefined },
      [],
    ],
  ]);
});

describe("tuteur", () => {
  onProfessionnalisation([
    ["D6325-6", "someone else, of age", "M6-tuteur", {}, []],
    [
      "D6325-6",
      "the employee himself",
      "M6-tuteur",
      { tuteurNom: "ROSSI", tuteurPrenom: "Hugo", tuteurDateNaissance: undefined },
      ["bloquant tuteurNom"],
    ],
    ["D6325-6", "a namesake", "M6-tuteur", { tuteurNom: "ROSSI", tuteurPrenom: "Hugo" }, []],
    ["D6325-6", "17", "M6-tuteur", { tuteurDateNaissance: "2008-09-02" }, ["alerte tuteurDateNaissance"]],
    ["D6325-6", "18", "M6-tuteur", { tuteurDateNaissance: "2008-09-01" }, []],
    ["regles.md", "birth unknown", "M6-tuteur", { tuteurDateNaissance: undefined }, []],
  ]);
});

describe("same name", () => {
  it.each([
    ["Éloïse", "ELOISE", true],
    ["d'Ornano", "D’Ornano", true],
    ["Jean-Baptiste", "Jean Baptiste", true],
    ["Martin", "Martins", false],
    ["Martin", undefined, false],
    [undefined, undefined, false],
    ["-", "’", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(sameName(a, b)).toBe(same);
  });
});
