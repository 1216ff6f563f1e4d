import { describe, expect, it } from "vitest";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../../tests/builders/dossier-data.ts";
import { formWith } from "../../tests/builders/forms.ts";
import { fieldById } from "./fields/index.ts";
import { sectionRemunerationMinimale } from "./fields/remuneration.ts";
import type { DossierData, ModeMission } from "./kernel.ts";
import {
  defaultData,
  fieldsOfTab,
  fullLabelOf,
  isEmpty,
  isRequired,
  isShown,
  labelOf,
  sectionsOf,
  tabsOf,
} from "./layout.ts";

const ctx = (data: DossierData, mission: ModeMission = "facultative") => ({
  data,
  mission,
  form: formWith(data),
});

describe("the section where the minimum pay is proposed", () => {
  it.each([
    ["apprentissage", aCompleteApprentissage()],
    ["professionnalisation", aCompleteProfessionnalisation()],
  ] as const)("exists and is shown in a contrat de %s", (contrat, data) => {
    expect(sectionsOf("contrat", ctx(data)).map(({ section }) => section)).toContain(
      sectionRemunerationMinimale[contrat],
    );
  });
  it("is shown before anything of the pay is entered", () => {
    expect(
      sectionsOf("contrat", ctx(defaultData({ contrat: "apprentissage" }))).map(({ section }) => section),
    ).toContain(sectionRemunerationMinimale.apprentissage);
    expect(
      sectionsOf("contrat", ctx(defaultData({ contrat: "professionnalisation" }))).map(
        ({ section }) => section,
      ),
    ).toContain(sectionRemunerationMinimale.professionnalisation);
  });
});

describe("tabs (G11, G14)", () => {
  it.each([
    [{}, "facultative", ["base", "alternant", "employeur", "contrat", "mission"]],
    [{ niveauSaisie: "simple" }, "obligatoire", ["base", "alternant", "employeur", "mission"]],
    [{ niveauSaisie: "complete" }, "masquee", ["base", "alternant", "employeur", "contrat"]],
  ] as const)("%o, mission %s", (data, mission, expected) => {
    expect(tabsOf(ctx(data, mission))).toEqual(expected);
  });

  it("shows nothing of a tab that does not exist, but the dates stay in Données de base", () => {
    const simple = ctx(aCompleteApprentissage({ niveauSaisie: "simple" }));
    expect(sectionsOf("contrat", simple)).toEqual([]);
    expect(isShown(fieldById("dateConclusion"), simple)).toBe(false);
    expect(isRequired(fieldById("dateDebutExecution"), simple)).toBe(true);
    expect(fieldsOfTab("base", simple).map(({ id }) => id)).toContain("dateFinContrat");
    expect(isShown(fieldById("missionIntitule"), ctx({}, "masquee"))).toBe(false);
  });

  it("orders Données de base as the guide does", () => {
    expect(fieldsOfTab("base", ctx({})).map(({ id }) => id)).toEqual([
      "contrat",
      "niveauSaisie",
      "apprentiNomNaissance",
      "apprentiPrenom",
      "apprentiCourriel",
      "employeurSiret",
      "contactEntrepriseNom",
      "contactEntreprisePrenom",
      "contactEntrepriseCourriel",
      "contactEntrepriseTelephone",
      "dateDebutExecution",
      "dateFinContrat",
    ]);
  });

  it("groups a tab by section, each once, without the empty ones", () => {
    const names = sectionsOf("alternant", ctx({})).map(({ section }) => section);
    expect(names).toEqual(["Identité", "Adresse et coordonnées", "Situation", "Parcours"]);
  });

  it("words labels by contract", () => {
    const nir = fieldById("apprentiNir");
    expect(labelOf(nir)).toBe("NIR de l’apprenti(e)");
    expect(labelOf(nir, "professionnalisation")).toBe("NIR du salarié");
    expect(labelOf(fieldById("faitA"), "professionnalisation")).toBe("Fait à");
    expect(fullLabelOf(fieldById("maitre1Nom"))).toBe("Maître d’apprentissage n°\u00a01 — Nom de naissance");
  });

  it("starts a dossier in saisie complète", () => {
    expect(defaultData({ contrat: "professionnalisation" })).toEqual({
      contrat: "professionnalisation",
      niveauSaisie: "complete",
    });
  });

  it.each([
    [undefined, true],
    [null, true],
    ["", true],
    [false, true],
    [0, false],
    ["non", false],
    [true, false],
  ])("%j is empty: %s", (value, empty) => {
    expect(isEmpty(value)).toBe(empty);
  });
});

