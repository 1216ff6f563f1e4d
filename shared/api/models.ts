import { z } from "zod";
import { contrats, formVersions, modesMission, niveauxSaisie, onglets } from "../dossier/kernel.ts";
import { gravites } from "../rules/finding.ts";
import {
  acteurs,
  actions,
  documentTypes,
  etats,
  etatsEconomie,
  modesValidation,
  portalQualites,
  staffRoles,
} from "../workflow/index.ts";

/** The nouns both contracts and the database share: one zod schema each, types inferred. */

export const instant = z.iso.datetime();
export const day = z.iso.date();
export const id = z.string().min(1).max(64);
export const cents = z.int().min(0).max(100_000_000_00);
export const version = z.int().min(0);
/** Data as entered: keys are checked against the dossier schema by the server, which knows the contract. */
export const dossierData = z.record(
  z.string().max(80),
  z.union([z.string().max(10_000), z.number(), z.boolean()]),
);

const line = (max = 200) => z.string().trim().max(max);
const optionalLine = (max = 200) => line(max).optional();

export const adresse = z.object({
  numero: optionalLine(20),
  voie: line(),
  complement: optionalLine(),
  codePostal: line(5),
  commune: line(),
});

export type Adresse = z.infer<typeof adresse>;

/** The CFA itself, as printed on the CERFA and the convention. */
export const cfa = z.object({
  denomination: line().min(1),
  siret: line(14),
  uai: line(8),
  numeroDeclaration: optionalLine(11),
  adresse,
  telephone: optionalLine(20),
  courriel: optionalLine(),
  representant: optionalLine(),
  cfaEntreprise: z.enum(["oui", "non"]).default("non"),
  logoId: z.string().optional(),
});
export type Cfa = z.infer<typeof cfa>;

export const economieAnnee = z.object({
  annee: z.int().min(1).max(4),
  coutCentimes: cents,
  npecCentimes: cents,
  /** Entered or proposed by the rules (prorata by day): what the OPCO pays for the year. */
  priseEnChargeCentimes: cents,
  participationCentimes: cents.default(0),
  fraisAnnexesCentimes: cents.default(0),
  resteAChargeCentimes: cents,
});
export const fraisAnnexes = z.object({
  nuitees: z.int().min(0).max(2000).default(0),
  repas: z.int().min(0).max(5000).default(0),
  premierEquipementCentimes: cents.default(0),
  mobiliteCentimes: cents.default(0),
});
export const economieSaisie = z.object({
  annees: z.array(economieAnnee).min(1).max(4),
  frais: fraisAnnexes,
  majorationRqthCentimes: cents.default(0),
  resteAChargePrevu: z.boolean().default(false),
  remarque: optionalLine(2000),
});
export type EconomieSaisie = z.infer<typeof economieSaisie>;
export const economie = economieSaisie.partial({ annees: true, frais: true }).extend({
  etat: z.enum(etatsEconomie),
  depuis: instant,
  version,
  saisiPar: z.string().optional(),
  saisiLe: instant.optional(),
  validePar: z.string().optional(),
  valideLe: instant.optional(),
});
export type Economie = z.infer<typeof economie>;

export const calendrierDonnees = z.object({
  periodes: z
    .array(
      z.object({
        du: day,
        au: day,
        type: z.enum(["centre", "entreprise", "examen", "conges"]),
        libelle: optionalLine(),
      }),
    )
    .max(400),
  commentaire: optionalLine(2000),
});
export type CalendrierDonnees = z.infer<typeof calendrierDonnees>;
export const programmeDonnees = z.object({
  objectifs: optionalLine(5000),
  prerequis: optionalLine(3000),
  modules: z
    .array(
      z.object({
        titre: line().min(1),
        heures: z.number().min(0).max(2000).optional(),
        contenu: optionalLine(5000),
      }),
    )
    .max(100),
  modalites: optionalLine(5000),
  evaluation: optionalLine(5000),
  accessibilite: optionalLine(3000),
});
export type ProgrammeDonnees = z.infer<typeof programmeDonnees>;
/** Calendrier or programme: a supplied PDF, or data that Cactus renders (G23). */
export const pieceFormation = <T extends z.ZodType>(donnees: T) =>
  z.discriminatedUnion("mode", [
    z.object({ mode: z.literal("absent") }),
    z.object({ mode: z.literal("fichier"), fichierId: id, nom: line() }),
    z.object({ mode: z.literal("donnees"), donnees }),
  ]);

