import { displayCents } from "../../dossier/formats/cents.ts";
import type { Finding, Gravite } from "../finding.ts";
import { typography } from "../typography.ts";
import { isDistance, lastsAYear } from "./amounts.ts";
import type { AnneeSaisie, EconomicsInput, EconomicsYear } from "./input.ts";
import { type Financing, fraisPlafonds, MAJORATION_RQTH_MAX } from "./parameters.ts";

const euros = displayCents;

/** The inconsistencies of the economic elements, each named; `champs` are dossier fields, when one explains it. */
export const inconsistencies = (
  input: EconomicsInput,
  years: readonly EconomicsYear[],
  rule: Financing,
): Finding[] => {
  const out: Finding[] = [];
  const say = (
    regle: string,
    gravite: Gravite,
    article: string,
    message: string,
    champs: readonly string[] = [],
    calcul?: readonly (readonly [string, string])[],
  ): void => {
    out.push({
      regle,
      gravite,
      champs,
      article,
      message: typography(message),
      ...(calcul
        ? {
            calcul: calcul.map(([libelle, valeur]) => ({
              libelle: typography(libelle),
              valeur: typography(valeur),
            })),
          }
        : {}),
    });
  };
  const apprentissage = input.contrat === "apprentissage";

  if (years.some((year) => year.coutCentimes === 0))
    say(
      "E1-cout",
      "bloquant",
      "D6353-1",
      "Le prix de la formation manque pour une année : la convention le porte. Renseignez-le.",
    );
  if (apprentissage && years.some((year) => year.npecCentimes === 0))
    say(
      "E2-npec",
      "alerte",
      "D6332-78",
      "Le niveau de prise en charge (NPEC) manque pour une année : renseignez celui du référentiel de France compétences, ou la valeur d’amorçage.",
      ["codeRncp", "employeurIdcc"],
    );
  if (input.rupture === undefined) entered(input, years, say);

  if (years.some((year) => year.resteAChargeCentimes > 0) && input.resteAChargePrevu === false)
    say(
      "E6-reste-a-charge",
      "alerte",
      "L6353-1, L6221-2",
      "Un reste à charge apparaît : la convention doit le prévoir, à la charge de l’employeur et jamais de l’apprenti. Cochez-le ou revoyez le prix.",
    );
  if (isDistance(input, rule))
    say(
      "E7-distance",
      "info",
      "D6332-82-1",
      `Au moins ${(rule.distanceSeuil ?? 0) * 100} % des heures sont à distance : le NPEC est minoré de ${rule.distanceMinorationPourcent} %, sans descendre sous ${euros(rule.distancePlancherCentimes)}, sauf certification exemptée.`,
      ["dureeDistanceHeures", "dureeFormationHeures"],
    );
  if ((input.heuresDistance ?? 0) > (input.heures ?? Number.POSITIVE_INFINITY))
    say(
      "E8-heures-a-distance",
      "bloquant",
      "D6332-82-1",
      "Les heures à distance dépassent la durée de la formation : corrigez l’une des deux.",
      ["dureeDistanceHeures", "dureeFormationHeures"],
    );

  const majoration = input.majorationRqthCentimes ?? 0;
  if (majoration > 0 && !input.rqth)
    say(
      "E9-majoration-sans-rqth",
      "alerte",
      "D6332-82",
      "Une majoration pour handicap est saisie alors que la RQTH n’est pas à « oui » : vérifiez les droits de l’apprenti.",
      ["apprentiRqth"],
    );
  if (majoration > MAJORATION_RQTH_MAX)
    say(
      "E9-majoration-plafond",
      "alerte",
      "D6332-82",
      `La majoration pour handicap (${euros(majoration)}) dépasse ${euros(MAJORATION_RQTH_MAX)} : vérifiez-la avec l’OPCO.`,
      ["apprentiRqth"],
    );
  if (input.rqth && majoration === 0 && apprentissage)
    say(
      "E9-majoration-possible",
      "info",
      "D6332-82",
      `L’apprenti est reconnu travailleur handicapé : une majoration jusqu’à ${euros(MAJORATION_RQTH_MAX)} peut être demandée à l’OPCO.`,
      ["apprentiRqth"],
    );

  const equipement = input.frais?.premierEquipementCentimes ?? 0;
  if (equipement > fraisPlafonds.premierEquipementCentimes)
    say(
      "E10-premier-equipement",
      "bloquant",
      "D6332-83",
      `Le premier équipement (${euros(equipement)}) dépasse le plafond de ${euros(fraisPlafonds.premierEquipementCentimes)} : ramenez-le à ce montant.`,
    );
  if (
    apprentissage &&
    input.secteur === "public" &&
    input.niveauRncp >= rule.participationNiveauMin &&
    rule.participationCentimes > 0
  )
    say(
      "E11-participation-public",
      "info",
      "L6332-14",
      "Employeur public : la participation de 750 € n’est pas comptée (exclusion à vérifier).",
      ["secteurEmployeur"],
    );
  if (input.rupture === undefined && years.length > 4)
    say(
      "E12-plus-de-quatre-ans",
      "alerte",
      "L6222-7-1",
      "Le contrat dépasse quatre années d’exécution : la convention n’en porte que quatre.",
      ["dateFinContrat"],
    );
  if (!lastsAYear(input) || rule.versements === undefined || !apprentissage)
    say(
      "E13-echeancier",
      "info",
      "R6332-25",
      apprentissage
        ? "L’échéancier 40/30/20/10 vaut pour les contrats d’un an au moins conclus depuis le 01/07/2025 : demandez le sien à l’OPCO."
        : "Contrat de professionnalisation : la prise en charge est un forfait horaire de la branche, demandez son échéancier à l’OPCO.",
      ["dateDebutExecution", "dateFinContrat"],
    );
  return out;
};

