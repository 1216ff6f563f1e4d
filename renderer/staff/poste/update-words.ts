import type { MiseAJour } from "../../../shared/api/poste/index.ts";

/** Where an update stands, in one sentence wherever it is said. */
export const updateWords = (miseAJour: MiseAJour): string => {
  switch (miseAJour.etat) {
    case "aucune":
      return "Aucune nouvelle version n’est annoncée.";
    case "recherche":
      return "Recherche d’une nouvelle version…";
    case "telechargement":
      return `Réception de la version ${miseAJour.version} (${Math.round(miseAJour.part * 100)}\u00a0%)…`;
    case "prete":
      return `La version ${miseAJour.version} est prête\u00a0: elle s’installera quand vous quitterez Cactus.`;
    case "refusee":
      return miseAJour.message;
  }
};
