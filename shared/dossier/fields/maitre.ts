import { always, type Condition, type Field } from "../kernel.ts";
import { saufExperience, siMaitre2 } from "./conditions.ts";
import {
  apprentissage,
  cases,
  check,
  choice,
  code,
  date,
  email,
  integer,
  name,
  section,
  text,
  zt,
  ztDate,
} from "./kinds.ts";

const where = { onglet: "employeur", contrats: apprentissage, knownBy: "entreprise" } as const;
const maitre1 = section({ ...where, section: "Maître d’apprentissage n° 1" });
const maitre2 = section({ ...where, section: "Maître d’apprentissage n° 2" });
const attestation = section({ ...where, section: "Attestation sur le maître d’apprentissage" });

const conditionHelp =
  "Avec la condition 2° (deux ans d’activité), le diplôme et son niveau ne sont pas exigés.";
const diplome: Condition = saufExperience("maitre1");
const diplome2: Condition = saufExperience("maitre2");

/** Cadre LE MAÎTRE D’APPRENTISSAGE of 10103*14. */
export const maitreFields: readonly Field[] = [
  maitre1("maitre1Nom", "Nom de naissance", name(), { required: always, box: { "10103*14": zt("8_42") } }),
  maitre1("maitre1Prenom", "Prénom", name(), { required: always, box: { "10103*14": zt("8_43") } }),
  maitre1("maitre1DateNaissance", "Date de naissance", date(), {
    required: always,
    help: "Le maître d’apprentissage est majeur au début du contrat.",
    source: "L6223-8-1",
    box: { "10103*14": ztDate("21_4", "21_5", "21_6") },
  }),
  maitre1("maitre1Courriel", "Courriel", email(), {
    required: always,
    help: "Une adresse professionnelle ou dédiée.",
    source: "Notice 51649#09, p. 4",
    box: { "10103*14": zt("8_44") },
  }),
  maitre1("maitre1Emploi", "Emploi occupé", text(80), { required: always, box: { "10103*14": zt("8_45") } }),
  maitre1("maitre1ConditionCompetence", "Condition de compétence remplie", choice("conditionCompetence"), {
    help: conditionHelp,
    source: "R6223-22",
  }),
  maitre1("maitre1ExperienceAnnees", "Expérience en rapport avec la qualification", integer(0, 60, "ans"), {
    help: "Hors stages et périodes d’apprentissage.",
    source: "R6223-22",
  }),
  maitre1("maitre1Diplome", "Diplôme ou titre le plus élevé obtenu", text(120), {
    required: diplome,
    help: "Son intitulé, par exemple « Master Finance ».",
    source: "Notice 51649#09, p. 4",
    box: { "10103*14": zt("8_50") },
  }),
  maitre1(
    "maitre1NiveauDiplome",
    "Niveau de diplôme ou titre le plus élevé obtenu",
    code("niveauDiplomeMaitre"),
    {
      required: diplome,
      help: "0 si aucun diplôme.",
      source: "Notice 51649#09, p. 4",
      box: { "10103*14": zt("8_52") },
    },
  ),
  maitre1("maitreNombreApprentis", "Apprentis déjà suivis par ce maître", integer(0, 20), {
    help: "Un maître suit au plus deux apprentis, et un redoublant.",
    source: "R6223-6",
  }),

  maitre2("maitre2Nom", "Nom de naissance", name(), {
    required: siMaitre2,
    help: "Seulement si une équipe tutorale est mise en place ; il remplace alors le premier sans avenant.",
    source: "L6223-6\u00a0; notice 51649#09, p. 4",
    box: { "10103*14": zt("8_46") },
  }),
  maitre2("maitre2Prenom", "Prénom", name(), { required: siMaitre2, box: { "10103*14": zt("8_47") } }),
  maitre2("maitre2DateNaissance", "Date de naissance", date(), {
    required: siMaitre2,
    box: { "10103*14": ztDate("21", "21_2", "21_3") },
  }),
  maitre2("maitre2Courriel", "Courriel", email(), { required: siMaitre2, box: { "10103*14": zt("8_48") } }),
  maitre2("maitre2Emploi", "Emploi occupé", text(80), {
    required: siMaitre2,
    box: { "10103*14": zt("8_49") },
  }),
  maitre2("maitre2ConditionCompetence", "Condition de compétence remplie", choice("conditionCompetence"), {
    shown: siMaitre2,
    help: conditionHelp,
    source: "R6223-22",
  }),
  maitre2("maitre2ExperienceAnnees", "Expérience en rapport avec la qualification", integer(0, 60, "ans"), {
    shown: siMaitre2,
    source: "R6223-22",
  }),
  maitre2("maitre2Diplome", "Diplôme ou titre le plus élevé obtenu", text(120), {
    required: diplome2,
    box: { "10103*14": zt("8_51") },
  }),
  maitre2(
    "maitre2NiveauDiplome",
    "Niveau de diplôme ou titre le plus élevé obtenu",
    code("niveauDiplomeMaitre"),
    {
      required: diplome2,
      box: { "10103*14": zt("8_53") },
    },
  ),

  attestation(
    "attestationEligibiliteMaitre",
    "L’employeur atteste sur l’honneur que le maître d’apprentissage répond à l’ensemble des critères d’éligibilité à cette fonction.",
    check(),
    { required: always, source: "L6223-8-1, R6223-22", box: { "10103*14": cases({ true: "6" }) } },
  ),
];
