import { always, type Field } from "../kernel.ts";
import { saufFormationInterne, siAutreLieu, siFormationInterne, siRncp } from "./conditions.ts";
import {
  apprentissage,
  cases,
  check,
  choice,
  code,
  codeDiplome,
  date,
  integer,
  lesDeux,
  numeroDeclaration,
  postalCode,
  professionnalisation,
  rncp,
  section,
  siret,
  text,
  uai,
  yesNo,
  zt,
  ztDate,
} from "./kinds.ts";

const where = { onglet: "contrat", contrats: apprentissage, knownBy: "cfa" } as const;
const cfa = section({ ...where, section: "La formation : le CFA responsable" });
const organisme = section({
  ...where,
  section: "La formation : l’organisme principal",
  contrats: professionnalisation,
});
const diplome = section({ ...where, section: "La formation : le diplôme ou titre visé", contrats: lesDeux });
const organisation = section({ ...where, section: "La formation : son organisation", contrats: lesDeux });
const lieu = section({ ...where, section: "La formation : le lieu principal", shown: siAutreLieu });
const principal = section({ ...where, section: "La formation : le lieu principal" });

/** Cadre LA FORMATION of both forms: what the CFA knows. */
export const formationFields: readonly Field[] = [
  cfa("cfaEntreprise", "CFA d’entreprise", yesNo(), {
    required: always,
    box: { "10103*14": cases({ oui: "5_11", non: "5_12" }) },
  }),
  cfa("cfaDenomination", "Dénomination du CFA responsable", text(120), {
    required: always,
    box: { "10103*14": zt("8_99") },
  }),
  cfa("cfaUai", "N° UAI du CFA", uai(), { required: always, box: { "10103*14": zt("8_73") } }),
  cfa("cfaSiret", "N° SIRET CFA", siret(), {
    required: always,
    help: "Celui qui porte l’habilitation à former.",
    box: { "10103*14": zt("8_74") },
  }),
  cfa("cfaAdresseNumero", "N°", text(10), { box: { "10103*14": zt("8_79") } }),
  cfa("cfaAdresseVoie", "Voie", text(80), { required: always, box: { "10103*14": zt("8_80") } }),
  cfa("cfaAdresseComplement", "Complément", text(80), { box: { "10103*14": zt("8_81") } }),
  cfa("cfaAdresseCodePostal", "Code postal", postalCode(), {
    required: always,
    box: { "10103*14": zt("8_82") },
  }),
  cfa("cfaAdresseCommune", "Commune", text(60), { required: always, box: { "10103*14": zt("8_78") } }),

  organisme("organismeDenomination", "Dénomination de l’organisme de formation principal", text(120), {
    required: always,
    box: { "12434*05": zt("8_92") },
  }),
  organisme("organismeSiret", "N° SIRET de l’organisme de formation principal", siret(), {
    required: always,
    help: "Formation interne : le SIRET de l’employeur.",
    source: "Notice 51650#09",
    box: { "12434*05": zt("8_93") },
  }),
  organisme(
    "organismeNumeroDeclaration",
    "N° de déclaration d’activité de cet organisme",
    numeroDeclaration(),
    {
      required: saufFormationInterne,
      box: { "12434*05": zt("8_94") },
    },
  ),
  organisme("formationInterne", "S’agit-il d’un service de formation interne", yesNo(), {
    knownBy: "entreprise",
    required: always,
    box: { "12434*05": cases({ oui: "1_16", non: "1_17" }) },
  }),
  organisme("nombreOrganismes", "Nombre d’organismes de formation intervenant", integer(1, 99), {
    required: always,
    help: "L’organisme principal compris.",
    box: { "12434*05": zt("8_69") },
  }),
  organisme(
    "attestationFormationInterne",
    "L’employeur atteste que le service de formation interne dispose des moyens nécessaires à la réalisation de la formation du salarié.",
    check(),
    {
      knownBy: "entreprise",
      required: siFormationInterne,
      shown: siFormationInterne,
      box: { "12434*05": cases({ true: "1_18" }) },
    },
  ),

  diplome("diplomeVise", "Diplôme ou titre visé par l’apprenti", code("diplomeApprentissage"), {
    contrats: apprentissage,
    required: always,
    source: "Notice 51649#09, p. 3",
    box: { "10103*14": zt("8_77") },
  }),
  diplome("typeQualification", "Type qualification visée", code("typeQualification"), {
    contrats: professionnalisation,
    required: always,
    source: "Notice 51650#09",
    box: { "12434*05": zt("8_71") },
  }),
  diplome("diplomeVisePro", "Diplôme ou titre visé", code("diplomeProfessionnalisation"), {
    contrats: professionnalisation,
    required: always,
    source: "Notice 51650#09",
    box: { "12434*05": zt("8_70") },
    alias: { "12434*05": "diplomeVise" },
  }),
  diplome("intituleDiplomeVise", "Intitulé précis", text(200), {
    required: always,
    help: "L’intitulé du RNCP ; qualification de type 8 : précédé de RNCP, CQP, CCN, Bloc RNCP ou Autre Bloc.",
    box: { "10103*14": zt("8_100"), "12434*05": zt("8_54") },
    alias: { "12434*05": "intituleQualification" },
  }),
  diplome("codeDiplome", "Code du diplôme", codeDiplome(), {
    contrats: apprentissage,
    required: always,
    help: "Le code formation diplôme, 8 caractères.",
    box: { "10103*14": zt("8_75") },
  }),
  diplome("codeRncp", "Code RNCP", rncp(), {
    required: siRncp,
    help: "Les chiffres seuls, sans « RNCP ».",
    source: "Notice 51649#09",
    box: { "10103*14": zt("8_76"), "12434*05": zt("8_84") },
  }),
  diplome("niveauRncp", "Niveau de la certification", choice("niveauRncp"), {
    help: "Celui de la fiche RNCP ; il décide de la participation de 750 € de l’employeur.",
    source: "L6332-14",
  }),
  diplome("specialiteFormation", "Spécialité de formation", code("specialiteNsf"), {
    contrats: professionnalisation,
    required: always,
    help: "Le code de 3 chiffres de la nomenclature des spécialités de formation (NSF).",
    source: "Notice 51650#09",
    box: { "12434*05": zt("8_85") },
  }),

  organisation("dateDebutFormationCfa", "Date de début de formation en CFA", date(), {
    labelPro: "Date de début du cycle de formation",
    required: always,
    help: "Trois mois au plus après le début d’exécution du contrat.",
    source: "L6222-12",
    box: { "10103*14": ztDate("21_25", "21_26", "21_27"), "12434*05": ztDate("8_72", "8_73", "8_88") },
    alias: { "12434*05": "dateDebutFormation" },
  }),
  organisation("dateFinEpreuves", "Date prévue de fin des épreuves ou examens", date(), {
    required: always,
    box: { "10103*14": ztDate("21_28", "21_29", "21_30"), "12434*05": ztDate("8_74", "8_75", "8_89") },
  }),
  organisation("dureeFormationHeures", "Durée de la formation", integer(1, 9999, "heures"), {
    contrats: apprentissage,
    required: always,
    box: { "10103*14": zt("21_80") },
  }),
  organisation("dureeDistanceHeures", "Dont formation à distance", integer(0, 9999, "heures"), {
    contrats: apprentissage,
    required: always,
    help: "0 si aucune.",
    box: { "10103*14": zt("8_102") },
  }),
  organisation(
    "dureeTotaleHeures",
    "Durée totale des actions d’évaluation, d’accompagnement et des enseignements",
    integer(1, 9999, "heures"),
    { contrats: professionnalisation, required: always, source: "L6325-13", box: { "12434*05": zt("8_86") } },
  ),
  organisation(
    "dureeEnseignementsHeures",
    "Dont durée des enseignements généraux, professionnels et technologiques",
    integer(0, 9999, "heures"),
    { contrats: professionnalisation, required: always, source: "L6325-13", box: { "12434*05": zt("8_87") } },
  ),

  principal("cfaEstLieuPrincipal", "Le CFA responsable est le lieu de formation principal", check(), {
    help: "Sinon, renseignez le lieu principal de réalisation de la formation.",
    box: { "10103*14": cases({ true: "7" }) },
  }),
  lieu("lieuFormationDenomination", "Dénomination du lieu de formation principal", text(120), {
    required: siAutreLieu,
    box: { "10103*14": zt("8_101") },
  }),
  lieu("lieuFormationUai", "N° UAI", uai(), { required: siAutreLieu, box: { "10103*14": zt("8_84") } }),
  lieu("lieuFormationSiret", "N° SIRET", siret(), { required: siAutreLieu, box: { "10103*14": zt("8_83") } }),
  lieu("lieuFormationAdresseNumero", "N°", text(10), { box: { "10103*14": zt("8_86") } }),
  lieu("lieuFormationAdresseVoie", "Voie", text(80), {
    required: siAutreLieu,
    box: { "10103*14": zt("8_87") },
  }),
  lieu("lieuFormationAdresseComplement", "Complément", text(80), { box: { "10103*14": zt("8_88") } }),
  lieu("lieuFormationAdresseCodePostal", "Code postal", postalCode(), {
    required: siAutreLieu,
    box: { "10103*14": zt("8_89") },
  }),
  lieu("lieuFormationAdresseCommune", "Commune", text(60), {
    required: siAutreLieu,
    box: { "10103*14": zt("8_85") },
  }),
];
