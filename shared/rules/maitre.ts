import { ageAt, formatDate } from "../dossier/calendar.ts";
import { niveauOfDiplome, type Reader } from "./context.ts";
import { alternant, maitre, samePerson, tuteur } from "./people.ts";
import { pro, type Rule, rule, type Verdict } from "./rule.ts";
import { quantity } from "./typography.ts";

const numbers = [1, 2] as const;

/** Level of the certification aimed at: the RNCP sheet's, else the one the diploma code suggests. */
const niveauVise = (d: Reader): number | undefined => {
  const rncp = Number(d.text("niveauRncp"));
  return rncp >= 3 && rncp <= 8 ? rncp : niveauOfDiplome(d.text("diplomeVise"), d.form);
};

const ageOf = (d: Reader, id: string): number | undefined => {
  const birth = d.date(id);
  const at = d.date("dateDebutExecution");
  return birth && at && birth <= at ? ageAt(birth, at) : undefined;
};

export const maitreRules: readonly Rule[] = [
  rule({
    id: "M1-majeur",
    article: "L6223-8-1",
    titre: "Le maître d’apprentissage est majeur au début du contrat",
    champs: ["maitre1DateNaissance", "maitre2DateNaissance", "dateDebutExecution"],
    gravite: "bloquant",
    judge: (d) =>
      numbers.flatMap((n): Verdict[] => {
        const id = maitre(n).naissance;
        const age = ageOf(d, id);
        if (age === undefined || age >= 18) return [];
        return [
          {
            champs: [id, "dateDebutExecution"],
            message: `Le maître d’apprentissage n° ${n} a ${quantity(age, "an")} au début du contrat : il doit être majeur. Vérifiez sa date de naissance ou désignez une autre personne.`,
            calcul: [
              ["Naissance du maître", formatDate(d.date(id) ?? "")],
              ["Début d’exécution", formatDate(d.date("dateDebutExecution") ?? "")],
              ["Âge", quantity(age, "an")],
            ],
          },
        ];
      }),
  }),
  rule({
    id: "M2-autre-que-l-apprenti",
    article: "L6223-8-1",
    titre: "Le maître d’apprentissage n’est pas l’apprenti, et les deux maîtres sont deux personnes",
    champs: [
      "maitre1Nom",
      "maitre1Prenom",
      "maitre2Nom",
      "maitre2Prenom",
      "apprentiNomNaissance",
      "apprentiPrenom",
    ],
    gravite: "bloquant",
    judge: (d) => {
      const verdicts: Verdict[] = numbers.flatMap((n) =>
        samePerson(d, maitre(n), alternant)
          ? [
              {
                champs: [maitre(n).nom, maitre(n).prenom],
                message: `Le maître d’apprentissage n° ${n} porte le nom et le prénom de l’apprenti : désignez une autre personne.`,
              },
            ]
          : [],
      );
      if (samePerson(d, maitre(1), maitre(2)))
        verdicts.push({
          champs: ["maitre2Nom", "maitre2Prenom"],
          message:
            "Le maître d’apprentissage n° 2 est la même personne que le n° 1 : désignez une autre personne ou videz le n° 2.",
        });
      return verdicts;
    },
  }),
  rule({
    id: "M3-competence",
    article: "R6223-22",
    titre: "Le maître a le diplôme et un an d’activité, ou deux ans d’activité",
    champs: numbers.flatMap((n) => [
      `maitre${n}ConditionCompetence`,
      `maitre${n}ExperienceAnnees`,
      `maitre${n}NiveauDiplome`,
    ]),
    gravite: "alerte",
    judge: (d) => {
      const vise = niveauVise(d);
      return numbers.flatMap((n): Verdict[] => {
        const condition = d.text(`maitre${n}ConditionCompetence`);
        const annees = d.number(`maitre${n}ExperienceAnnees`);
        const text = d.text(`maitre${n}NiveauDiplome`);
        const niveau = text === undefined ? undefined : Number(text);
        const experience = `maitre${n}ExperienceAnnees`;
        if (condition === "branche") return [];
        if (condition === "2") {
          if (annees === undefined || annees >= 2) return [];
          return [
            {
              champs: [experience, `maitre${n}ConditionCompetence`],
              message: `Le maître d’apprentissage n° ${n} a ${quantity(annees, "an")} d’activité : la condition 2° en demande deux, hors stages et apprentissage. Vérifiez l’expérience ou la condition.`,
            },
          ];
        }
        const verdicts: Verdict[] = [];
        // Two years in the activity exempt from the diploma, whatever the condition ticked.
        const exempt = condition === undefined && annees !== undefined && annees >= 2;
        if (!exempt && niveau !== undefined && vise !== undefined && niveau < vise)
          verdicts.push({
            champs: [`maitre${n}NiveauDiplome`, `maitre${n}ConditionCompetence`],
            message: `Le diplôme du maître d’apprentissage n° ${n} (niveau ${niveau}) est inférieur à celui que prépare l’apprenti (niveau ${vise}) : indiquez deux ans d’activité en rapport (condition 2°) ou l’accord de branche qui l’admet.`,
            calcul: [
              ["Niveau du maître", String(niveau)],
              ["Niveau préparé", String(vise)],
            ],
          });
        if (condition === "1" && annees !== undefined && annees < 1)
          verdicts.push({
            champs: [experience, `maitre${n}ConditionCompetence`],
            message: `Le maître d’apprentissage n° ${n} a moins d’un an d’activité : la condition 1° demande le diplôme et un an d’activité. Vérifiez l’expérience.`,
          });
        return verdicts;
      });
    },
  }),
  rule({
    id: "M4-nombre-d-apprentis",
    article: "R6223-6",
    titre: "Un maître suit au plus deux apprentis, et un redoublant",
    champs: ["maitreNombreApprentis", "maitre1Nom", "maitre1Prenom"],
    gravite: "alerte",
    judge: (d, { faits }) => {
      const references = faits?.apprentisDuMaitre ?? [];
      const others = Math.max(d.number("maitreNombreApprentis") ?? 0, references.length);
      if (others < 2) return undefined;
      return {
        message:
          others === 2
            ? `Ce maître d’apprentissage suit déjà deux apprentis aux mêmes dates : un troisième n’est admis que si l’un d’eux redouble. Confirmez-le ou désignez un autre maître.`
            : `Ce maître d’apprentissage suit déjà ${others} apprentis aux mêmes dates : deux au plus, et un redoublant, sauf dérogation de branche. Désignez un autre maître ou indiquez la dérogation.`,
        calcul: [
          ["Apprentis déjà suivis", String(others)],
          ["Maximum", "2, et 1 redoublant"],
        ],
        dossiers: references,
      };
    },
  }),
  rule({
    id: "M5-attestation",
    article: "L6223-8-1, R6223-22",
    titre: "L’employeur atteste que le maître remplit les critères",
    champs: ["attestationEligibiliteMaitre"],
    gravite: "bloquant",
    judge: (d) => {
      const named = ["maitre1Nom", "maitre1Prenom", "maitre1DateNaissance", "maitre1Emploi"].every(
        (id) => d.text(id) !== undefined,
      );
      if (!named || d.ticked("attestationEligibiliteMaitre")) return undefined;
      return {
        message:
          "Le maître d’apprentissage est désigné mais l’attestation de l’employeur n’est pas cochée : cochez-la après avoir vérifié les critères.",
      };
    },
  }),
];

/** Tutor of the contrat de professionnalisation. */
export const tuteurRules: readonly Rule[] = [
  rule({
    id: "M6-tuteur",
    article: "L6325-3-1, D6325-6",
    titre: "Le tuteur est un salarié majeur, autre que le salarié, avec deux ans d’expérience",
    contrats: pro,
    champs: ["tuteurNom", "tuteurPrenom", "tuteurDateNaissance"],
    gravite: "bloquant",
    judge: (d) => {
      if (samePerson(d, tuteur, alternant))
        return {
          champs: ["tuteurNom", "tuteurPrenom"],
          message: "Le tuteur porte le nom et le prénom du salarié : désignez une autre personne.",
        };
      const age = ageOf(d, "tuteurDateNaissance");
      if (age === undefined || age >= 18) return undefined;
      return {
        gravite: "alerte",
        champs: ["tuteurDateNaissance"],
        message: `Le tuteur a ${quantity(age, "an")} au début du contrat : il doit justifier de deux ans d’expérience. Vérifiez sa date de naissance.`,
      };
    },
  }),
];
