import { addDays, addMonths, type CalendarDate, daysBetween, formatDate } from "../dossier/calendar.ts";
import type { Reader } from "./context.ts";
import { type Rule, rule, type Step } from "./rule.ts";
import { quantity } from "./typography.ts";

/** Last day of a contract that begins on `debut` and lasts exactly `months` months. */
export const lastDay = (debut: CalendarDate, months: number): CalendarDate =>
  addDays(addMonths(debut, months), -1);

/** L6222-37 2°, L6222-40 1°: up to four years; avenants 33 and 34 extend the contract. */
const mayLastFourYears = (d: Reader): boolean =>
  d.isHandicap ||
  d.yes("apprentiSportifHautNiveau") ||
  ["33", "34"].includes(d.text("typeContratOuAvenant") ?? "");

/** R6222-23-1: a contract that ends a cycle begun under a contract that was broken. */
const endsBrokenCycle = (d: Reader): boolean =>
  d.text("typeContratOuAvenant") === "23" || d.text("apprentiSituationAvantContrat") === "8";

/** « 24 mois », « 5 mois et 12 jours » */
export const duration = (debut: CalendarDate, fin: CalendarDate): string => {
  let full = 0;
  while (full < 1200 && lastDay(debut, full + 1) <= fin) full += 1;
  const rest = daysBetween(lastDay(debut, full), fin);
  return rest > 0 ? `${full} mois et ${quantity(rest, "jour")}` : `${full} mois`;
};

/** D6 to D8: how long the contract lasts. */
export const durationRules: readonly Rule[] = [
  rule({
    id: "D6-duree",
    article: "L6222-7-1, L6222-37, L6222-40, L6222-11",
    titre: "Le contrat dure de six mois à trois ans (quatre ans : handicap, sport de haut niveau)",
    champs: ["dateFinContrat", "dateDebutExecution", "typeContratOuAvenant"],
    gravite: "bloquant",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      if (!debut || !fin || fin < debut) return undefined;
      const lasts = duration(debut, fin);
      const calcul: Step[] = [
        ["Début d’exécution", formatDate(debut)],
        ["Fin du contrat", formatDate(fin)],
        ["Durée", lasts],
      ];
      if (fin < lastDay(debut, 6)) {
        if (endsBrokenCycle(d) || d.isAvenant) return undefined;
        return {
          message: `Le contrat dure ${lasts} : six mois au moins (jusqu’au ${formatDate(lastDay(debut, 6))}), sauf pour finir un cycle après une rupture. Corrigez les dates ou le type de contrat.`,
          calcul,
        };
      }
      if (fin > lastDay(debut, 54))
        return {
          message: `Le contrat dure ${lasts} : aucun contrat ne dépasse 54 mois, prolongations comprises. Corrigez les dates.`,
          calcul,
        };
      const long = mayLastFourYears(d);
      if (fin <= lastDay(debut, long ? 48 : 36)) return undefined;
      return {
        gravite: "alerte",
        message: long
          ? `Le contrat dure ${lasts}, plus de quatre ans : indiquez ce qui le permet.`
          : `Le contrat dure ${lasts}, plus de trois ans : seuls un handicap, le sport de haut niveau ou un échec à l’examen le permettent. Indiquez lequel.`,
        calcul,
      };
    },
  }),
  rule({
    id: "D7-amenagement",
    article: "L6222-7-1, R6222-6, R6222-9",
    titre: "Une durée différente du cycle demande une convention tripartite et la dérogation 21 ou 22",
    champs: ["conventionAmenagementDuree", "typeDerogation"],
    gravite: "alerte",
    judge: (d) => {
      const amenagement = d.text("conventionAmenagementDuree");
      const type = d.text("typeDerogation");
      if (amenagement === "reduction" || amenagement === "allongement") {
        const expected = amenagement === "reduction" ? "21" : "22";
        const nom = amenagement === "reduction" ? "de réduction" : "d’allongement";
        if (type !== undefined && type !== expected && type !== "50")
          return {
            message: `Une convention ${nom} de la durée va avec la dérogation ${expected} (ou 50 s’il y en a plusieurs). Corrigez le type de dérogation.`,
          };
        return {
          message: `La convention tripartite ${nom} de la durée, signée par le CFA, l’employeur et l’apprenti ou son représentant légal, se joint au dossier.`,
        };
      }
      if (type !== "21" && type !== "22") return undefined;
      return {
        message:
          "La durée du contrat est aménagée (dérogation 21 ou 22) : joignez la convention tripartite et indiquez-la dans les données du contrat.",
      };
    },
  }),
  rule({
    id: "D8-fin-de-cycle",
    article: "R6222-23-1",
    titre: "Pour finir un cycle après une rupture, le contrat peut durer moins de six mois",
    champs: ["dateFinContrat", "typeContratOuAvenant"],
    gravite: "info",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      if (!debut || !fin || fin < debut || fin >= lastDay(debut, 6) || !endsBrokenCycle(d)) return undefined;
      return {
        message:
          "Ce contrat finit un cycle commencé avant une rupture : la durée de six mois et la convention de réduction ne sont pas exigées.",
      };
    },
  }),
];
