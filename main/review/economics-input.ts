import type { Dossier } from "../../db/ports.ts";
import type { EconomieSaisie, Formation } from "../../shared/api/models.ts";
import type { EconomicsInput } from "../../shared/rules/index.ts";

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/**
 * What the rules need to compute the economic elements: the contract’s dates, the formation’s default amounts, and
 * what the CFA has already entered. Undefined while the contract has no dates.
 */
export const economicsInput = (
  dossier: Dossier,
  formation: Formation,
  saisie: EconomieSaisie | undefined,
): EconomicsInput | undefined => {
  const { data } = dossier;
  const debut = text(data.dateDebutExecution);
  const fin = text(data.dateFinContrat);
  if (!debut || !fin || fin < debut) return undefined;
  return {
    contrat: dossier.contrat,
    debut,
    fin,
    dateConclusion: text(data.dateConclusion) ?? debut,
    niveauRncp: formation.niveau,
    secteur: text(data.secteurEmployeur) === "public" ? "public" : "prive",
    rqth: data.apprentiRqth === "oui",
    typeContrat: text(data.typeContratOuAvenant),
    heures: typeof data.dureeFormationHeures === "number" ? data.dureeFormationHeures : formation.heures,
    heuresDistance:
      typeof data.dureeDistanceHeures === "number" ? data.dureeDistanceHeures : formation.heuresDistance,
    coutAnnuelCentimes: (saisie?.annees ?? []).map((year) => year.coutCentimes),
    npecAnnuelCentimes: (saisie?.annees ?? []).map((year) => year.npecCentimes),
    coutDefautCentimes: formation.coutAnnuelCentimes ?? 0,
    npecDefautCentimes: formation.npecCentimes ?? 0,
    frais: saisie?.frais,
    majorationRqthCentimes: saisie?.majorationRqthCentimes,
    saisie: saisie?.annees,
    resteAChargePrevu: saisie?.resteAChargePrevu,
  };
};
