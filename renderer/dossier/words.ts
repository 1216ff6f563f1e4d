import type { DossierVue } from "../../shared/api/models.ts";
import type { Audience } from "./context.ts";

const ouverts = "Les données de base sont validées\u00a0: les autres onglets sont ouverts";

interface Words {
  /** Title of what the formation asks to correct. */
  readonly retour: string;
  /** The first « Valider » of Données de base (G13). */
  readonly baseValidee: string;
  /** Under « Demande de validation » (G17): what it will do. */
  readonly avantDemande: (vue: DossierVue) => string;
}

const relire = () =>
  "Vérifiez bien que toutes les données sont exactes\u00a0: la validation fige les informations.";

/** What is said differently according to who reads; what may be done never depends on it. */
export const words: Readonly<Record<Audience, Words>> = {
  cfa: {
    retour: "Dossier retourné pour correction",
    baseValidee: `${ouverts}.`,
    avantDemande: ({ formation }) =>
      formation.modeValidation === "immediate"
        ? "La demande valide le dossier aussitôt\u00a0: ses données seront figées."
        : `${formation.responsable.nom} recevra un courriel. La validation figera les données.`,
  },
  alternant: {
    retour: "Dossier à corriger",
    baseValidee: `${ouverts}, et votre contact dans l’entreprise est invité.`,
    avantDemande: relire,
  },
  entreprise: { retour: "Dossier à corriger", baseValidee: `${ouverts}.`, avantDemande: relire },
  formation: {
    retour: "Dossier retourné pour correction",
    baseValidee: `${ouverts}.`,
    avantDemande: relire,
  },
};