/** `F728`, `F724-2` (G5). */
export const codeAcces = z
  .string()
  .regex(
    /^F\d{2,3}(-\d)?$/,
    "Le code d’accès s’écrit F suivi de 2 ou 3 chiffres, parfois d’un tiret et d’un chiffre (F724-2).",
  );

export const variante = z.object({
  id: id.optional(),
  libelle: line().min(1),
  code: codeAcces,
  /** Closed, or outside its dates, or used up: nobody signs up with it any more. */
  ouvert: z.boolean().default(true),
  ouvertDu: day.optional(),
  ouvertAu: day.optional(),
  inscriptionsMax: z.int().min(1).optional(),
  /** Dates and hours of this variant when they differ from the formation’s (second year only). */
  dateDebut: day.optional(),
  dateFin: day.optional(),
  heures: z.int().min(1).max(9999).optional(),
});
export type Variante = z.infer<typeof variante>;

/** What a person enters about a formation. The formation itself is the « variante » with the bare code. */
export const formationSaisie = z.object({
  titre: line().min(1),
  /** Codes of `diplomeApprentissage` (10103) and `diplomeProfessionnalisation` (12434): two tables, two fields. */
  diplome: line(4),
  diplomePro: optionalLine(4),
  niveau: z.int().min(3).max(8),
  intituleDiplome: line(300).min(1),
  licencePro: z.boolean().default(false),
  codeDiplome: line(8),
  rncp: line(10),
  specialiteNsf: optionalLine(3),
  dateDebut: day,
  dateFin: day,
  dateFinEpreuves: day.optional(),
  heures: z.int().min(1).max(9999),
  heuresDistance: z.int().min(0).max(9999).default(0),
  lieu: z.object({
    estCfa: z.boolean().default(true),
    denomination: optionalLine(),
    uai: optionalLine(8),
    siret: optionalLine(14),
    adresse: adresse.optional(),
  }),
  responsable: z.object({ nom: line().min(1), courriel: line() }),
  code: codeAcces,
  codeOuvert: z.boolean().default(true),
  codeOuvertDu: day.optional(),
  codeOuvertAu: day.optional(),
  codeInscriptionsMax: z.int().min(1).optional(),
  variantes: z.array(variante).max(20).default([]),
  modeValidation: z.enum(modesValidation).default("formation"),
  mission: z.enum(modesMission).default("facultative"),
  calendrier: pieceFormation(calendrierDonnees).default({ mode: "absent" }),
  programme: pieceFormation(programmeDonnees).default({ mode: "absent" }),
  coutAnnuelCentimes: cents.optional(),
  npecCentimes: cents.optional(),
});
export type FormationSaisie = z.infer<typeof formationSaisie>;
export const formation = formationSaisie.extend({
  id,
  version,
  creeLe: instant,
  modifieLe: instant,
  archivee: z.boolean(),
});
export type Formation = z.infer<typeof formation>;

/** Fate of a mail, as staff read it: à envoyer, envoi en cours, envoyé, en échec (why), incertain. */
export const statutsCourriel = ["due", "leased", "sent", "failed", "uncertain"] as const;
export const statutCourrielLabels: Readonly<Record<(typeof statutsCourriel)[number], string>> = {
  due: "À envoyer",
  leased: "Envoi en cours",
  sent: "Envoyé",
  failed: "En échec",
  uncertain: "Incertain",
};
export const courriel = z.object({
  id,
  modele: z.string(),
  sujet: z.string(),
  destinataire: z.string(),
  statut: z.enum(statutsCourriel),
  tentatives: z.int(),
  creeLe: instant,
  envoyeLe: instant.optional(),
  prochaineLe: instant.optional(),
  /** In French, without any secret: « Adresse refusée par le serveur du destinataire (550) ». */
  erreur: z.string().optional(),
  dossierId: z.string().optional(),
  dossierReference: z.string().optional(),
});
export type Courriel = z.infer<typeof courriel>;

