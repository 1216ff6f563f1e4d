import type { Reader } from "./context.ts";
import { lesDeux, type Rule, rule } from "./rule.ts";

/** Weekly working time in minutes; undefined while the hours are missing. */
export const weeklyMinutes = (d: Reader): number | undefined => {
  const hours = d.number("dureeHebdoHeures");
  return hours === undefined ? undefined : hours * 60 + (d.number("dureeHebdoMinutes") ?? 0);
};

const words = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

const duree = ["dureeHebdoHeures", "dureeHebdoMinutes"] as const;
const LEGAL = 35 * 60;
const MAXIMUM = 40 * 60;

export const workingTimeRules: readonly Rule[] = [
  rule({
    id: "T1-duree-maximale",
    article: "Outil public de saisie du contrat",
    titre: "La durée hebdomadaire ne dépasse pas 40 heures",
    champs: duree,
    gravite: "bloquant",
    judge: (d) => {
      const minutes = weeklyMinutes(d);
      if (minutes === undefined || minutes <= MAXIMUM) return undefined;
      return {
        message: `La durée hebdomadaire est de ${words(minutes)} : elle ne peut pas dépasser 40 h. Corrigez-la.`,
      };
    },
  }),
  rule({
    id: "T3-mineur",
    article: "L3162-1, L6222-25, R3162-1",
    titre: "Un mineur travaille au plus 35 heures par semaine",
    contrats: lesDeux,
    champs: [...duree, "apprentiDateNaissance", "dateDebutExecution"],
    gravite: "alerte",
    judge: (d) => {
      const minutes = weeklyMinutes(d);
      const age = d.ageAtStart;
      if (minutes === undefined || age === undefined || age >= 18 || minutes <= LEGAL) return undefined;
      return {
        message: `L’alternant est mineur et sa durée hebdomadaire est de ${words(minutes)} : 35 h au plus (8 h par jour), sauf chantiers du bâtiment et du paysage (40 h) ou accord de l’inspecteur du travail. Réduisez-la ou indiquez la dérogation.`,
        calcul: [
          ["Âge au début du contrat", `${age} ans`],
          ["Durée hebdomadaire", words(minutes)],
          ["Maximum d’un mineur", "35 h"],
        ],
      };
    },
  }),
  rule({
    id: "T4-rtt",
    article: "Circulaire DGEFP 2012-15",
    titre: "Entreprise à plus de 35 heures avec jours de RTT : porter 35 heures",
    champs: duree,
    gravite: "info",
    judge: (d) => {
      const minutes = weeklyMinutes(d);
      if (minutes === undefined || minutes <= LEGAL || minutes > MAXIMUM) return undefined;
      return {
        message: `La durée hebdomadaire est de ${words(minutes)} : si l’entreprise compense par des jours de RTT, le formulaire porte 35 h.`,
      };
    },
  }),
  rule({
    id: "T5-travaux-dangereux",
    article: "D4153-15 à D4153-37, R4153-38 à R4153-45, D4154-1",
    titre:
      "Travaux dangereux : interdits ou réglementés pour les mineurs, limités en contrat à durée limitée",
    champs: ["travailMachinesDangereuses", "apprentiDateNaissance", "modeContractuel"],
    gravite: "alerte",
    judge: (d) => {
      const age = d.ageAtStart;
      if (!d.yes("travailMachinesDangereuses")) return undefined;
      if (age !== undefined && age < 18)
        return {
          message:
            "L’apprenti est mineur et travaillera sur des machines dangereuses ou exposé à des risques : l’employeur déclare la dérogation à l’inspection du travail et s’assure de l’avis médical d’aptitude. Indiquez où elle en est.",
        };
      if (d.text("modeContractuel") === "1")
        return {
          gravite: "info",
          message:
            "Contrat à durée limitée : les travaux listés à l’article D4154-1 restent interdits, quel que soit l’âge de l’apprenti.",
        };
      return undefined;
    },
  }),
  rule({
    id: "T6-duree-entreprise",
    article: "L6325-10",
    titre: "La durée hebdomadaire ne dépasse pas celle de l’entreprise",
    contrats: ["professionnalisation"],
    champs: duree,
    gravite: "alerte",
    judge: (d) => {
      const minutes = weeklyMinutes(d);
      if (minutes === undefined || minutes <= LEGAL) return undefined;
      return {
        message: `La durée hebdomadaire est de ${words(minutes)} : formation comprise, elle ne dépasse pas celle pratiquée dans l’entreprise. Confirmez que c’est bien celle-ci.`,
      };
    },
  }),
  rule({
    id: "T7-temps-partiel",
    article: "À vérifier : temps partiel en alternance",
    titre: "Une durée inférieure à 35 heures demande une vérification",
    contrats: lesDeux,
    champs: duree,
    gravite: "alerte",
    judge: (d) => {
      const minutes = weeklyMinutes(d);
      if (minutes === undefined || minutes >= LEGAL) return undefined;
      return {
        message: `La durée hebdomadaire est de ${words(minutes)}, inférieure à 35 h : l’OPCO n’admet le temps partiel que dans de rares cas. Indiquez celui-ci.`,
      };
    },
  }),
];
