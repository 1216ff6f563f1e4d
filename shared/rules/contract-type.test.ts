import { describe, expect, it } from "vitest";
import { onApprentissage, onProfessionnalisation } from "./cases.fixture.ts";
import { opcoForIdcc } from "./opco.ts";

const publique = { secteurEmployeur: "public", typeEmployeur: "22" };

describe("contract, employer, CFA", () => {
  onApprentissage([
    ["notice p. 1", "private 12", "C1-secteur", {}, []],
    [
      "notice p. 1",
      "private ticked, type 21",
      "C1-secteur",
      { typeEmployeur: "21" },
      ["bloquant typeEmployeur"],
    ],
    [
      "notice p. 1",
      "public ticked, type 16",
      "C1-secteur",
      { secteurEmployeur: "public", typeEmployeur: "16" },
      ["bloquant typeEmployeur"],
    ],
    ["notice p. 1", "public 30", "C1-secteur", { secteurEmployeur: "public", typeEmployeur: "30" }, []],
    ["regles.md", "type unknown to the table", "C1-secteur", { typeEmployeur: "99" }, []],
    ["regles.md", "type missing", "C1-secteur", { typeEmployeur: undefined }, []],
    ["regles.md", "sector missing", "C1-secteur", { secteurEmployeur: undefined }, []],

    [
      "notice p. 2",
      "public, self-insured",
      "C2-assurance-chomage",
      { ...publique, adhesionAssuranceChomage: true },
      [],
    ],
    [
      "notice p. 2",
      "private",
      "C2-assurance-chomage",
      { adhesionAssuranceChomage: true },
      ["alerte adhesionAssuranceChomage"],
    ],
    [
      "notice p. 2",
      "industrial and commercial",
      "C2-assurance-chomage",
      { secteurEmployeur: "public", typeEmployeur: "30", adhesionAssuranceChomage: true },
      ["alerte adhesionAssuranceChomage"],
    ],
    ["notice p. 2", "not ticked", "C2-assurance-chomage", {}, []],

    ["notice p. 5", "first contract", "C3-contrat-precedent", {}, []],
    [
      "notice p. 5",
      "first contract with a number",
      "C3-contrat-precedent",
      { numeroContratPrecedent: "013202309000012" },
      ["alerte typeContratOuAvenant"],
    ],
    [
      "notice p. 2",
      "first contract after an apprenticeship",
      "C3-contrat-precedent",
      { apprentiSituationAvantContrat: "4" },
      ["alerte typeContratOuAvenant"],
    ],
    [
      "notice p. 3",
      "first contract after a rupture",
      "C3-contrat-precedent",
      { apprentiSituationAvantContrat: "8" },
      ["alerte typeContratOuAvenant"],
    ],
    [
      "notice p. 5",
      "succession with a number",
      "C3-contrat-precedent",
      {
        typeContratOuAvenant: "22",
        numeroContratPrecedent: "013202309000012",
        apprentiSituationAvantContrat: "4",
      },
      [],
    ],

    ["notice p. 1", "limited duration, ordinary employer", "C4-mode-contractuel", {}, []],
    [
      "notice p. 1",
      "temporary work on one side",
      "C4-mode-contractuel",
      { modeContractuel: "3" },
      ["alerte modeContractuel"],
    ],
    [
      "notice p. 2",
      "temporary work on the other side",
      "C4-mode-contractuel",
      { employeurSpecifique: "1" },
      ["alerte modeContractuel"],
    ],
    [
      "notice p. 2",
      "temporary work on both",
      "C4-mode-contractuel",
      { modeContractuel: "3", employeurSpecifique: "1" },
      [],
    ],
    [
      "notice p. 1",
      "two seasonal employers, not seasonal",
      "C4-mode-contractuel",
      { modeContractuel: "4" },
      ["alerte modeContractuel"],
    ],
    [
      "notice p. 1",
      "two seasonal employers",
      "C4-mode-contractuel",
      { modeContractuel: "4", employeurSpecifique: "3" },
      [],
    ],
    ["notice p. 2", "one seasonal employer", "C4-mode-contractuel", { employeurSpecifique: "3" }, []],
    [
      "notice p. 5",
      "seasonal amendment, ordinary contract",
      "C4-mode-contractuel",
      { typeContratOuAvenant: "32" },
      ["alerte typeContratOuAvenant"],
    ],
    [
      "notice p. 5",
      "seasonal amendment",
      "C4-mode-contractuel",
      { typeContratOuAvenant: "32", modeContractuel: "4", employeurSpecifique: "3" },
      [],
    ],
    [
      "regles.md",
      "mode missing",
      "C4-mode-contractuel",
      { modeContractuel: undefined, typeContratOuAvenant: "32" },
      [],
    ],
    [
      "regles.md",
      "employer missing",
      "C4-mode-contractuel",
      { modeContractuel: "3", employeurSpecifique: undefined },
      [],
    ],

    [
      "notice p. 5",
      "34 without RQTH",
      "C5-avenant-rqth",
      { typeContratOuAvenant: "34" },
      ["alerte typeContratOuAvenant"],
    ],
    [
      "notice p. 5",
      "34 with RQTH",
      "C5-avenant-rqth",
      { typeContratOuAvenant: "34", apprentiRqth: "oui" },
      [],
    ],
    [
      "L5212-13-1",
      "34 with the extension",
      "C5-avenant-rqth",
      { typeContratOuAvenant: "34", apprentiExtensionBoe: "oui" },
      [],
    ],
    [
      "notice p. 5",
      "34, RQTH unknown",
      "C5-avenant-rqth",
      { typeContratOuAvenant: "34", apprentiRqth: undefined },
      [],
    ],
    ["notice p. 5", "36 without RQTH", "C5-avenant-rqth", { typeContratOuAvenant: "36" }, []],

    ["notice p. 7", "two companies", "C6-cfa-d-entreprise", {}, []],
    [
      "notice p. 7",
      "the CFA of the employer",
      "C6-cfa-d-entreprise",
      { cfaSiret: "90000001900027" },
      ["alerte cfaEntreprise"],
    ],
    [
      "notice p. 7",
      "declared CFA d’entreprise",
      "C6-cfa-d-entreprise",
      { cfaSiret: "90000001900027", cfaEntreprise: "oui" },
      [],
    ],
    [
      "regles.md",
      "SIRET missing",
      "C6-cfa-d-entreprise",
      { cfaSiret: undefined, employeurSiret: undefined },
      [],
    ],

    ["notice p. 3", "master, level 7", "C7-niveau", {}, []],
    ["notice p. 3", "master, level 6", "C7-niveau", { niveauRncp: "6" }, ["alerte niveauRncp"]],
    ["notice p. 3", "diploma without a level", "C7-niveau", { diplomeVise: "25" }, []],
    ["regles.md", "diploma missing", "C7-niveau", { diplomeVise: undefined }, []],
    ["regles.md", "level missing", "C7-niveau", { niveauRncp: undefined }, []],

    ["R6123-34", "the table's OPCO", "C8-opco", {}, []],
    ["R6123-34", "another OPCO", "C8-opco", { opco: "AKTO" }, ["info opco"]],
    ["R6123-34", "no agreement", "C8-opco", { opco: "AKTO", employeurIdcc: "9999" }, []],
    ["R6123-34", "public", "C8-opco", { ...publique, opco: "AKTO" }, []],
    ["regles.md", "OPCO missing", "C8-opco", { opco: undefined }, []],
    ["regles.md", "IDCC missing", "C8-opco", { employeurIdcc: undefined }, []],
  ]);
  onProfessionnalisation([
    ["R6123-34", "another OPCO", "C8-opco", { opco: "AKTO" }, ["info opco"]],
    ["notice 51650", "company", "C9-particulier-employeur", {}, []],
    [
      "notice 51650",
      "private individual, 1486",
      "C9-particulier-employeur",
      { particulierEmployeur: "oui" },
      ["alerte employeurIdcc"],
    ],
    [
      "notice 51650",
      "private individual, 3180",
      "C9-particulier-employeur",
      { particulierEmployeur: "oui", employeurIdcc: "3180" },
      [],
    ],
    [
      "notice 51650",
      "company, 3180",
      "C9-particulier-employeur",
      { employeurIdcc: "3180" },
      ["alerte employeurIdcc"],
    ],
    [
      "regles.md",
      "IDCC missing",
      "C9-particulier-employeur",
      { particulierEmployeur: "oui", employeurIdcc: undefined },
      [],
    ],
    [
      "regles.md",
      "unknown whether private individual",
      "C9-particulier-employeur",
      { particulierEmployeur: undefined, employeurIdcc: "3180" },
      [],
    ],
  ]);
});

describe("OPCO proposed for an IDCC", () => {
  it.each([
    ["1486", "ATLAS"],
    ["0016", "OPCO_MOBILITES"],
    ["16", "OPCO_MOBILITES"],
    ["0018", "OPCO_2I"],
    ["9999", undefined],
    ["9998", undefined],
    ["12345", undefined],
    ["", undefined],
    ["x1486", undefined],
    ["1486x", undefined],
  ])("%s: %s", (idcc, opco) => {
    expect(opcoForIdcc(idcc)).toBe(opco);
  });
});
