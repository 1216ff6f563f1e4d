import { always, type Field } from "../kernel.ts";
import { saufParticulier, siParticulier, siPrive, siPublic, siQualificationVae } from "./conditions.ts";
import {
  apprentissage,
  cases,
  check,
  choice,
  code,
  email,
  idcc,
  integer,
  lesDeux,
  naf,
  phone,
  postalCode,
  professionnalisation,
  section,
  siret,
  text,
  yesNo,
  zt,
  ztEmail,
} from "./kinds.ts";

const where = { onglet: "employeur", contrats: lesDeux, knownBy: "entreprise" } as const;
const entreprise = section({ ...where, section: "L’entreprise" });
const adresse = section({ ...where, section: "Adresse de l’établissement d’exécution du contrat" });
const activite = section({ ...where, section: "Activité et convention collective" });

/** Cadre L’EMPLOYEUR of both forms. */
export const employeurFields: readonly Field[] = [
  entreprise("secteurEmployeur", "Employeur privé / employeur « public »", choice("secteurEmployeur"), {
    contrats: apprentissage,
    required: always,
    box: { "10103*14": cases({ prive: "1", public: "2" }) },
  }),
  entreprise("particulierEmployeur", "Particulier-employeur", yesNo(), {
    contrats: professionnalisation,
    required: always,
    box: { "12434*05": cases({ oui: "1", non: "1_2" }) },
  }),
  entreprise("employeurDenomination", "Nom et prénom ou dénomination", text(120), {
    required: always,
    box: { "10103*14": zt("8"), "12434*05": zt("8") },
  }),
  entreprise("employeurSiret", "N° SIRET de l’établissement d’exécution du contrat", siret(), {
    required: saufParticulier,
    shown: saufParticulier,
    alsoInBase: true,
    help: "Celui de l’établissement où l’alternant travaille, pas celui du siège.",
    source: "Notice 51649#09, p. 1",
    box: { "10103*14": zt("8_2"), "12434*05": zt("8_13") },
  }),
  entreprise("urssafParticulierEmployeur", "N° URSSAF du particulier-employeur", text(30), {
    contrats: professionnalisation,
    required: siParticulier,
    shown: siParticulier,
    box: { "12434*05": zt("8_12") },
  }),
  adresse("employeurAdresseNumero", "N°", text(10), {
    help: "Le lieu principal d’exécution du contrat, et non le siège ou le service qui gère la paie.",
    source: "Notice 51649#09, p. 1",
    box: { "10103*14": zt("8_14"), "12434*05": zt("8_8") },
  }),
  adresse("employeurAdresseVoie", "Voie", text(80), {
    required: always,
    box: { "10103*14": zt("8_13"), "12434*05": zt("8_9") },
  }),
  adresse("employeurAdresseComplement", "Complément", text(80), {
    box: { "10103*14": zt("8_8"), "12434*05": zt("8_2") },
  }),
  adresse("employeurAdresseCodePostal", "Code postal", postalCode(), {
    required: always,
    box: { "10103*14": zt("8_9"), "12434*05": zt("8_5") },
  }),
  adresse("employeurAdresseCommune", "Commune", text(60), {
    required: always,
    box: { "10103*14": zt("8_10"), "12434*05": zt("8_3") },
  }),
  adresse("employeurTelephone", "Téléphone", phone(), {
    required: always,
    box: { "10103*14": zt("8_11"), "12434*05": zt("8_4") },
  }),
  adresse("employeurCourriel", "Courriel", email(), {
    required: always,
    box: { "10103*14": zt("8_12"), "12434*05": ztEmail("8_10", "8_11") },
  }),
  activite("typeEmployeur", "Type d’employeur", code("typeEmployeur"), {
    contrats: apprentissage,
    required: always,
    help: "De 11 à 16 pour un employeur privé, de 21 à 30 pour un employeur public.",
    source: "Notice 51649#09, p. 1",
    box: { "10103*14": zt("8_3") },
  }),
  activite("employeurSpecifique", "Employeur spécifique", code("employeurSpecifique"), {
    contrats: apprentissage,
    required: always,
    help: "0 si aucun de ces cas.",
    source: "Notice 51649#09, p. 2",
    box: { "10103*14": zt("8_4") },
  }),
  activite("employeurCodeApe", "Code activité de l’entreprise (APE)", naf(), {
    labelPro: "Code activité de l’entreprise (NAF)",
    required: saufParticulier,
    shown: saufParticulier,
    help: "4 chiffres et 1 lettre (NAF 2008), sur un avis de situation ou un bulletin de paie.",
    source: "Notice 51649#09, p. 2",
    box: { "10103*14": zt("8_7"), "12434*05": zt("8_14") },
    alias: { "12434*05": "employeurCodeNaf" },
  }),
  activite("employeurEffectif", "Effectif total salariés de l’entreprise", integer(0, 9_999_999), {
    required: always,
    help: "L’entreprise entière, et non le seul établissement d’exécution du contrat.",
    source: "L130-1 du code de la sécurité sociale ; notice 51649#09, p. 2",
    box: { "10103*14": zt("8_5"), "12434*05": zt("8_15") },
  }),
  activite("employeurIdcc", "Code IDCC de la convention collective applicable", idcc(), {
    required: siPrive,
    help: "9999 sans convention collective, 9998 si elle est en négociation, 3180 pour un particulier-employeur.",
    source: "Notice 51649#09, p. 2",
    box: { "10103*14": zt("8_6"), "12434*05": zt("8_16") },
  }),
  activite("opco", "Opérateur de compétences (OPCO)", code("opco"), {
    help: "L’IDCC le propose ; il se vérifie par le SIRET sur quel-est-mon-opco.francecompetences.fr.",
  }),
  activite("mandatDepotCfa", "L’employeur mandate le CFA pour déposer le contrat", yesNo(), {
    contrats: apprentissage,
    help: "Si oui, la convention le mentionne et le CFA transmet le dossier à l’OPCO.",
  }),
  activite(
    "adhesionAssuranceChomage",
    "Pour les employeurs du secteur public, adhésion de l’apprenti au régime spécifique d’assurance chômage",
    check(),
    {
      contrats: apprentissage,
      shown: siPublic,
      help: "Employeur public non industriel et commercial en auto-assurance : cochez pour y adhérer.",
      source: "Notice 51649#09, p. 2",
      box: { "10103*14": cases({ true: "2_2" }) },
    },
  ),
  activite("organismePrevoyance", "Organisme de prévoyance le cas échéant", text(80), {
    contrats: professionnalisation,
    box: { "12434*05": zt("8_7") },
  }),
  activite("numeroProjetVae", "Numéro du projet", text(40), {
    contrats: professionnalisation,
    required: siQualificationVae,
    help: "Seulement pour un contrat associant des actions de VAE\u00a0: sur la notification de la DGEFP.",
    source: "Article 11 de la loi n° 2022-1598",
    box: { "12434*05": zt("8_17") },
  }),
];
