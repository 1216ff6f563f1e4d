import type { DocumentInput } from "../../templates/pdf/types.ts";
import { aCompleteApprentissage } from "./dossier-data.ts";

/** What the documents of a released dossier are drawn from; a test says only what differs. */
export const aDocumentInput = (overrides: Partial<DocumentInput> = {}): DocumentInput => ({
  reference: "D2026-00042",
  empreinte: "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809",
  figeLe: "2026-08-26T09:30:00.000Z",
  contrat: "apprentissage",
  form: "10103*14",
  data: aCompleteApprentissage(),
  cfa: {
    denomination: "CFA des Deux Rives",
    siret: "90000002700012",
    uai: "0139999Y",
    numeroDeclaration: "93139999913",
    adresse: { numero: "58", voie: "boulevard Charles-Livon", codePostal: "13007", commune: "Marseille" },
    representant: "Agnès Morel, directrice",
  },
  formation: {
    titre: "Master Contrôle de gestion",
    code: "F724",
    diplome: "73",
    intituleDiplome: "Master Contrôle de gestion et audit organisationnel",
    niveau: 7,
    codeDiplome: "13531545",
    rncp: "35916",
    dateDebut: "2026-09-07",
    dateFin: "2028-07-07",
    dateFinEpreuves: "2028-07-07",
    heures: 840,
    heuresDistance: 60,
    lieu: { estCfa: true },
    responsable: { nom: "Claire Maurin", courriel: "claire.maurin@universite.example.fr" },
    calendrier: {
      periodes: [
        { du: "2026-09-07", au: "2026-09-18", type: "centre", libelle: "Rentrée" },
        { du: "2026-09-19", au: "2026-10-16", type: "entreprise" },
        { du: "2026-10-17", au: "2026-10-30", type: "centre" },
        { du: "2026-12-21", au: "2027-01-02", type: "conges", libelle: "Fermeture" },
        { du: "2028-06-26", au: "2028-07-07", type: "examen", libelle: "Soutenances" },
      ],
      commentaire: "Rythme\u00a0: deux semaines au CFA, quatre en entreprise.",
    },
    programme: {
      objectifs: "Piloter la performance d’une organisation.",
      prerequis: "Licence de gestion ou équivalent.",
      modules: [
        { titre: "Contrôle budgétaire", heures: 120, contenu: "Budgets, écarts, reporting." },
        {
          titre: "Audit interne",
          heures: 90,
          contenu: "Cartographie des risques, missions, recommandations.",
        },
      ],
      modalites: "Présentiel et travaux de groupe.",
      evaluation: "Contrôle continu et mémoire.",
      accessibilite: "Référent handicap\u00a0: sur rendez-vous.",
    },
  },
  economie: {
    annees: [
      {
        annee: 1,
        coutCentimes: 850_000,
        npecCentimes: 820_000,
        priseEnChargeCentimes: 745_000,
        participationCentimes: 75_000,
        fraisAnnexesCentimes: 12_300,
        resteAChargeCentimes: 30_000,
      },
      {
        annee: 2,
        coutCentimes: 850_000,
        npecCentimes: 820_000,
        priseEnChargeCentimes: 820_000,
        participationCentimes: 0,
        fraisAnnexesCentimes: 12_300,
        resteAChargeCentimes: 30_000,
      },
    ],
    frais: { nuitees: 12, repas: 40, premierEquipementCentimes: 50_000, mobiliteCentimes: 0 },
    valideLe: "2026-08-28T10:00:00.000Z",
    validePar: "Bruno Chassagne",
  },
  ...overrides,
});