/** Each conditional box of the forms: what must be there, and what need not. */
describe("conditions of 10103*14", () => {
  const minor = { apprentiDateNaissance: "2009-03-10", dateConclusion: "2026-08-25" };
  it.each<[string, Record<string, string | number | boolean | undefined>, boolean, boolean, string]>([
    ["apprentiMineurNonEmancipe", {}, false, false, "adult"],
    ["apprentiMineurNonEmancipe", minor, true, true, "17 at the conclusion (A8)"],
    [
      "apprentiMineurNonEmancipe",
      { ...minor, representantLegalNomPrenom: "Martin Paul" },
      true,
      false,
      "answered by the block",
    ],
    ["representantLegalNomPrenom", minor, true, true, "presumed not emancipated (L6222-4)"],
    [
      "representantLegalNomPrenom",
      { ...minor, apprentiMineurNonEmancipe: "non" },
      false,
      false,
      "emancipated",
    ],
    [
      "representantLegalNomPrenom",
      { apprentiMineurNonEmancipe: "oui" },
      false,
      false,
      "an adult who ticked yes",
    ],
    [
      "representantLegalNomPrenom",
      { apprentiDateNaissance: undefined, apprentiMineurNonEmancipe: "oui" },
      true,
      true,
      "birth unknown, said so",
    ],
    ["representantLegalNomPrenom", { apprentiDateNaissance: undefined }, false, false, "birth unknown"],
    ["representantLegalAdresseNumero", minor, true, false, "number never required"],
    ["representantLegalCourriel", minor, true, true, "minor"],
    [
      "representantLegalCourriel",
      { apprentiDateNaissance: "2008-08-25", dateConclusion: "2026-08-25" },
      false,
      false,
      "18 that day",
    ],
    [
      "representantLegalCourriel",
      { apprentiDateNaissance: "2008-08-26", dateConclusion: "2026-08-25" },
      true,
      true,
      "18 the day after",
    ],
    [
      "representantLegalCourriel",
      { apprentiDateNaissance: "2008-08-26", dateConclusion: undefined },
      false,
      false,
      "start date when no conclusion",
    ],
    ["employeurIdcc", {}, true, true, "private"],
    ["employeurIdcc", { secteurEmployeur: "public" }, true, false, "public: to be confirmed, never blocking"],
    ["adhesionAssuranceChomage", {}, false, false, "private"],
    ["adhesionAssuranceChomage", { secteurEmployeur: "public" }, true, false, "public, optional"],
    ["apprentiEquivalenceJeunes", {}, true, true, "RQTH = non"],
    ["apprentiEquivalenceJeunes", { apprentiRqth: "oui" }, false, false, "RQTH = oui"],
    ["apprentiEquivalenceJeunes", { apprentiRqth: undefined }, true, false, "RQTH unanswered"],
    ["apprentiExtensionBoe", {}, true, true, "RQTH = non"],
    ["apprentiExtensionBoe", { apprentiRqth: "oui" }, false, false, "RQTH = oui"],
    ["apprentiProjetCreationReprise", {}, true, false, "23"],
    ["apprentiProjetCreationReprise", { apprentiDateNaissance: "1996-09-01" }, true, true, "30 at the start"],
    [
      "apprentiProjetCreationReprise",
      { apprentiDateNaissance: "1996-09-02" },
      true,
      false,
      "29 at the start",
    ],
    ["typeDerogation", {}, true, false, "23"],
    ["typeDerogation", { apprentiDateNaissance: "2010-09-02" }, true, true, "15 (A6)"],
    ["typeDerogation", { apprentiDateNaissance: "2010-09-01" }, true, false, "16"],
    ["typeDerogation", { apprentiDateNaissance: "1996-09-01" }, true, true, "30 (A6)"],
    ["typeDerogation", { conventionAmenagementDuree: "reduction" }, true, true, "shortened (D7)"],
    ["typeDerogation", { conventionAmenagementDuree: "allongement" }, true, true, "lengthened (D7)"],
    ["typeDerogation", { conventionAmenagementDuree: "aucune" }, true, false, "not arranged"],
    ["typeDerogation", { apprentiDateNaissance: undefined }, true, false, "age unknown"],
    ["numeroContratPrecedent", {}, false, false, "first contract"],
    ["numeroContratPrecedent", { typeContratOuAvenant: "21" }, true, false, "succession: asked for"],
    ["numeroContratPrecedent", { typeContratOuAvenant: "36" }, true, true, "amendment: required"],
    ["numeroContratPrecedent", { typeContratOuAvenant: undefined }, false, false, "type unknown"],
    ["dateEffetAvenant", {}, false, false, "no amendment"],
    ["dateEffetAvenant", { typeContratOuAvenant: "31" }, true, true, "D9"],
    ["dateEffetAvenant", { typeContratOuAvenant: "23" }, false, false, "succession"],
    ["maitre1Diplome", {}, true, true, "condition 1°"],
    ["maitre1Diplome", { maitre1ConditionCompetence: "2" }, true, false, "R6223-22 2°"],
    ["maitre1NiveauDiplome", { maitre1ConditionCompetence: undefined }, true, true, "condition not given"],
    ["maitre2Prenom", {}, true, false, "no second maître"],
    ["maitre2Prenom", { maitre2Nom: "Petit" }, true, true, "second maître"],
    ["maitre2Nom", { maitre2Emploi: "Comptable" }, true, true, "second maître begun elsewhere"],
    ["maitre2Diplome", { maitre2Nom: "Petit" }, true, true, "second maître"],
    ["maitre2Diplome", {}, true, false, "no second maître"],
    ["maitre2Diplome", { maitre2Nom: "Petit", maitre2ConditionCompetence: "2" }, true, false, "R6223-22 2°"],
    ["maitre2ConditionCompetence", {}, false, false, "no second maître"],
    ["lieuFormationUai", {}, false, false, "the CFA is the place"],
    ["lieuFormationUai", { cfaEstLieuPrincipal: undefined }, true, true, "another place"],
    ["codeRncp", {}, true, true, "apprenticeship: always"],
    ["salarieMinimumSocial", {}, false, false, "other contract"],
    ["depotNumero", {}, false, false, "never"],
    ["missionIntitule", {}, true, false, "optional mission"],
    ["remunerationA1P1Du", { dateDebutExecution: undefined }, true, true, "first row: always"],
    ["remunerationA1P2Du", {}, true, false, "no threshold"],
    ["remunerationA1P2Du", { apprentiDateNaissance: "2006-01-20" }, true, true, "21 in January 2027"],
    ["remunerationA2P2Du", { apprentiDateNaissance: "2006-01-20" }, true, false, "not in the second year"],
    ["remunerationA2P2Du", { apprentiDateNaissance: "2007-01-20" }, true, true, "21 in the second year"],
    ["remunerationA1P2Du", { remunerationA1P2Base: "SMC" }, true, true, "another cut, begun"],
    ["remunerationA2P1Du", {}, true, true, "24 months"],
    ["remunerationA2P1Du", { dateFinContrat: "2027-08-31" }, false, false, "12 months"],
    ["remunerationA3P1Du", {}, false, false, "24 months"],
    ["remunerationA3P1Du", { dateFinContrat: "2028-09-01" }, true, true, "24 months and a day"],
    [
      "remunerationA4P2Base",
      { dateFinContrat: "2030-08-31" },
      true,
      false,
      "4 years, no threshold but year 4’s",
    ],
    ["remunerationA3P2Base", { dateFinContrat: "2030-08-31" }, true, true, "26 in May 2029"],
  ])("%s with %o: shown %s, required %s (%s)", (id, overrides, shown, required) => {
    const context = ctx(aCompleteApprentissage(overrides));
    expect(isShown(fieldById(id), context)).toBe(shown);
    expect(isRequired(fieldById(id), context)).toBe(required);
  });

  it("asks for the mission only when the formation does (G14)", () => {
    for (const id of ["missionIntitule", "missionDescription"])
      expect(isRequired(fieldById(id), ctx({}, "obligatoire"))).toBe(true);
    expect(isRequired(fieldById("missionOutils"), ctx({}, "obligatoire"))).toBe(false);
  });
});

