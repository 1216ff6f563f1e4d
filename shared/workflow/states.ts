/** The words of a dossier’s life: its states, its economic review, the people who act. */

/**
 * invite: the dossier exists, Données de base not validated yet (G13) · saisie: the tabs are open ·
 * demande: validation requested, the formation’s turn (G18) · valide: frozen (G20) · abandonne: given up, kept.
 */
export const etats = ["invite", "saisie", "demande", "valide", "abandonne"] as const;
export type Etat = (typeof etats)[number];

export const etatLabels: Readonly<Record<Etat, string>> = {
  invite: "Invitation",
  saisie: "Saisie en cours",
  demande: "Validation demandée",
  valide: "Validé",
  abandonne: "Abandonné",
};

/** G22: the CFA’s review of the economic elements. */
export const etatsEconomie = ["a_saisir", "a_valider", "validee"] as const;
export type EtatEconomie = (typeof etatsEconomie)[number];
export const economieLabels: Readonly<Record<EtatEconomie, string>> = {
  a_saisir: "À saisir",
  a_valider: "À valider",
  validee: "Validée",
};

/** G18, G19: chosen per formation. */
export const modesValidation = ["formation", "immediate"] as const;
export type ModeValidation = (typeof modesValidation)[number];
export const modeValidationLabels: Readonly<Record<ModeValidation, string>> = {
  formation: "Validation par la formation",
  immediate: "Validation immédiate",
};
