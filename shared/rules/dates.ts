import { addDays, addMonths, type CalendarDate, daysBetween, formatDate } from "../dossier/calendar.ts";
import { isPast, type Reader } from "./context.ts";
import { lesDeux, type Rule, rule, type Step, type Verdict } from "./rule.ts";
import { quantity } from "./typography.ts";

/** Legal hours of a year of work (L3121-41), the base of the 25 % of D11 and of R2. */
export const ANNUAL_HOURS = 1607;

const step = (libelle: string, date: CalendarDate): Step => [libelle, formatDate(date)];

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

export const dateRules: readonly Rule[] = [
  rule({
    id: "D1-conclusion",
    article: "Outil public de saisie du contrat ; notice 51649#09, p. 6",
    titre: "Le contrat est conclu au plus tard le jour où il commence",
    contrats: lesDeux,
    champs: ["dateConclusion", "dateDebutExecution"],
    gravite: "bloquant",
    judge: (d) => {
      const conclusion = d.date("dateConclusion");
      const debut = d.date("dateDebutExecution");
      if (!conclusion || !debut || d.isAvenant || conclusion <= debut) return undefined;
      return {
        // The source speaks of the apprenticeship form only.
        gravite: d.contrat === "apprentissage" ? "bloquant" : "alerte",
        message: `Le contrat est conclu le ${formatDate(conclusion)}, après son début d’exécution (${formatDate(debut)}). Corrigez l’une des deux dates.`,
        calcul: [step("Conclusion", conclusion), step("Début d’exécution", debut)],
      };
    },
  }),
  rule({
    id: "D2-formation-pratique",
    article: "L6222-12",
    titre: "La formation pratique commence dans les trois mois du début d’exécution",
    champs: ["dateDebutFormationPratique", "dateDebutExecution"],
    gravite: "bloquant",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const pratique = d.date("dateDebutFormationPratique");
      if (!debut || !pratique) return undefined;
      const limite = addMonths(debut, 3);
      const calcul = [
        step("Début d’exécution", debut),
        step("Début de formation pratique", pratique),
        step("Dernier jour possible (3 mois)", limite),
      ];
      if (pratique < debut)
        return {
          message: `La formation pratique chez l’employeur ne peut pas commencer (${formatDate(pratique)}) avant le contrat (${formatDate(debut)}). Corrigez l’une des deux dates.`,
          calcul,
        };
      if (pratique > limite)
        return {
          message: `La formation pratique chez l’employeur commence le ${formatDate(pratique)} : elle doit commencer au plus tard le ${formatDate(limite)}, trois mois après le début du contrat.`,
          calcul,
        };
      return undefined;
    },
  }),
  rule({
    id: "D3-formation-cfa",
    article: "L6222-12",
    titre: "La formation en CFA commence dans les trois mois du début d’exécution",
    champs: ["dateDebutFormationCfa", "dateDebutExecution"],
    gravite: "bloquant",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const cfa = d.date("dateDebutFormationCfa");
      if (!debut || !cfa) return undefined;
      const limite = addMonths(debut, 3);
      if (cfa <= limite) return undefined;
      return {
        message: `La formation en CFA commence le ${formatDate(cfa)} : elle doit commencer au plus tard le ${formatDate(limite)}, trois mois après le début du contrat.`,
        calcul: [
          step("Début d’exécution", debut),
          step("Début de formation en CFA", cfa),
          step("Dernier jour possible (3 mois)", limite),
        ],
      };
    },
  }),
  rule({
    id: "D4-formation-avant-contrat",
    article: "L6222-12-1",
    titre: "Une formation commencée avant le contrat l’est au plus trois mois avant, comme stagiaire",
    champs: [
      "dateDebutFormationCfa",
      "dateDebutExecution",
      "dateConclusion",
      "apprentiSituationAvantContrat",
    ],
    gravite: "alerte",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const cfa = d.date("dateDebutFormationCfa");
      if (!debut || !cfa || cfa >= debut || d.isAvenant) return undefined;
      const calcul = [step("Début de formation en CFA", cfa), step("Début d’exécution", debut)];
      if (cfa < addMonths(debut, -3))
        return {
          message: `La formation en CFA commence le ${formatDate(cfa)}, plus de trois mois avant le contrat : vérifiez cette date, ou le statut sous lequel elle a commencé.`,
          calcul,
        };
      const situation = d.text("apprentiSituationAvantContrat");
      if (situation !== undefined && situation !== "7" && situation !== "8")
        return {
          message:
            "La formation en CFA commence avant le contrat : la situation avant ce contrat est alors 7 (stagiaire de la formation professionnelle). Vérifiez la date ou la situation.",
          calcul,
        };
      const conclusion = d.date("dateConclusion");
      if (conclusion && conclusion !== debut)
        return {
          message:
            "La formation en CFA commence avant le contrat : le début d’exécution est alors la date de signature. Vérifiez les deux dates.",
          calcul: [...calcul, step("Conclusion", conclusion)],
        };
      return undefined;
    },
  }),
  rule({
    id: "D5-fin-apres-epreuves",
    article: "L6222-7-1 ; outil public de saisie du contrat",
    titre: "Le contrat finit après les épreuves, dans les deux mois",
    champs: ["dateFinContrat", "dateFinEpreuves"],
    gravite: "bloquant",
    judge: (d) => {
      const fin = d.date("dateFinContrat");
      const epreuves = d.date("dateFinEpreuves");
      if (!fin || !epreuves) return undefined;
      const two = addMonths(epreuves, 2);
      const three = addMonths(epreuves, 3);
      const calcul = [
        step("Fin des épreuves", epreuves),
        step("Fin du contrat", fin),
        step("Fin des épreuves + 2 mois", two),
        step("Fin des épreuves + 3 mois", three),
      ];
      if (fin < epreuves)
        return {
          message: `Le contrat finit le ${formatDate(fin)}, avant la fin des épreuves (${formatDate(epreuves)}). Corrigez l’une des deux dates.`,
          calcul,
        };
      if (fin > three)
        return {
          message: `Le contrat finit le ${formatDate(fin)}, plus de trois mois après la fin des épreuves (${formatDate(epreuves)}). Avancez la fin du contrat.`,
          calcul,
        };
      if (fin > two)
        return {
          gravite: "alerte",
          message: `Le contrat finit le ${formatDate(fin)}, plus de deux mois après la fin des épreuves (${formatDate(epreuves)}) : indiquez pourquoi.`,
          calcul,
        };
      return undefined;
    },
  }),
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
        step("Début d’exécution", debut),
        step("Fin du contrat", fin),
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
  rule({
    id: "D9-avenant",
    article: "Notice 51649#09, p. 5 ; outil public de saisie du contrat",
    titre: "Un avenant prend effet pendant le contrat et en porte le numéro",
    contrats: lesDeux,
    champs: ["dateEffetAvenant", "numeroContratPrecedent", "typeContratOuAvenant", "typeContrat"],
    gravite: "bloquant",
    judge: (d) => {
      const verdicts: Verdict[] = [];
      const apprentissage = d.contrat === "apprentissage";
      const numbered = d.text("numeroContratPrecedent") !== undefined;
      if (!d.isAvenant) {
        if (apprentissage && d.isSuccession && !numbered)
          verdicts.push({
            gravite: "alerte",
            champs: ["numeroContratPrecedent"],
            message:
              "Ce contrat en suit un autre : le numéro de dépôt du contrat précédent est demandé. Renseignez-le ou dites pourquoi il manque.",
          });
        return verdicts;
      }
      const effet = d.date("dateEffetAvenant");
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      if (d.text("dateEffetAvenant") === undefined)
        verdicts.push({
          champs: ["dateEffetAvenant"],
          message: "Un avenant a une date d’effet : renseignez-la.",
        });
      if (effet && ((debut && effet < debut) || (fin && effet > fin)))
        verdicts.push({
          champs: ["dateEffetAvenant", "dateDebutExecution", "dateFinContrat"],
          message: `L’avenant prend effet le ${formatDate(effet)}, hors du contrat${debut && fin ? ` (du ${formatDate(debut)} au ${formatDate(fin)})` : ""}. Corrigez sa date d’effet.`,
        });
      if (apprentissage && !numbered)
        verdicts.push({
          champs: ["numeroContratPrecedent"],
          message: "Un avenant porte le numéro du contrat qu’il modifie (numéro de dépôt) : renseignez-le.",
        });
      return verdicts;
    },
  }),
  rule({
    id: "D10-ordre-des-dates",
    article: "Outil public de saisie du contrat",
    titre: "Les dates se suivent : naissance, début, épreuves, fin",
    contrats: lesDeux,
    champs: [
      "dateFinEpreuves",
      "dateDebutFormationCfa",
      "dateDebutExecution",
      "dateConclusion",
      "dateFinContrat",
      "apprentiDateNaissance",
    ],
    gravite: "bloquant",
    judge: (d, ctx) => {
      const verdicts: Verdict[] = [];
      const naissance = d.date("apprentiDateNaissance");
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      const epreuves = d.date("dateFinEpreuves");
      if (naissance && (!isPast(ctx, naissance) || (debut && naissance >= debut)))
        verdicts.push({
          champs: ["apprentiDateNaissance"],
          message: "La date de naissance de l’alternant n’est pas dans le passé : corrigez-la.",
        });
      if (debut && fin && debut >= fin)
        verdicts.push({
          champs: ["dateFinContrat", "dateDebutExecution"],
          message: `Le contrat finit (${formatDate(fin)}) avant d’avoir duré un jour (début ${formatDate(debut)}) : corrigez l’une des deux dates.`,
        });
      for (const [id, nom] of [
        ["dateDebutFormationCfa", "le début de la formation"],
        ["dateDebutExecution", "le début du contrat"],
        ["dateConclusion", "la conclusion du contrat"],
      ] as const) {
        const avant = d.date(id);
        if (epreuves && avant && epreuves < avant)
          verdicts.push({
            champs: ["dateFinEpreuves", id],
            message: `Les épreuves finissent le ${formatDate(epreuves)}, avant ${nom} (${formatDate(avant)}). Corrigez l’une des deux dates.`,
          });
      }
      return verdicts;
    },
  }),
  rule({
    id: "D11-part-de-formation",
    article: "L6211-2",
    titre: "La formation en CFA fait au moins 25 % de la durée du contrat",
    champs: ["dureeFormationHeures", "dureeDistanceHeures", "dateDebutExecution", "dateFinContrat"],
    gravite: "alerte",
    judge: (d) => {
      const heures = d.number("dureeFormationHeures");
      if (heures === undefined) return undefined;
      const verdicts: Verdict[] = [];
      const distance = d.number("dureeDistanceHeures");
      if (distance !== undefined && distance > heures)
        verdicts.push({
          champs: ["dureeDistanceHeures", "dureeFormationHeures"],
          message: `Les heures à distance (${distance}) dépassent la durée de la formation (${heures}). Corrigez l’une des deux.`,
        });
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      if (!debut || !fin || fin <= debut) return verdicts;
      const jours = daysBetween(debut, fin) + 1;
      const minimum = Math.ceil((ANNUAL_HOURS * jours) / (4 * 365));
      if (heures < minimum)
        verdicts.push({
          champs: ["dureeFormationHeures", "dateDebutExecution", "dateFinContrat"],
          message: `La formation dure ${heures} heures : au moins 25 % de la durée du contrat, soit ${minimum} heures, sont attendues. Vérifiez les heures et les dates.`,
          calcul: [
            ["Durée du contrat", quantity(jours, "jour")],
            [
              "Heures de travail sur la durée (1\u202f607 h par an)",
              `${Math.round((ANNUAL_HOURS * jours) / 365)} h`,
            ],
            ["25 %", `${minimum} h`],
            ["Durée de la formation", `${heures} h`],
          ],
        });
      return verdicts;
    },
  }),
  rule({
    id: "D12-troisieme-contrat",
    article: "L6222-15",
    titre: "Un troisième contrat de même niveau demande l’autorisation du directeur du dernier CFA",
    champs: ["diplomeVise", "typeContratOuAvenant"],
    gravite: "alerte",
    judge: (_d, { faits }) => {
      const known = faits?.contratsDeMemeNiveau;
      if (known === undefined || known < 2) return undefined;
      return {
        message:
          "C’est au moins le troisième contrat d’apprentissage de même niveau : joignez l’autorisation du directeur du dernier CFA fréquenté.",
      };
    },
  }),
];