describe("conditions of 12434*05", () => {
  it.each<[string, Record<string, string | number | boolean | undefined>, boolean, boolean, string]>([
    ["employeurSiret", {}, true, true, "company"],
    ["employeurSiret", { particulierEmployeur: "oui" }, false, false, "private household"],
    ["employeurCodeApe", { particulierEmployeur: "oui" }, false, false, "notice 51650"],
    ["urssafParticulierEmployeur", {}, false, false, "company"],
    ["urssafParticulierEmployeur", { particulierEmployeur: "oui" }, true, true, "private household"],
    ["employeurIdcc", { secteurEmployeur: "public" }, true, true, "left from another contract: not read"],
    ["salarieNumeroFranceTravail", {}, false, false, "not registered"],
    ["salarieNumeroFranceTravail", { salarieInscritFranceTravail: "oui" }, true, true, "registered"],
    ["salarieDureeInscriptionMois", { salarieInscritFranceTravail: "oui" }, true, true, "registered"],
    ["salarieMinimumSocial", {}, true, false, "if any"],
    ["tuteurUtilisatriceNom", {}, true, false, "CDD"],
    ["tuteurUtilisatriceNom", { natureContrat: "TT" }, true, true, "temporary work"],
    ["tuteurUtilisatricePrenom", { tuteurUtilisatriceNom: "Roux" }, true, true, "begun"],
    ["utilisatriceCodeNaf", { natureContrat: "TT" }, false, false, "no VAE"],
    ["utilisatriceCodeNaf", { typeQualification: "8" }, true, false, "VAE, no user company"],
    [
      "utilisatriceCodeNaf",
      { typeQualification: "8", natureContrat: "TT" },
      true,
      true,
      "VAE, temporary work",
    ],
    ["numeroProjetVae", {}, true, false, "no VAE"],
    ["numeroProjetVae", { typeQualification: "8" }, true, true, "VAE"],
    ["vautAvenantContratInitial", {}, false, false, "no VAE"],
    ["vautAvenantContratInitial", { numeroProjetVae: "P1" }, true, false, "VAE"],
    ["natureContrat", {}, true, true, "always but"],
    [
      "natureContrat",
      { typeQualification: "8", vautAvenantContratInitial: true },
      true,
      false,
      "VAE amendment",
    ],
    ["dateEffetAvenant", {}, false, false, "initial"],
    ["dateEffetAvenant", { typeContrat: "30" }, true, true, "amendment"],
    ["dateEffetAvenant", { typeContratOuAvenant: "31" }, false, false, "the other form’s code is not read"],
    ["organismeNumeroDeclaration", {}, true, true, "external"],
    ["organismeNumeroDeclaration", { formationInterne: "oui" }, true, false, "internal: if any"],
    ["attestationFormationInterne", {}, false, false, "external"],
    ["attestationFormationInterne", { formationInterne: "oui" }, true, true, "internal"],
    ["codeRncp", {}, true, true, "type 1"],
    ["codeRncp", { typeQualification: "3" }, true, false, "not in the RNCP"],
    [
      "apprentiMineurNonEmancipe",
      { apprentiDateNaissance: "2009-10-10" },
      false,
      false,
      "no box on this form",
    ],
    ["remunerationA1P1Du", {}, false, false, "no grid on this form"],
    ["apprentiEquivalenceJeunes", {}, true, true, "RQTH = non"],
  ])("%s with %o: shown %s, required %s (%s)", (id, overrides, shown, required) => {
    const context = ctx(aCompleteProfessionnalisation(overrides));
    expect(isShown(fieldById(id), context)).toBe(shown);
    expect(isRequired(fieldById(id), context)).toBe(required);
  });
});
