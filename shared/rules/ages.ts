import { addYears, ageAt, formatDate } from "../dossier/calendar.ts";
import type { Reader } from "./context.ts";
import { pro, type Rule, rule } from "./rule.ts";
import { quantity } from "./typography.ts";

const naissance = ["apprentiDateNaissance", "dateDebutExecution"] as const;

/** L6222-2 3° to 5°: no age limit. */
const unlimited = (d: Reader): boolean =>
  d.isHandicap || d.yes("apprentiSportifHautNiveau") || d.yes("apprentiProjetCreationReprise");

const steps = (d: Reader, age: number) =>
  [
    ["Date de naissance", formatDate(d.date("apprentiDateNaissance") ?? "")],
    ["Début du contrat", formatDate(d.date("dateDebutExecution") ?? d.date("dateConclusion") ?? "")],
    ["Âge au début du contrat", `${age} ans`],
  ] as const;

/** Ages of the apprenticeship contract, A1 to A10 (A9 is in handicap.ts, A11 in identity.ts). */
export const ageRules: readonly Rule[] = [
  rule({
    id: "A1-age",
    article: "L6222-1",
    titre: "L’apprenti a de 16 à 29 ans révolus au début du contrat",
    champs: [...naissance, "typeDerogation"],
    gravite: "bloquant",
    judge: (d) => {
      const age = d.ageAtStart;
      if (age === undefined || d.isAvenant) return undefined;
      if (age < 15)
        return {
          message: `L’apprenti a ${quantity(age, "an")} au début du contrat : aucun contrat d’apprentissage n’est possible avant 15 ans. Vérifiez la date de naissance ou reportez le début du contrat.`,
          calcul: steps(d, age),
        };
      // Successions beyond 29 are judged by A3 and A5.
      if (age >= 30 && !unlimited(d) && !d.isSuccession)
        return {
          message: `L’apprenti a ${age} ans au début du contrat : l’âge limite est de 29 ans révolus, sauf handicap, projet de création d’entreprise, sport de haut niveau ou suite d’un contrat d’apprentissage. Vérifiez la date de naissance ou renseignez le cas qui s’applique.`,
          calcul: steps(d, age),
        };
      return undefined;
    },
  }),
  rule({
    id: "A2-quinze-ans",
    article: "L6222-1",
    titre: "À 15 ans, le premier cycle du secondaire (collège) est achevé",
    champs: [...naissance, "apprentiDerniereClasse"],
    gravite: "bloquant",
    judge: (d) => {
      if (d.ageAtStart !== 15 || d.isAvenant) return undefined;
      if (!["41", "42"].includes(d.text("apprentiDerniereClasse") ?? "")) return undefined;
      return {
        message:
          "L’apprenti a 15 ans et sa dernière classe suivie est interrompue au collège : avant 16 ans, il doit avoir achevé la classe de 3e. Corrigez la dernière classe ou reportez le début du contrat.",
        calcul: steps(d, 15),
      };
    },
  }),
  rule({
    id: "A3-suite-de-contrat",
    article: "L6222-2, 1° et 2° ; D6222-1",
    titre: "De 30 à 35 ans : suite d’un contrat d’apprentissage, dans l’année",
    champs: ["apprentiDateNaissance", "dateConclusion", "typeContratOuAvenant", "typeDerogation"],
    gravite: "alerte",
    judge: (d) => {
      const age = d.ageAtStart;
      const signed = d.ageAtConclusion;
      if (age === undefined || signed === undefined || age < 30 || !d.isSuccession || unlimited(d))
        return undefined;
      if (signed < 36)
        return {
          message:
            "L’apprenti a plus de 29 ans : joignez la preuve que ce contrat suit, dans l’année, un contrat menant à un diplôme inférieur, ou une rupture indépendante de sa volonté (dérogation 12).",
          calcul: steps(d, age),
        };
      if (d.text("typeContratOuAvenant") === "21")
        return {
          gravite: "bloquant",
          message: `L’apprenti a ${signed} ans à la conclusion : la suite d’un contrat n’est possible que jusqu’à la veille des 36 ans. Vérifiez sa date de naissance.`,
          calcul: steps(d, age),
        };
      return undefined;
    },
  }),
  rule({
    id: "A4-sans-limite",
    article: "L6222-2, 3° à 5°",
    titre: "À partir de 30 ans, la pièce qui lève la limite d’âge est jointe",
    champs: [
      "apprentiDateNaissance",
      "apprentiRqth",
      "apprentiEquivalenceJeunes",
      "apprentiExtensionBoe",
      "apprentiProjetCreationReprise",
      "apprentiSportifHautNiveau",
    ],
    gravite: "alerte",
    judge: (d) => {
      const age = d.ageAtStart;
      if (age === undefined || age < 30 || !unlimited(d)) return undefined;
      const piece = d.isHandicap
        ? "le justificatif de la reconnaissance de travailleur handicapé"
        : d.yes("apprentiProjetCreationReprise")
          ? "la déclaration sur l’honneur du projet de création ou de reprise d’entreprise"
          : "l’inscription sur la liste des sportifs de haut niveau";
      return {
        message: `L’apprenti a ${age} ans : joignez ${piece}, qui lève la limite d’âge (dérogation 12).`,
        calcul: steps(d, age),
      };
    },
  }),
  rule({
    id: "A5-echec-examen",
    article: "Outil public de saisie du contrat ; article à vérifier",
    titre: "À 36 ans et plus : nouveau contrat avec un autre employeur après un échec à l’examen",
    champs: ["apprentiDateNaissance", "typeContratOuAvenant", "typeDerogation"],
    gravite: "alerte",
    judge: (d) => {
      const signed = d.ageAtConclusion;
      if (signed === undefined || signed < 36 || unlimited(d)) return undefined;
      if (!["22", "23"].includes(d.text("typeContratOuAvenant") ?? "")) return undefined;
      return {
        message:
          "L’apprenti a plus de 35 ans à la conclusion : seul un nouveau contrat après un échec à l’examen, avec un autre employeur, est admis sans limite d’âge. Vérifiez ce point avec l’OPCO et joignez le justificatif.",
      };
    },
  }),
  rule({
    id: "A6-derogation-age",
    article: "L6222-1, L6222-2 ; notice 51649#09, p. 6",
    titre: "Le type de dérogation correspond à l’âge",
    champs: ["typeDerogation", ...naissance, "conventionAmenagementDuree"],
    gravite: "bloquant",
    judge: (d) => {
      const age = d.ageAtStart;
      const type = d.text("typeDerogation");
      if (age === undefined || type === undefined || d.isAvenant) return undefined;
      const say = (message: string) => ({ message, calcul: steps(d, age) });
      if (type === "11" && age >= 16)
        return say(
          `La dérogation 11 est réservée aux moins de 16 ans, or l’apprenti a ${age} ans au début du contrat. Corrigez le type de dérogation.`,
        );
      if (type === "12" && age < 30)
        return say(
          `La dérogation 12 est réservée aux 30 ans et plus, or l’apprenti a ${age} ans au début du contrat. Corrigez le type de dérogation.`,
        );
      if (age < 16 && type !== "11" && type !== "50")
        return say(
          "L’apprenti a moins de 16 ans : le type de dérogation est 11, ou 50 s’il y en a plusieurs.",
        );
      if (age >= 30 && type !== "12" && type !== "50")
        return say(
          "L’apprenti a 30 ans ou plus : le type de dérogation est 12, ou 50 s’il y en a plusieurs.",
        );
      const amenagement = d.text("conventionAmenagementDuree");
      const twice = (age < 16 || age >= 30) && (amenagement === "reduction" || amenagement === "allongement");
      if (twice && type !== "50")
        return say(
          "L’âge et la durée du contrat appellent chacun une dérogation : le type de dérogation est 50 (cumul).",
        );
      return undefined;
    },
  }),
  rule({
    id: "A7-premier-contrat",
    article: "L6222-2 ; outil public de saisie du contrat",
    titre:
      "Un premier contrat n’est possible après 29 ans qu’avec un handicap, un projet ou le sport de haut niveau",
    champs: ["typeContratOuAvenant", ...naissance],
    gravite: "bloquant",
    judge: (d) => {
      const age = d.ageAtStart;
      if (age === undefined || age < 30 || d.text("typeContratOuAvenant") !== "11" || unlimited(d))
        return undefined;
      return {
        message: `Un premier contrat d’apprentissage (type 11) n’est pas possible à ${age} ans sans handicap, projet de création d’entreprise ni sport de haut niveau. Corrigez le type de contrat ou renseignez le cas qui s’applique.`,
        calcul: steps(d, age),
      };
    },
  }),
  rule({
    id: "A8-representant-legal",
    article: "L6222-4 ; notice 51649#09, p. 3",
    titre: "Un mineur non émancipé a un représentant légal, qui signe",
    champs: [
      "representantLegalNomPrenom",
      "apprentiMineurNonEmancipe",
      "apprentiDateNaissance",
      "dateConclusion",
    ],
    gravite: "bloquant",
    judge: (d) => {
      const age = d.ageAtConclusion;
      if (age === undefined || age >= 18 || d.no("apprentiMineurNonEmancipe")) return undefined;
      if (d.text("representantLegalNomPrenom") !== undefined) return undefined;
      return {
        message: `L’apprenti a ${quantity(age, "an")} à la conclusion : renseignez son représentant légal, qui signe aussi le contrat (ou indiquez qu’il est émancipé).`,
      };
    },
  }),
  rule({
    id: "A8-ascendant",
    article: "L6222-5",
    titre: "Un mineur employé par un ascendant : une déclaration remplace le contrat",
    champs: ["employeurSpecifique", "apprentiDateNaissance"],
    gravite: "alerte",
    judge: (d) => {
      const age = d.ageAtConclusion;
      if (age === undefined || age >= 18 || d.text("employeurSpecifique") !== "4") return undefined;
      return {
        message:
          "L’apprenti est mineur et l’employeur est son ascendant : une déclaration souscrite par l’employeur remplace le contrat. Vérifiez qu’elle est établie.",
      };
    },
  }),
  rule({
    id: "A10-projet",
    article: "L6222-2, 4° ; notice 51649#09, p. 4",
    titre: "Le projet de création d’entreprise ne sert qu’à partir de 30 ans",
    champs: ["apprentiProjetCreationReprise", "apprentiDateNaissance"],
    gravite: "info",
    judge: (d) => {
      const age = d.ageAtStart;
      if (age === undefined || age >= 30 || !d.yes("apprentiProjetCreationReprise")) return undefined;
      return {
        message: `À ${age} ans, le projet de création d’entreprise n’ouvre aucune dérogation : la notice demande « non » ou rien avant 30 ans.`,
      };
    },
  }),
];

