import { lesDeux, type Rule, rule } from "./rule.ts";

export const handicapRules: readonly Rule[] = [
  rule({
    id: "A9-equivalence-jeunes",
    article: "L5213-2 ; notice 51649#09, p. 4",
    titre: "L’équivalence jeunes va de 15 à 20 ans, sans RQTH",
    contrats: lesDeux,
    champs: ["apprentiEquivalenceJeunes", "apprentiDateNaissance", "apprentiRqth"],
    gravite: "alerte",
    judge: (d) => {
      if (!d.yes("apprentiEquivalenceJeunes")) return undefined;
      if (d.yes("apprentiRqth"))
        return {
          message:
            "La RQTH est à « oui » : l’équivalence jeunes ne se remplit que si elle est à « non ». Corrigez l’une des deux.",
        };
      const age = d.ageAtConclusion;
      if (age === undefined || (age >= 15 && age <= 20)) return undefined;
      return {
        message: `L’équivalence jeunes va de 15 ans révolus à 20 ans, or l’alternant a ${age} ans à la conclusion. Corrigez-la ou vérifiez la date de naissance.`,
      };
    },
  }),
  rule({
    id: "H1-majoration",
    article: "L6222-37, D6332-82 ; notice 51649#09, p. 4",
    titre: "Un apprenti handicapé ouvre droit à des aménagements et à une majoration de la prise en charge",
    champs: ["apprentiRqth", "apprentiEquivalenceJeunes", "apprentiExtensionBoe"],
    gravite: "info",
    judge: (d) => {
      if (!d.isHandicap) return undefined;
      return {
        message:
          "L’apprenti bénéficie des droits liés à la RQTH : joignez le justificatif ; la prise en charge peut être majorée (jusqu’à 4\u202f000 €) et la durée du contrat portée à quatre ans.",
      };
    },
  }),
  rule({
    id: "H2-sportif",
    article: "L6222-2, 5° ; L6222-40",
    titre: "Un sportif de haut niveau est inscrit sur la liste ministérielle",
    champs: ["apprentiSportifHautNiveau"],
    gravite: "info",
    judge: (d) => {
      if (!d.yes("apprentiSportifHautNiveau")) return undefined;
      return {
        message:
          "Sportif de haut niveau : joignez l’inscription sur la liste ; ni la limite d’âge ni celle de trois ans ne s’appliquent.",
      };
    },
  }),
];
