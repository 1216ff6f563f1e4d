import type { DossierFacts } from "./facts.ts";

/** A complete dossier in saisie complète whose validation may be requested; a test says only what differs. */
export const facts = (overrides: Partial<DossierFacts> = {}): DossierFacts => ({
  etat: "saisie",
  etatDepuis: "2026-09-01T08:00:00.000Z",
  niveauSaisie: "complete",
  baseValidee: true,
  complet: true,
  bloquants: 0,
  datesProvisoires: false,
  modeValidation: "formation",
  economie: "a_saisir",
  economieDepuis: "2026-09-02T08:00:00.000Z",
  cerfaJoint: false,
  calendrier: true,
  programme: true,
  ...overrides,
});
