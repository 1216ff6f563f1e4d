import type { DossierLigne } from "../../../shared/api/models.ts";
import type { Contrat } from "../../../shared/dossier/kernel.ts";

export const contratLabels: Readonly<Record<Contrat, string>> = {
  apprentissage: "Apprentissage",
  professionnalisation: "Professionnalisation",
};

/** « MARTIN Chloé », or the address while the name is not known. */
export const dossierName = (row: Pick<DossierLigne, "nom" | "prenom" | "courriel">): string =>
  [row.nom?.toLocaleUpperCase("fr"), row.prenom].filter(Boolean).join(" ") || row.courriel;

/** The next step in a few words, for a list row; the dossier’s screen has the whole sentence. */
export const nextStepOf = (row: DossierLigne): string => {
  switch (row.etat) {
    case "abandonne":
      return "Abandonné";
    case "invite":
      return "Données de base à saisir";
    case "saisie":
      if (!row.complet) return "À compléter";
      if (row.bloquants > 0) return "Contrôles à corriger";
      if (row.datesProvisoires) return "Dates à confirmer";
      return "Validation à demander";
    case "demande":
      return "La formation doit valider";
    case "valide":
      if (row.economie === "a_saisir") return "Économie à saisir";
      if (row.economie === "a_valider") return "Économie à valider";
      return "Convention disponible";
  }
};
