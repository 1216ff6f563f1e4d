import type { FormationSaisie } from "../../shared/api/models.ts";
import { addDays, addMonths } from "../../shared/dossier/calendar.ts";

/** Twelve formations and more of an invented Mediterranean university CFA; codes as the guide writes them (G5). */
type Row = readonly [
  code: string,
  titre: string,
  diplome: string,
  diplomePro: string,
  niveau: number,
  licencePro: boolean,
  codeDiplome: string,
  rncp: string,
  heures: number,
  mois: number,
  npec: number,
  responsable: string,
  mission: FormationSaisie["mission"],
  mode: FormationSaisie["modeValidation"],
  pieces: 0 | 1 | 2,
];

const rows: readonly Row[] = [
  [
    "F724",
    "Master Management de la transition écologique",
    "73",
    "11",
    7,
    false,
    "13531013",
    "35918",
    850,
    24,
    8_600_00,
    "Claire Maurin",
    "obligatoire",
    "formation",
    2,
  ],
  [
    "F728",
    "Licence professionnelle Métiers du BTP : génie civil",
    "62",
    "23",
    6,
    true,
    "25023026",
    "40358",
    560,
    12,
    7_400_00,
    "Jean-Marc Astier",
    "facultative",
    "formation",
    2,
  ],
  [
    "F701",
    "Master Informatique – ingénierie du logiciel",
    "73",
    "11",
    7,
    false,
    "13532618",
    "34126",
    900,
    24,
    9_100_00,
    "Samia Belhadj",
    "facultative",
    "formation",
    2,
  ],
  [
    "F702",
    "Master Comptabilité, contrôle, audit",
    "73",
    "11",
    7,
    false,
    "13531408",
    "35913",
    880,
    24,
    8_200_00,
    "Philippe Rostan",
    "facultative",
    "immediate",
    2,
  ],
  [
    "F703",
    "BUT Techniques de commercialisation",
    "64",
    "29",
    6,
    false,
    "25131205",
    "35357",
    1200,
    24,
    7_900_00,
    "Corinne Abadie",
    "masquee",
    "formation",
    2,
  ],
  [
    "F704",
    "BUT Réseaux et télécommunications",
    "64",
    "29",
    6,
    false,
    "25132615",
    "35455",
    1300,
    24,
    8_050_00,
    "Yves Orsini",
    "facultative",
    "formation",
    1,
  ],
  [
    "F705",
    "BUT Gestion des entreprises et des administrations",
    "64",
    "29",
    6,
    false,
    "25131031",
    "35375",
    1250,
    24,
    7_700_00,
    "Martine Fabre",
    "facultative",
    "immediate",
    2,
  ],
  [
    "F706",
    "Licence professionnelle Assurance, banque, finance",
    "62",
    "23",
    6,
    true,
    "25031314",
    "40047",
    540,
    12,
    7_150_00,
    "Laurent Sicard",
    "facultative",
    "formation",
    2,
  ],
  [
    "F707",
    "Licence professionnelle Métiers de la qualité",
    "62",
    "23",
    6,
    true,
    "25020019",
    "30106",
    550,
    12,
    7_050_00,
    "Béatrice Lévêque",
    "facultative",
    "formation",
    0,
  ],
  [
    "F708",
    "Master Biologie-santé",
    "73",
    "11",
    7,
    false,
    "13511202",
    "34148",
    820,
    24,
    8_900_00,
    "Farid Amrouche",
    "obligatoire",
    "formation",
    2,
  ],
  [
    "F709",
    "Master Marketing, vente",
    "73",
    "11",
    7,
    false,
    "13531206",
    "35907",
    860,
    24,
    8_300_00,
    "Isabelle Jourdan",
    "facultative",
    "formation",
    1,
  ],
  [
    "F710",
    "Licence Administration économique et sociale – parcours ressources humaines",
    "63",
    "24",
    6,
    false,
    "20531002",
    "35918",
    600,
    12,
    6_900_00,
    "Hervé Blanchet",
    "masquee",
    "formation",
    2,
  ],
  [
    "F711",
    "Master Gestion des ressources humaines",
    "73",
    "11",
    7,
    false,
    "13531517",
    "35912",
    870,
    24,
    8_250_00,
    "Anne-Laure Pujol",
    "facultative",
    "formation",
    2,
  ],
];

