import type { Contrat } from "../../shared/dossier/kernel.ts";
import { rules } from "../../shared/rules/index.ts";
import type { Overrides } from "../builders/dossier-data.ts";

/** For each blocking rule, what a person types that breaks it in the complete dossier of the builders. */
export const breaks: Readonly<Record<Contrat, Readonly<Record<string, Overrides>>>> = {
  apprentissage: {
    "F5-nir-coherence": { apprentiSexe: "M" },
    "A1-age": { apprentiDateNaissance: "1990-05-14" },
    "A2-quinze-ans": { apprentiDateNaissance: "2011-05-14", apprentiDerniereClasse: "41" },
    "A6-derogation-age": { typeDerogation: "11" },
    "A7-premier-contrat": { apprentiDateNaissance: "1995-05-14" },
    "A8-representant-legal": { apprentiDateNaissance: "2009-05-14" },
    "M1-majeur": { maitre1DateNaissance: "2010-01-04" },
    "M2-autre-que-l-apprenti": {
      maitre1Nom: "Arnaud-Delmas",
      maitre1Prenom: "Léa",
      maitre1DateNaissance: "2003-05-14",
    },
    "M5-attestation": { attestationEligibiliteMaitre: false },
    "C1-secteur": { typeEmployeur: "21" },
    "D1-conclusion": { dateConclusion: "2026-09-15" },
    "D2-formation-pratique": { dateDebutFormationPratique: "2027-01-15" },
    "D3-formation-cfa": { dateDebutFormationCfa: "2027-01-15" },
    "D5-fin-apres-epreuves": { dateFinContrat: "2028-06-30" },
    "D6-duree": { dateFinContrat: "2031-08-31" },
    "D9-avenant": { typeContratOuAvenant: "36", dateEffetAvenant: "2026-01-05" },
    "D10-ordre-des-dates": { dateFinEpreuves: "2026-09-02" },
    "T1-duree-maximale": { dureeHebdoHeures: 50 },
    "P0-pourcentage-minimal": { remunerationA1P1Pourcentage: 40 },
    "P0-base": { smcMensuel: 300_000 },
    "P0-salaire-minimal": { salaireBrutMensuel: 50_000 },
    "P1-annees-d-execution": { remunerationA2P1Du: "2027-10-01" },
    "P2-periodes-contigues": { remunerationA1P1Au: "2027-07-31" },
  },
  professionnalisation: {
    "F5-nir-coherence": { apprentiSexe: "F" },
    "A-pro-public": { apprentiDateNaissance: "1990-04-18" },
    "M6-tuteur": { tuteurNom: "Rossi", tuteurPrenom: "Hugo", tuteurDateNaissance: "2002-04-18" },
    "D9-avenant": { typeContrat: "30" },
    "D10-ordre-des-dates": { dateFinEpreuves: "2026-09-02" },
    "R1-duree": { dateFinContrat: "2030-08-31" },
    "R2-heures": { dureeTotaleHeures: 100 },
    "R3-enseignements": { dureeEnseignementsHeures: 420 },
    "P-pro-salaire-minimal": { salaireBrutMensuel: 90_000 },
  },
};

/** Blocking for apprenticeship only: for this contract the same rule asks to confirm. */
const milder: Readonly<Record<Contrat, readonly string[]>> = {
  apprentissage: [],
  professionnalisation: ["D1-conclusion"],
};

/** Blocking rules of a contract that no row breaks: a new rule must get one. */
export const withoutRow = (contrat: Contrat): readonly string[] =>
  rules
    .filter((rule) => rule.gravite === "bloquant" && rule.contrats.includes(contrat))
    .map(({ id }) => id)
    .filter((id) => !(id in breaks[contrat]) && !milder[contrat].includes(id));
