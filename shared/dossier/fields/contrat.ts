import { always, type Field } from "../kernel.ts";
import { saufAvenantVae, saufPremierContrat, siAvenant, siDerogation, siVae } from "./conditions.ts";
import {
  apprentissage,
  cases,
  cents,
  check,
  choice,
  code,
  date,
  integer,
  lesDeux,
  numeroContrat,
  professionnalisation,
  section,
  text,
  yesNo,
  zt,
  ztCents,
  ztDate,
} from "./kinds.ts";
import { sectionRemunerationMinimale } from "./remuneration.ts";

const where = { onglet: "contrat", contrats: lesDeux, knownBy: "entreprise" } as const;
const type = section({ ...where, section: "Le contrat" });
const emploi = section({ ...where, section: "L’emploi", contrats: professionnalisation });
const dates = section({ ...where, section: "Dates et durée" });
const salaire = section({ ...where, section: sectionRemunerationMinimale.professionnalisation });

/** Cadre LE CONTRAT of both forms, but the pay grid and the signatures. */
export const contratFields: readonly Field[] = [
  type("modeContractuel", "Mode contractuel de l’apprentissage", code("modeContractuel"), {
    contrats: apprentissage,
    required: always,
    source: "Notice 51649#09, p. 1",
    box: { "10103*14": zt("8_54") },
  }),
  type("typeContratOuAvenant", "Type de contrat ou d’avenant", code("typeContratOuAvenant"), {
    contrats: apprentissage,
    required: always,
    help: "11 pour un premier contrat d’apprentissage.",
    source: "Notice 51649#09, p. 5",
    box: { "10103*14": zt("8_71") },
  }),
  type(
    "numeroContratPrecedent",
    "Numéro du contrat précédent ou du contrat sur lequel porte l’avenant",
    numeroContrat(),
    {
      contrats: apprentissage,
      required: siAvenant,
      shown: saufPremierContrat,
      help: "Le numéro de dépôt du contrat, 15 caractères : exigé pour un avenant, demandé pour une succession.",
      box: { "10103*14": zt("8_55") },
    },
  ),
  type("typeDerogation", "Type de dérogation", code("typeDerogation"), {
    contrats: apprentissage,
    required: siDerogation,
    help: "Seulement si une dérogation existe : âge, durée aménagée… ; 50 s’il y en a plusieurs.",
    source: "Notice 51649#09, p. 6",
    box: { "10103*14": zt("8_70") },
  }),
  type(
    "conventionAmenagementDuree",
    "Convention d’aménagement de la durée",
    choice("conventionAmenagement"),
    {
      contrats: apprentissage,
      knownBy: "cfa",
      help: "Convention tripartite si la durée du contrat diffère de celle du cycle : elle se joint au dossier.",
      source: "L6222-7-1",
    },
  ),
  type("natureContrat", "Nature du contrat", choice("natureContratProfessionnalisation"), {
    contrats: professionnalisation,
    required: saufAvenantVae,
    box: { "12434*05": cases({ CDI: "1_13", CDD: "1_14", TT: "1_15" }) },
  }),
  type(
    "vautAvenantContratInitial",
    "Le présent contrat de professionnalisation vaut avenant au contrat de travail initial",
    check(),
    {
      contrats: professionnalisation,
      shown: siVae,
      help: "Seulement dans l’expérimentation associant des actions de VAE.",
      source: "Article 11 de la loi n° 2022-1598",
      box: { "12434*05": cases({ true: "1_19" }) },
    },
  ),
  type("typeContrat", "Type de contrat", code("typeContratProfessionnalisation"), {
    contrats: professionnalisation,
    required: always,
    help: "11 pour un contrat initial, cas général.",
    source: "Notice 51650#09",
    box: { "12434*05": zt("8_65") },
  }),

  emploi("emploiOccupe", "Emploi occupé pendant le contrat (intitulé précis)", text(120), {
    required: always,
    box: { "12434*05": zt("8_90") },
  }),
  emploi("classificationEmploi", "Classification de l’emploi dans la convention collective", text(80), {
    required: always,
    box: { "12434*05": zt("8_91") },
  }),
  emploi("classificationNiveau", "Niveau", text(20), { required: always, box: { "12434*05": zt("8_83") } }),
  emploi("classificationCoefficient", "Coefficient hiérarchique", text(20), {
    required: always,
    box: { "12434*05": zt("8_82") },
  }),
  emploi("periodeEssaiJours", "Durée de la période d’essai", integer(0, 365, "jours"), {
    required: always,
    help: "0 si le contrat n’en prévoit pas.",
    box: { "12434*05": zt("8_76") },
  }),

  dates("dateConclusion", "Date de conclusion", date(), {
    required: always,
    help: "La date des signatures du contrat.",
    box: { "10103*14": ztDate("21_16", "21_17", "21_18"), "12434*05": ztDate("8_61", "8_62", "8_79") },
  }),
  dates("dateDebutExecution", "Date de début d’exécution du contrat", date(), {
    required: always,
    alsoInBase: true,
    help: "Le premier jour du contrat de travail, en entreprise ou au CFA.",
    box: { "10103*14": ztDate("21_19", "21_20", "21_21"), "12434*05": ztDate("8_57", "8_58", "8_77") },
  }),
  dates("dateDebutFormationPratique", "Date de début de formation pratique chez l’employeur", date(), {
    contrats: apprentissage,
    required: always,
    help: "Le premier jour en entreprise, trois mois au plus après le début d’exécution.",
    source: "L6222-12",
    box: { "10103*14": ztDate("21_22", "21_23", "21_24") },
  }),
  dates("dateEffetAvenant", "Si avenant, date d’effet", date(), {
    required: siAvenant,
    shown: siAvenant,
    box: { "10103*14": ztDate("21_13", "21_14", "21_15"), "12434*05": ztDate("8_59", "8_60", "8_78") },
  }),
  dates("dateFinContrat", "Date de fin du contrat ou de la période d’apprentissage", date(), {
    labelPro: "Date de fin du CDD ou de l’action de professionnalisation si CDI",
    required: always,
    alsoInBase: true,
    help: "Pour un CDI : la fin de la période d’apprentissage ou de l’action de professionnalisation.",
    box: { "10103*14": ztDate("21_10", "21_11", "21_12"), "12434*05": ztDate("8_63", "8_64", "8_80") },
  }),
  dates("dureeHebdoHeures", "Durée hebdomadaire du travail (heures)", integer(0, 60, "heures"), {
    required: always,
    help: "Le temps passé au CFA compte comme du temps de travail.",
    source: "L6211-2",
    box: { "10103*14": zt("8_68"), "12434*05": zt("8_66") },
  }),
  dates("dureeHebdoMinutes", "Durée hebdomadaire du travail (minutes)", integer(0, 59, "minutes"), {
    box: { "10103*14": zt("8_69"), "12434*05": zt("8_67") },
  }),
  dates(
    "travailMachinesDangereuses",
    "Travail sur machines dangereuses ou exposition à des risques particuliers",
    yesNo(),
    {
      contrats: apprentissage,
      required: always,
      source: "D4153-15, D4154-1",
      box: { "10103*14": cases({ oui: "5_13", non: "5_14" }) },
    },
  ),

  salaire("salaireBrutMensuel", "Salaire brut mensuel à l’embauche", cents("€"), {
    required: always,
    help: "Travail temporaire en contrat de professionnalisation : le salaire brut horaire.",
    box: { "10103*14": ztCents("8_72", "21_73"), "12434*05": ztCents("8_81", "8_68") },
    alias: {
      "10103*14": { euros: "salaireBrutMensuelEuros", centimes: "salaireBrutMensuelCentimes" },
      "12434*05": { euros: "salaireBrutEuros", centimes: "salaireBrutCentimes" },
    },
  }),
  salaire("smcMensuel", "Salaire minimum conventionnel de l’emploi (mensuel)", cents("€ / mois"), {
    help: "Sert de base dès 21 ans s’il dépasse le SMIC ; il ne figure pas sur le CERFA.",
    source: "D6222-26, D6325-18",
  }),
  salaire("caisseRetraite", "Caisse de retraite complémentaire", text(100, "caisseRetraiteSuggestions"), {
    required: always,
    box: { "10103*14": zt("21_74"), "12434*05": zt("8_6") },
  }),
  salaire("avantageNourriture", "Avantage en nature : nourriture", cents("€ / repas"), {
    contrats: apprentissage,
    source: "D6222-33",
    box: { "10103*14": ztCents("21_75", "21_76") },
    alias: { "10103*14": { euros: "avantageNourritureEuros", centimes: "avantageNourritureCentimes" } },
  }),
  salaire("avantageLogement", "Avantage en nature : logement", cents("€ / mois"), {
    contrats: apprentissage,
    source: "D6222-33",
    box: { "10103*14": ztCents("21_77", "21_78") },
    alias: { "10103*14": { euros: "avantageLogementEuros", centimes: "avantageLogementCentimes" } },
  }),
  salaire("avantageAutre", "Avantage en nature : autre", text(12), {
    contrats: apprentissage,
    help: "La case du formulaire est étroite : une croix ou un mot court.",
    box: { "10103*14": zt("21_79") },
  }),
];