/** Ages of the contrat de professionnalisation (L6325-1). */
export const ageProRules: readonly Rule[] = [
  rule({
    id: "A-pro-public",
    article: "L6325-1",
    titre:
      "Le salarié a de 16 à 25 ans révolus, ou il est demandeur d’emploi, ou il perçoit un minimum social",
    contrats: pro,
    champs: [
      "apprentiDateNaissance",
      "salarieInscritFranceTravail",
      "salarieMinimumSocial",
      "salarieSituationAvantContrat",
    ],
    gravite: "bloquant",
    judge: (d) => {
      const birth = d.date("apprentiDateNaissance");
      const dates = ["dateConclusion", "dateDebutExecution"].flatMap((id) => d.date(id) ?? []);
      if (!birth || dates.length === 0 || dates.some((date) => date < birth)) return undefined;
      // The law does not say which of the two dates counts: the favourable one is taken.
      const ages = dates.map((date) => ageAt(birth, date));
      const youngest = Math.min(...ages);
      const oldest = Math.max(...ages);
      if (oldest < 16)
        return {
          message: `Le salarié a ${quantity(oldest, "an")} : le contrat de professionnalisation commence à 16 ans. Vérifiez la date de naissance.`,
        };
      if (youngest < 26 || d.text("salarieMinimumSocial") !== undefined) return undefined;
      const situation = d.text("salarieSituationAvantContrat");
      if (!d.no("salarieInscritFranceTravail") || situation === "6") return undefined;
      if (situation === "9")
        return {
          gravite: "alerte",
          message:
            "Le salarié a plus de 25 ans, recherche un emploi mais n’est pas inscrit à France Travail : faites confirmer son inscription, que l’OPCO vérifie.",
        };
      return {
        message: `Le salarié a ${youngest} ans : à partir de 26 ans, il doit être demandeur d’emploi, percevoir le RSA, l’ASS ou l’AAH, ou sortir d’un contrat aidé. Renseignez le cas qui s’applique.`,
        calcul: [
          ["Date de naissance", formatDate(birth)],
          ["Âge", `${youngest} ans`],
          ["Inscrit à France Travail", "non"],
        ],
      };
    },
  }),
];

/** Whether a minor comes of age before the contract ends (A11). */
export const becomesAdult = (d: Reader): boolean => {
  const birth = d.date("apprentiDateNaissance");
  const debut = d.date("dateDebutExecution");
  const fin = d.date("dateFinContrat");
  if (!birth || !debut || !fin) return false;
  const adult = addYears(birth, 18);
  return adult > debut && adult <= fin;
};