export const demoFormations = (rentree: string): FormationSaisie[] =>
  rows.map(
    ([
      code,
      titre,
      diplome,
      diplomePro,
      niveau,
      licencePro,
      codeDiplome,
      rncp,
      heures,
      mois,
      npec,
      responsable,
      mission,
      modeValidation,
      pieces,
    ]) => {
      const dateFin = addDays(addMonths(rentree, mois), -1);
      const secondYear = addMonths(rentree, 0);
      return {
        titre,
        diplome,
        diplomePro,
        niveau,
        licencePro,
        codeDiplome,
        rncp,
        heures,
        intituleDiplome: titre,
        specialiteNsf: "310",
        heuresDistance: code === "F702" ? 120 : 0,
        dateDebut: rentree,
        dateFin,
        dateFinEpreuves: addDays(dateFin, -30),
        lieu: { estCfa: true },
        responsable: { nom: responsable, courriel: `${slug(responsable)}@univ-mediterranee.example` },
        code,
        codeOuvert: true,
        variantes:
          mois === 24
            ? [
                {
                  libelle: "Deuxième année seulement",
                  code: `${code}-2`,
                  ouvert: true,
                  dateDebut: secondYear,
                  dateFin: addDays(addMonths(secondYear, 12), -1),
                  heures: Math.round(heures / 2),
                },
              ]
            : [],
        modeValidation,
        mission,
        calendrier: pieces >= 1 ? { mode: "donnees", donnees: calendar(rentree, mois) } : { mode: "absent" },
        programme: pieces >= 2 ? { mode: "donnees", donnees: programme(titre, heures) } : { mode: "absent" },
        coutAnnuelCentimes: npec + 350_00,
        npecCentimes: npec,
      };
    },
  );

export const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ".")
    .replace(/^\.|\.$/g, "");

/** One week in four at the CFA, three in the company, exams at the end of each year. */
const calendar = (from: string, mois: number) => {
  const end = addDays(addMonths(from, mois), -1);
  const periodes: {
    du: string;
    au: string;
    type: "centre" | "entreprise" | "examen" | "conges";
    libelle?: string;
  }[] = [];
  let cursor = from;
  let week = 0;
  while (cursor <= end) {
    const length = week % 2 === 0 ? 6 : 20;
    const full = addDays(cursor, length);
    // biome-ignore lint/complexity/useMathMinMax: these are dates in ISO form, not numbers.
    const last = full > end ? end : full;
    const exam = last >= addDays(end, -35);
    periodes.push({
      du: cursor,
      au: last,
      type: week % 2 === 0 ? (exam ? "examen" : "centre") : "entreprise",
    });
    cursor = addDays(last, 1);
    week += 1;
  }
  return { periodes, commentaire: "Rythme\u00a0: une semaine au CFA, trois semaines en entreprise." };
};

const programme = (titre: string, heures: number) => ({
  objectifs: `Former des professionnels capables d’exercer les métiers visés par «\u00a0${titre}\u00a0».`,
  prerequis:
    "Diplôme de niveau inférieur dans un domaine compatible\u00a0; admission sur dossier et entretien.",
  modules: [
    {
      titre: "Enseignements fondamentaux",
      heures: Math.round(heures * 0.35),
      contenu: "Cours magistraux et travaux dirigés\u00a0; bases théoriques de la spécialité.",
    },
    {
      titre: "Enseignements professionnels",
      heures: Math.round(heures * 0.4),
      contenu: "Études de cas, projets tutorés, outils du métier.",
    },
    {
      titre: "Langues et communication",
      heures: Math.round(heures * 0.1),
      contenu: "Anglais professionnel, expression écrite et orale.",
    },
    {
      titre: "Projet et mémoire",
      heures: Math.round(heures * 0.15),
      contenu: "Mémoire en lien avec la mission confiée en entreprise.",
    },
  ],
  modalites: "Présentiel, accompagnement par un tuteur pédagogique, livret d’apprentissage numérique.",
  evaluation: "Contrôle continu et examens terminaux\u00a0; soutenance du mémoire devant un jury.",
  accessibilite: "Référent handicap à l’écoute pour tout aménagement de parcours.",
});