/** A person invited to a dossier (or, for a formation head, to a formation). */
export const invitation = z.object({
  id,
  qualite: z.enum(portalQualites),
  courriel: z.string(),
  nom: z.string().optional(),
  creeLe: instant,
  expireLe: instant,
  /** Replaced by another address: its access no longer counts, the history keeps both (G4). */
  annuleeLe: instant.optional(),
  premiereConnexionLe: instant.optional(),
  courrielStatut: z.enum(statutsCourriel).optional(),
  courrielId: z.string().optional(),
  courrielErreur: z.string().optional(),
});
export type Invitation = z.infer<typeof invitation>;

export const finding = z.object({
  regle: z.string(),
  gravite: z.enum(gravites),
  champs: z.array(z.string()),
  message: z.string(),
  article: z.string(),
  calcul: z.array(z.object({ libelle: z.string(), valeur: z.string() })).optional(),
  /** Other dossiers it speaks of; never sent to the portal. */
  dossiers: z.array(z.string()).optional(),
  /** An alert that somebody confirmed with a reason. */
  confirmation: z.object({ motif: z.string(), par: z.string(), le: instant }).optional(),
});

export const completude = z.object({
  complet: z.boolean(),
  onglets: z.array(
    z.object({
      onglet: z.enum(onglets),
      complet: z.boolean(),
      manquants: z.array(z.string()),
      invalides: z.array(z.object({ champ: z.string(), message: z.string() })),
      requis: z.int(),
      remplis: z.int(),
    }),
  ),
});
export type Completude = z.infer<typeof completude>;

export const documentStatut = z.object({
  type: z.enum(documentTypes),
  disponible: z.boolean(),
  raison: z.string().optional(),
  tourDe: z.enum(acteurs).optional(),
  depuis: instant.optional(),
});

export const evenement = z.object({
  id: z.string(),
  le: instant,
  acteur: z.string(),
  porte: z.enum(["poste", "portail", "cli", "systeme"]),
  action: z.string(),
  /** One French sentence (« a modifié 2 champs de L’employeur »). */
  phrase: z.string(),
  changements: z.array(
    z.object({
      champ: z.string(),
      libelle: z.string(),
      avant: z.string().optional(),
      apres: z.string().optional(),
    }),
  ),
});
export type Evenement = z.infer<typeof evenement>;

/** One row of a list. */
export const dossierLigne = z.object({
  id,
  reference: z.string(),
  contrat: z.enum(contrats),
  niveauSaisie: z.enum(niveauxSaisie),
  etat: z.enum(etats),
  etatDepuis: instant,
  nom: z.string().optional(),
  prenom: z.string().optional(),
  courriel: z.string(),
  entreprise: z.string().optional(),
  siret: z.string().optional(),
  formationId: id,
  formationTitre: z.string(),
  formationCode: z.string(),
  complet: z.boolean(),
  manquants: z.int(),
  bloquants: z.int(),
  economie: z.enum(etatsEconomie),
  datesProvisoires: z.boolean(),
  dateDebut: day.optional(),
  dateFin: day.optional(),
  modifieLe: instant,
});
export type DossierLigne = z.infer<typeof dossierLigne>;

export const decision = z.object({
  action: z.enum(actions),
  permis: z.boolean(),
  raison: z.string().optional(),
});

