import type { FormationSaisie } from "../../shared/api/models.ts";

/** A formation as a secretary would enter it; a test says only what differs. */
export const aFormation = (overrides: Partial<FormationSaisie> = {}): FormationSaisie => ({
  titre: "Master Contrôle de gestion",
  diplome: "73",
  diplomePro: "11",
  niveau: 7,
  intituleDiplome: "Master Contrôle de gestion et audit organisationnel",
  licencePro: false,
  codeDiplome: "13531545",
  rncp: "35916",
  specialiteNsf: "310",
  dateDebut: "2026-09-01",
  dateFin: "2028-08-31",
  dateFinEpreuves: "2028-07-07",
  heures: 840,
  heuresDistance: 60,
  lieu: { estCfa: true },
  responsable: { nom: "Claire Maurin", courriel: "claire.maurin@universite.example.fr" },
  code: "F724",
  codeOuvert: true,
  variantes: [
    {
      libelle: "Deuxième année",
      code: "F724-2",
      ouvert: true,
      dateDebut: "2026-09-01",
      dateFin: "2027-08-31",
    },
  ],
  modeValidation: "formation",
  mission: "facultative",
  calendrier: {
    mode: "donnees",
    donnees: { periodes: [{ du: "2026-09-07", au: "2026-09-18", type: "centre", libelle: "Rentrée" }] },
  },
  programme: {
    mode: "donnees",
    donnees: {
      objectifs: "Piloter la performance.",
      modules: [{ titre: "Contrôle budgétaire", heures: 120 }],
    },
  },
  coutAnnuelCentimes: 8_500_00,
  npecCentimes: 8_200_00,
  ...overrides,
});
