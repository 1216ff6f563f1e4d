import { always, type Field } from "../kernel.ts";
import { saufRqthOui, si30ans, siInscritFranceTravail, siRqthNon } from "./conditions.ts";
import {
  apprentissage,
  cases,
  choice,
  code,
  date,
  email,
  ine,
  integer,
  lesDeux,
  name,
  nir,
  phone,
  postalCode,
  professionnalisation,
  section,
  text,
  yesNo,
  zt,
  ztDate,
  ztEmail,
} from "./kinds.ts";

const where = { onglet: "alternant", contrats: lesDeux, knownBy: "alternant" } as const;
const identite = section({ ...where, section: "Identité" });
const adresse = section({ ...where, section: "Adresse et coordonnées" });
const situation = section({ ...where, section: "Situation" });
const parcours = section({ ...where, section: "Parcours", contrats: apprentissage });
const situationPro = section({
  ...where,
  section: "Situation avant le contrat",
  contrats: professionnalisation,
});

/** Cadre L’APPRENTI(E) of 10103*14 and LE SALARIÉ of 12434*05. */
export const alternantFields: readonly Field[] = [
  identite("apprentiNomNaissance", "Nom de naissance de l’apprenti(e)", name(), {
    labelPro: "Nom de naissance du salarié",
    required: always,
    alsoInBase: true,
    box: { "10103*14": zt("8_15"), "12434*05": zt("8_18") },
    alias: { "12434*05": "salarieNomNaissance" },
  }),
  identite("apprentiNomUsage", "Nom d’usage", name(), {
    help: "Seulement s’il diffère du nom de naissance (nom de l’époux ou de l’épouse, par exemple).",
    box: { "10103*14": zt("8_16"), "12434*05": zt("8_19") },
    alias: { "12434*05": "salarieNomUsage" },
  }),
  identite("apprentiPrenom", "Le premier prénom de l’apprenti(e) selon l’état civil", name(), {
    labelPro: "Le premier prénom du salarié selon l’état civil",
    required: always,
    alsoInBase: true,
    help: "Le premier prénom de l’état civil, même si un autre est utilisé au quotidien.",
    box: { "10103*14": zt("8_17"), "12434*05": zt("8_20") },
    alias: { "12434*05": "salariePrenom" },
  }),
  identite("apprentiNir", "NIR de l’apprenti(e)", nir(), {
    labelPro: "NIR du salarié",
    required: always,
    sensitive: true,
    help: "Le numéro de sécurité sociale inscrit sur la carte Vitale ; 13 caractères, sans la clé de 2 chiffres.",
    source: "Notice 51649#09, p. 3",
    box: { "10103*14": zt("8_18"), "12434*05": zt("8_42") },
    alias: { "12434*05": "salarieNir" },
  }),
  identite("apprentiDateNaissance", "Date de naissance", date(), {
    required: always,
    box: { "10103*14": ztDate("21_7", "21_8", "21_9"), "12434*05": ztDate("8_43", "8_44", "8_49") },
    alias: { "12434*05": "salarieDateNaissance" },
  }),
  identite("apprentiSexe", "Sexe", choice("sexe"), {
    required: always,
    box: { "10103*14": cases({ M: "3", F: "4" }), "12434*05": cases({ M: "1_11", F: "1_12" }) },
    alias: { "12434*05": "salarieSexe" },
  }),
  identite("apprentiDepartementNaissance", "Département de naissance", code("departement"), {
    required: always,
    help: "Le numéro du département ; 099 pour une personne née à l’étranger.",
    source: "Notice 51649#09, p. 2",
    box: { "10103*14": zt("8_26"), "12434*05": zt("8_21") },
    alias: { "12434*05": "salarieDepartementNaissance" },
  }),
  identite("apprentiCommuneNaissance", "Commune de naissance", text(60), {
    required: always,
    box: { "10103*14": zt("8_27"), "12434*05": zt("8_22") },
    alias: { "12434*05": "salarieCommuneNaissance" },
  }),
  identite("apprentiNationalite", "Nationalité", code("nationalite"), {
    contrats: apprentissage,
    required: always,
    help: "Hors Union européenne : vérifiez auprès de la préfecture l’autorisation de travailler.",
    source: "Notice 51649#09, p. 2",
    box: { "10103*14": zt("8_33") },
  }),
  identite("apprentiIne", "INE (identifiant national étudiant)", ine(), {
    help: "11 caractères, sur un relevé de notes ou la carte d’étudiant. Il ne figure pas sur le CERFA.",
  }),

  adresse("apprentiAdresseNumero", "N°", text(10), {
    box: { "10103*14": zt("8_19"), "12434*05": zt("8_36") },
    alias: { "12434*05": "salarieAdresseNumero" },
  }),
  adresse("apprentiAdresseVoie", "Voie", text(80), {
    required: always,
    box: { "10103*14": zt("8_20"), "12434*05": zt("8_37") },
    alias: { "12434*05": "salarieAdresseVoie" },
  }),
  adresse("apprentiAdresseComplement", "Complément", text(80), {
    box: { "10103*14": zt("8_21"), "12434*05": zt("8_38") },
    alias: { "12434*05": "salarieAdresseComplement" },
  }),
  adresse("apprentiAdresseCodePostal", "Code postal", postalCode(), {
    required: always,
    box: { "10103*14": zt("8_22"), "12434*05": zt("8_39") },
    alias: { "12434*05": "salarieAdresseCodePostal" },
  }),
  adresse("apprentiAdresseCommune", "Commune", text(60), {
    required: always,
    box: { "10103*14": zt("8_23"), "12434*05": zt("8_40") },
    alias: { "12434*05": "salarieAdresseCommune" },
  }),
  adresse("apprentiTelephone", "Téléphone", phone(), {
    required: always,
    box: { "10103*14": zt("8_24"), "12434*05": zt("8_41") },
    alias: { "12434*05": "salarieTelephone" },
  }),
  adresse("apprentiCourriel", "Courriel", email(), {
    required: always,
    alsoInBase: true,
    box: { "10103*14": zt("8_25"), "12434*05": ztEmail("8_34", "8_35") },
    alias: { "12434*05": "salarieCourriel" },
  }),

  situation("apprentiRegimeSocial", "Régime social", code("regimeSocial"), {
    contrats: apprentissage,
    required: always,
    help: "MSA pour un employeur agricole, URSSAF sinon : l’entreprise le sait.",
    source: "Notice 51649#09, p. 3",
    box: { "10103*14": zt("8_34") },
  }),
  situation(
    "apprentiSportifHautNiveau",
    "Déclare être inscrit sur la liste des sportifs de haut niveau",
    yesNo(),
    {
      contrats: apprentissage,
      required: always,
      source: "L6222-2, 5°",
      box: { "10103*14": cases({ oui: "5", non: "5_2" }) },
    },
  ),
  situation("apprentiRqth", "Déclare bénéficier de la reconnaissance travailleur handicapé", yesNo(), {
    labelPro: "Déclare bénéficier de la reconnaissance de travailleur handicapé",
    required: always,
    help: "Ouvre des dérogations et une majoration possible de la prise en charge par l’OPCO.",
    source: "Notice 51649#09, p. 4",
    box: { "10103*14": cases({ oui: "5_3", non: "5_4" }), "12434*05": cases({ oui: "1_3", non: "1_4" }) },
    alias: { "12434*05": "salarieRqth" },
  }),
  situation("apprentiEquivalenceJeunes", "Équivalence jeunes", yesNo(), {
    required: siRqthNon,
    shown: saufRqthOui,
    help: "De 15 ans révolus à 20 ans : oui si vous avez une notification de PCH, d’AEEH, ou un PPS.",
    source: "L5213-2\u00a0; notice 51649#09, p. 4",
    box: { "10103*14": cases({ oui: "5_5", non: "5_6" }), "12434*05": cases({ oui: "1_5", non: "1_7" }) },
    alias: { "12434*05": "salarieEquivalenceJeunes" },
  }),
  situation("apprentiExtensionBoe", "Extension BOE", yesNo(), {
    required: siRqthNon,
    shown: saufRqthOui,
    help: "Oui si vous êtes bénéficiaire de l’obligation d’emploi (hors ayants droit).",
    source: "L5212-13-1\u00a0; notice 51649#09, p. 4",
    box: { "10103*14": cases({ oui: "5_7", non: "5_8" }), "12434*05": cases({ oui: "1_6", non: "1_8" }) },
    alias: { "12434*05": "salarieExtensionBoe" },
  }),
  situation(
    "apprentiProjetCreationReprise",
    "Déclare avoir un projet de création ou de reprise d’entreprise",
    yesNo(),
    {
      contrats: apprentissage,
      required: si30ans,
      help: "Ne sert qu’à partir de 30 ans ; avant, répondez non ou laissez vide.",
      source: "L6222-2, 4° ; notice 51649#09, p. 4",
      box: { "10103*14": cases({ oui: "5_9", non: "5_10" }) },
    },
  ),

  parcours(
    "apprentiSituationAvantContrat",
    "Situation avant ce contrat",
    code("situationAvantContratApprentissage"),
    {
      required: always,
      source: "Notice 51649#09, p. 2",
      box: { "10103*14": zt("8_28") },
    },
  ),
  parcours(
    "apprentiDernierDiplomePrepare",
    "Dernier diplôme ou titre préparé",
    code("diplomeApprentissage"),
    {
      required: always,
      help: "Le dernier préparé, même s’il n’a pas été obtenu.",
      source: "Notice 51649#09, p. 3",
      box: { "10103*14": zt("8_29") },
    },
  ),
  parcours("apprentiDerniereClasse", "Dernière classe / année suivie", code("derniereClasse"), {
    required: always,
    help: "L’année du dernier diplôme préparé, et si elle a été validée : 01 si le diplôme est obtenu.",
    source: "Notice 51649#09, p. 3",
    box: { "10103*14": zt("8_30") },
  }),
  parcours(
    "apprentiIntituleDernierDiplome",
    "Intitulé précis du dernier diplôme ou titre préparé",
    text(150),
    { required: always, box: { "10103*14": zt("8_31") } },
  ),
  parcours(
    "apprentiDiplomePlusEleve",
    "Diplôme ou titre le plus élevé obtenu",
    code("diplomeApprentissage"),
    {
      required: always,
      help: "Le plus élevé que vous avez obtenu, qui peut différer du dernier préparé.",
      source: "Notice 51649#09, p. 3",
      box: { "10103*14": zt("8_32") },
    },
  ),

  situationPro("salarieInscritFranceTravail", "Inscrit à France Travail", yesNo(), {
    required: always,
    box: { "12434*05": cases({ oui: "1_9", non: "1_10" }) },
  }),
  situationPro("salarieNumeroFranceTravail", "Si oui, numéro d’inscription", text(20), {
    required: siInscritFranceTravail,
    shown: siInscritFranceTravail,
    box: { "12434*05": zt("8_23") },
  }),
  situationPro("salarieDureeInscriptionMois", "Durée d’inscription", integer(0, 600, "mois"), {
    required: siInscritFranceTravail,
    shown: siInscritFranceTravail,
    help: "Plus de 12 mois : le contrat peut ouvrir droit aux modalités renforcées.",
    source: "L6325-1-1",
    box: { "12434*05": zt("8_24") },
  }),
  situationPro(
    "salarieSituationAvantContrat",
    "Situation avant ce contrat",
    code("situationAvantContratProfessionnalisation"),
    { required: always, box: { "12434*05": zt("8_25") } },
  ),
  situationPro("salarieMinimumSocial", "Type de minimum social, si bénéficiaire", code("minimumSocial"), {
    box: { "12434*05": zt("8_26") },
  }),
  situationPro(
    "salarieDiplomePlusEleve",
    "Diplôme ou titre le plus élevé obtenu",
    code("diplomeProfessionnalisation"),
    { required: always, source: "Notice 51650#09, p. 4", box: { "12434*05": zt("8_27") } },
  ),
];