/** A dossier as a screen shows it; the NIR is masked unless revealed. */
export const dossierVue = dossierLigne.extend({
  version,
  data: dossierData,
  mission: z.enum(modesMission),
  form: z.enum(formVersions),
  baseValidee: z.boolean(),
  formation: z.object({
    id,
    titre: z.string(),
    code: z.string(),
    varianteLibelle: z.string().optional(),
    /** Dates of the formation (or of its variante), shown beside its name (G12). */
    dateDebut: day,
    dateFin: day,
    responsable: z.object({ nom: z.string(), courriel: z.string() }),
    modeValidation: z.enum(modesValidation),
  }),
  completude,
  constats: z.array(finding),
  documents: z.array(documentStatut),
  prochaineEtape: z.object({ phrase: z.string(), tourDe: z.enum(acteurs), depuis: instant.optional() }),
  decisions: z.array(decision),
  invitations: z.array(invitation),
  retour: z.object({ motif: z.string(), par: z.string(), le: instant }).optional(),
  figeLe: instant.optional(),
  empreinte: z.string().optional(),
  cerfaExterne: z.object({ fichierId: id, nom: z.string(), le: instant }).optional(),
});
export type DossierVue = z.infer<typeof dossierVue>;

export const compteStaff = z.object({
  id,
  courriel: z.string(),
  nom: z.string(),
  role: z.enum(staffRoles),
  actif: z.boolean(),
  /** Formations a secrétaire handles; empty means all. */
  formations: z.array(id).default([]),
  derniereConnexionLe: instant.optional(),
});
export type CompteStaff = z.infer<typeof compteStaff>;

export const suiviDepot = z.object({
  deposeLe: day.optional(),
  deposant: z.enum(["employeur", "cfa"]).optional(),
  opco: optionalLine(),
  numeroInterne: optionalLine(60),
  completLe: day.optional(),
  decision: z.enum(["accord", "refus", "complement"]).optional(),
  decisionLe: day.optional(),
  motif: optionalLine(1000),
  numeroDepot: optionalLine(30),
  signatures: z
    .object({
      employeur: day.optional(),
      alternant: day.optional(),
      representantLegal: day.optional(),
      cfa: day.optional(),
    })
    .default({}),
});
export type SuiviDepot = z.infer<typeof suiviDepot>;

export const vieRubriques = [
  "probatoire",
  "entretien",
  "visite",
  "livret",
  "absence",
  "arret",
  "assiduite",
  "resultat",
  "conge-examen",
  "carte-etudiant",
  "droits-devoirs",
  "handicap",
  "mobilite",
  "difficulte",
  "mediateur",
  "aide",
  "avenant",
  "rupture",
  "note",
] as const;
export const vieRubriqueLabels: Readonly<Record<(typeof vieRubriques)[number], string>> = {
  probatoire: "Période probatoire",
  entretien: "Entretien",
  visite: "Visite en entreprise",
  livret: "Livret d’apprentissage",
  absence: "Absence",
  arret: "Arrêt ou accident",
  assiduite: "Assiduité",
  resultat: "Résultat",
  "conge-examen": "Congé d’examen",
  "carte-etudiant": "Carte d’étudiant des métiers",
  "droits-devoirs": "Droits et devoirs, santé-sécurité",
  handicap: "Handicap",
  mobilite: "Mobilité",
  difficulte: "Difficulté sociale",
  mediateur: "Médiateur",
  aide: "Aide",
  avenant: "Avenant",
  rupture: "Rupture",
  note: "Note",
};
/** partagee: seen by alternant and entreprise too; alternant: not by the company; cfa: staff and formation only. */
export const vieVisibilites = ["cfa", "alternant", "partagee"] as const;
export const vieEntreeSaisie = z.object({
  rubrique: z.enum(vieRubriques),
  du: day,
  au: day.optional(),
  titre: line().min(1),
  texte: optionalLine(5000),
  visibilite: z.enum(vieVisibilites),
  fait: z.boolean().default(true),
});
export const vieEntree = vieEntreeSaisie.extend({ id, auteur: z.string(), creeLe: instant, version });
export type VieEntree = z.infer<typeof vieEntree>;