type Say = (
  regle: string,
  gravite: Gravite,
  article: string,
  message: string,
  champs?: readonly string[],
  calcul?: readonly (readonly [string, string])[],
) => void;

/** What a person entered against what the rules compute. */
const entered = (input: EconomicsInput, years: readonly EconomicsYear[], say: Say): void => {
  const saisie = input.saisie ?? [];
  if (saisie.length === 0) return;
  if (saisie.length !== Math.min(4, years.length)) {
    say(
      "E3-annees",
      "bloquant",
      "Notice 51649#09, p. 6",
      `Le contrat compte ${years.length} année${years.length > 1 ? "s" : ""} d’exécution, or ${saisie.length} ${saisie.length > 1 ? "sont saisies" : "est saisie"}. Corrigez les années.`,
      ["dateDebutExecution", "dateFinContrat"],
    );
    return;
  }
  for (const [i, row] of saisie.entries()) {
    const year = years[i];
    if (year) compareYear(row, year, input, say);
  }
};

const compareYear = (row: AnneeSaisie, year: EconomicsYear, input: EconomicsInput, say: Say): void => {
  const name = year.annee === 1 ? "1re année" : `${year.annee}e année`;
  if (row.priseEnChargeCentimes !== year.priseEnChargeCentimes)
    say(
      "E4-prise-en-charge",
      "alerte",
      "D6332-78, décret 2025-585",
      `${name} : la prise en charge saisie (${euros(row.priseEnChargeCentimes)}) diffère de celle calculée (${euros(year.priseEnChargeCentimes)}). Reprenez le calcul ou indiquez l’accord de l’OPCO.`,
      [],
      [
        ["NPEC annuel", euros(year.npecCentimes)],
        ["Jours couverts", String(year.jours)],
        ["Minoration à distance", euros(year.minorationDistanceCentimes)],
        ["Majoration handicap", euros(year.majorationRqthCentimes)],
        ["Participation déduite", euros(year.niveauPriseEnChargeCentimes - year.priseEnChargeCentimes)],
        ["Prise en charge", euros(year.priseEnChargeCentimes)],
      ],
    );
  if (row.participationCentimes !== year.participationCentimes)
    say(
      "E5-participation",
      input.secteur === "public" || input.typeContrat === "23" ? "alerte" : "bloquant",
      "L6332-14, R6332-25-1",
      `${name} : la participation de l’employeur saisie (${euros(row.participationCentimes)}) n’est pas celle de la loi (${euros(year.participationCentimes)}). Corrigez-la.`,
      ["niveauRncp", "dateConclusion"],
      [
        ["Niveau de la certification", String(input.niveauRncp)],
        ["Participation due", euros(year.participationCentimes)],
      ],
    );
  const rest = Math.max(0, row.coutCentimes - row.priseEnChargeCentimes - row.participationCentimes);
  if (row.resteAChargeCentimes !== rest)
    say(
      "E6-somme",
      "bloquant",
      "D6353-1",
      `${name} : prix − prise en charge − participation font ${euros(rest)}, or le reste à charge saisi est de ${euros(row.resteAChargeCentimes)}. Corrigez l’un de ces montants.`,
      [],
      [
        ["Prix", euros(row.coutCentimes)],
        ["Prise en charge", euros(row.priseEnChargeCentimes)],
        ["Participation", euros(row.participationCentimes)],
        ["Reste à charge", euros(rest)],
      ],
    );
  if (row.fraisAnnexesCentimes !== year.fraisAnnexesCentimes)
    say(
      "E10-frais-annexes",
      "alerte",
      "L6332-14, D6332-83",
      `${name} : les frais annexes saisis (${euros(row.fraisAnnexesCentimes)}) diffèrent de ceux calculés (${euros(year.fraisAnnexesCentimes)} : 6 € la nuitée, 3 € le repas, équipement et mobilité en 1re année).`,
    );
};
