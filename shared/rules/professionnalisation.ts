import { daysBetween, formatDate } from "../dossier/calendar.ts";
import type { Reader } from "./context.ts";
import { ANNUAL_HOURS } from "./dates.ts";
import { lastDay } from "./duration.ts";
import { pro, type Rule, rule, type Step, type Verdict } from "./rule.ts";

/** Public « renforcé » of L6325-1-1, as far as the form tells. */
const isRenforce = (d: Reader): boolean => {
  const months = d.number("salarieDureeInscriptionMois");
  const age = d.ageAtConclusion;
  return (
    (d.yes("salarieInscritFranceTravail") && months !== undefined && months > 12) ||
    d.text("salarieMinimumSocial") !== undefined ||
    d.text("salarieSituationAvantContrat") === "6" ||
    (age !== undefined && age < 26 && d.text("salarieDiplomePlusEleve") === "60")
  );
};

const PREFIXES = /^(RNCP|CQP|CCN|Bloc RNCP|Autre Bloc)\b/i;

/** R1 to R5 of regles.md (R6 and R7 are documents and gestures, not data) and what the notice says of the codes. */
export const professionnalisationRules: readonly Rule[] = [
  rule({
    id: "R1-duree",
    article: "L6325-11, L6325-12, L6325-1-1",
    titre: "L’action dure de 6 à 12 mois, jusqu’à 24 par accord, 36 pour les publics renforcés",
    contrats: pro,
    champs: ["dateFinContrat", "dateDebutExecution"],
    gravite: "bloquant",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      if (!debut || !fin || fin <= debut || d.isAvenant) return undefined;
      const calcul: Step[] = [
        ["Début", formatDate(debut)],
        ["Fin", formatDate(fin)],
        ["6 mois", formatDate(lastDay(debut, 6))],
        ["12 mois", formatDate(lastDay(debut, 12))],
        ["24 mois", formatDate(lastDay(debut, 24))],
      ];
      if (fin < lastDay(debut, 6))
        return {
          message: `L’action de professionnalisation dure au moins six mois : la fin est au plus tôt le ${formatDate(lastDay(debut, 6))}. Corrigez les dates.`,
          calcul,
        };
      if (fin <= lastDay(debut, 12)) return undefined;
      if (fin <= lastDay(debut, 24))
        return {
          gravite: "alerte",
          message:
            "L’action dure plus de douze mois : un accord de branche ou un public renforcé (L6325-1-1) doit le permettre. Indiquez lequel.",
          calcul,
        };
      if (fin <= lastDay(debut, 36) && isRenforce(d))
        return {
          gravite: "alerte",
          message:
            "L’action dure plus de vingt-quatre mois : seuls les publics renforcés (L6325-1-1) vont jusqu’à trente-six. Joignez le justificatif.",
          calcul,
        };
      return {
        message: `L’action dure au plus 24 mois (36 pour les publics renforcés), soit jusqu’au ${formatDate(lastDay(debut, isRenforce(d) ? 36 : 24))}. Corrigez les dates ou la situation du salarié.`,
        calcul,
      };
    },
  }),
  rule({
    id: "R2-heures",
    article: "L6325-13, L6325-14",
    titre: "La formation fait de 15 à 25 % du contrat, et au moins 150 heures",
    contrats: pro,
    champs: ["dureeTotaleHeures", "dateDebutExecution", "dateFinContrat"],
    gravite: "bloquant",
    judge: (d) => {
      const heures = d.number("dureeTotaleHeures");
      if (heures === undefined) return undefined;
      if (heures < 150)
        return {
          champs: ["dureeTotaleHeures"],
          message: `La formation dure ${heures} heures : 150 heures au moins sont exigées. Corrigez la durée.`,
        };
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      if (!debut || !fin || fin <= debut) return undefined;
      const total = (ANNUAL_HOURS * (daysBetween(debut, fin) + 1)) / 365;
      const share = heures / total;
      if (share >= 0.15 && share <= 0.25) return undefined;
      const calcul: Step[] = [
        ["Heures de travail sur la durée (1 607 h par an)", `${Math.round(total)} h`],
        ["15 %", `${Math.ceil(total * 0.15)} h`],
        ["25 %", `${Math.floor(total * 0.25)} h`],
        ["Durée de la formation", `${heures} h`],
      ];
      return {
        gravite: "alerte",
        message:
          share < 0.15
            ? `La formation fait moins de 15 % de la durée du contrat (${Math.ceil(total * 0.15)} heures au moins) : vérifiez les heures et les dates.`
            : `La formation fait plus de 25 % de la durée du contrat (${Math.floor(total * 0.25)} heures) : un accord de branche doit le permettre. Indiquez lequel.`,
        calcul,
      };
    },
  }),
  rule({
    id: "R3-enseignements",
    article: "L6325-13",
    titre: "Les enseignements ne dépassent pas la durée totale",
    contrats: pro,
    champs: ["dureeEnseignementsHeures", "dureeTotaleHeures"],
    gravite: "bloquant",
    judge: (d) => {
      const part = d.number("dureeEnseignementsHeures");
      const total = d.number("dureeTotaleHeures");
      if (part === undefined || total === undefined || part <= total) return undefined;
      return {
        message: `Les enseignements (${part} heures) dépassent la durée totale des actions (${total} heures). Corrigez l’une des deux.`,
      };
    },
  }),
  rule({
    id: "R4-renouvellement",
    article: "L6325-7",
    titre: "Le renouvellement (21 à 24) ne concerne qu’un CDD, une seule fois",
    contrats: pro,
    champs: ["typeContrat", "natureContrat"],
    gravite: "alerte",
    judge: (d) => {
      const type = d.text("typeContrat");
      if (!type || !["21", "22", "23", "24"].includes(type)) return undefined;
      return {
        message:
          d.text("natureContrat") === "CDI"
            ? "Un nouveau contrat (types 21 à 24) renouvelle un CDD, or la nature du contrat est CDI. Corrigez l’un des deux."
            : "Un contrat de professionnalisation ne se renouvelle qu’une fois : confirmez qu’il s’agit du premier renouvellement et joignez le justificatif.",
      };
    },
  }),
  rule({
    id: "R5-saisonnier",
    article: "L6325-4-1",
    titre: "Deux employeurs saisonniers signent une convention tripartite",
    contrats: pro,
    champs: ["typeContrat"],
    gravite: "alerte",
    judge: (d) => {
      if (d.text("typeContrat") !== "12") return undefined;
      return {
        message:
          "Contrat conclu avec deux employeurs saisonniers : joignez la convention tripartite, sans laquelle l’OPCO ne valide pas le contrat.",
      };
    },
  }),
  rule({
    id: "C10-qualification",
    article: "Notice 51650#09, La formation",
    titre: "Le type de qualification est encore ouvert, et l’intitulé en porte le préfixe",
    contrats: pro,
    champs: ["typeQualification", "intituleDiplomeVise", "natureContrat", "vautAvenantContratInitial"],
    gravite: "alerte",
    judge: (d) => {
      const type = d.text("typeQualification");
      const verdicts: Verdict[] = [];
      if (type && ["5", "6", "7"].includes(type))
        verdicts.push({
          champs: ["typeQualification"],
          message: `Le type de qualification ${type} est abrogé : choisissez-en un autre.`,
        });
      if (type === "4")
        verdicts.push({
          champs: ["typeQualification"],
          message:
            "Le contrat expérimental (type 4) est annoncé clos depuis le 28/12/2023 : vérifiez auprès de l’OPCO.",
        });
      const intitule = d.text("intituleDiplomeVise");
      if (type === "8" && intitule && !PREFIXES.test(intitule))
        verdicts.push({
          champs: ["intituleDiplomeVise"],
          message:
            "Pour le type de qualification 8, l’intitulé commence par RNCP, CQP, CCN, Bloc RNCP ou Autre Bloc : ajoutez-le.",
        });
      if (d.ticked("vautAvenantContratInitial") && d.text("natureContrat") !== undefined)
        verdicts.push({
          champs: ["natureContrat", "vautAvenantContratInitial"],
          message:
            "Le contrat vaut avenant au contrat de travail initial : aucune nature de contrat n’est alors cochée. Videz-la.",
        });
      return verdicts;
    },
  }),
  rule({
    id: "C11-formation-interne",
    article: "Notice 51650#09, La formation",
    titre: "Un service de formation interne porte le SIRET de l’employeur",
    contrats: pro,
    champs: ["organismeSiret", "formationInterne", "employeurSiret"],
    gravite: "alerte",
    judge: (d) => {
      const organisme = d.text("organismeSiret");
      const employeur = d.text("employeurSiret");
      if (!organisme || !employeur) return undefined;
      const same = organisme.slice(0, 9) === employeur.slice(0, 9);
      if (d.yes("formationInterne") && !same)
        return {
          message:
            "La formation est interne : l’organisme porte alors un SIRET de l’employeur. Corrigez le SIRET de l’organisme.",
        };
      if (d.no("formationInterne") && same)
        return {
          message:
            "L’organisme de formation et l’employeur ont le même SIREN : c’est une formation interne, ou l’un des deux SIRET est faux.",
        };
      return undefined;
    },
  }),
];
