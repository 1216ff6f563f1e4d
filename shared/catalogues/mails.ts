import { z } from "zod";
import {
  type MailEntry,
  mail,
  type Recipients,
  type SecretKind,
  type SecretText,
  type StatutCourriel,
} from "./mail.ts";
import {
  aCorriger,
  acces,
  bonjour,
  bonjourNom,
  depuisLeDossier,
  etape,
  invitation,
  ouvrirLeDossier,
  retour,
  type StepParams,
  votreAcces,
} from "./mail-parts.ts";

export type { StepParams };

/** THE mails, each one entry: adding one is adding it here, and nothing else. */
export const mails = {
  /** G1: the formation has registered the alternant. */
  invitationAlternant: mail({
    params: invitation,
    to: "personne",
    sujet: votreAcces,
    salutation: bonjourNom,
    corps: (p, secret) => [
      {
        p: `La formation «\u00a0${p.formation}\u00a0» vous a inscrit(e) sur Cactus, où se prépare votre contrat d’alternance.`,
      },
      ...acces(p, secret),
      {
        p: "Le premier écran, «\u00a0Données de base\u00a0», permet aussi d’inviter la personne qui gère votre contrat dans l’entreprise\u00a0: préparez le SIRET de l’entreprise et l’adresse de votre contact.",
      },
    ],
    secret: "mot-de-passe",
    renvoyable: depuisLeDossier,
    deuxFois: true,
  }),

  /** G6: the alternant’s contact in the company. */
  invitationEntreprise: mail({
    params: invitation,
    to: "personne",
    sujet: votreAcces,
    salutation: bonjourNom,
    corps: (p, secret) => [
      {
        p: `${p.alternant || "Un alternant"} prépare son contrat d’alternance dans votre entreprise pour la formation «\u00a0${p.formation}\u00a0». Vous pouvez compléter avec lui le dossier sur Cactus\u00a0: employeur, contrat, maître d’apprentissage ou tuteur.`,
      },
      ...acces(p, secret),
    ],
    secret: "mot-de-passe",
    renvoyable: depuisLeDossier,
    deuxFois: true,
  }),

  /** G7, G18: the head of a formation validates its dossiers. */
  invitationFormation: mail({
    params: invitation,
    to: "personne",
    sujet: votreAcces,
    salutation: bonjourNom,
    corps: (p, secret) => [
      {
        p: `Vous êtes responsable de la formation «\u00a0${p.formation}\u00a0». Cactus vous préviendra à chaque demande de validation\u00a0; vous y validez les dossiers ou les retournez avec un motif.`,
      },
      ...acces(p, secret),
    ],
    secret: "mot-de-passe",
    renvoyable: {
      raison:
        "L’invitation d’un responsable se renvoie depuis un dossier de sa formation, onglet «\u00a0Suivi – Info\u00a0»\u00a0: un nouveau mot de passe est alors généré.",
      lieu: "dossier",
    },
    deuxFois: true,
  }),

  /** G18: « le responsable de formation est averti par mail de votre demande de validation ». */
  demandeValidation: mail({
    params: etape,
    to: ["formation"],
    sujet: (p) => `Validation demandée\u00a0: dossier ${p.reference}`,
    salutation: bonjour,
    corps: (p) => [
      { p: `La validation du dossier ${p.reference} est demandée.` },
      {
        facts: [
          ["Alternant", p.alternant],
          ["Formation", p.formation],
        ],
      },
      ouvrirLeDossier(p),
      {
        p: "Votre validation fige les données et rend le CERFA disponible. Si quelque chose est à corriger, retournez le dossier avec un motif\u00a0: les intéressés seront prévenus.",
      },
    ],
    secret: "aucun",
    renvoyable: true,
    deuxFois: false,
  }),

  /** G18: « Lorsqu’il validera, vous recevrez un mail vous en avertissant. » */
  dossierValide: mail({
    params: etape,
    to: ["alternant", "entreprise"],
    sujet: (p) => `Votre dossier ${p.reference} est validé`,
    salutation: bonjour,
    corps: (p) => [
      {
        p: `Le dossier ${p.reference} (${p.alternant}, «\u00a0${p.formation}\u00a0») est validé. Ses données sont désormais figées.`,
      },
      {
        p: "Le CERFA se télécharge dans l’onglet «\u00a0Suivi – Info\u00a0». La convention le sera dès que le CFA aura validé les éléments économiques.",
      },
      ouvrirLeDossier(p),
    ],
    secret: "aucun",
    renvoyable: true,
    deuxFois: false,
  }),

  dossierRetourne: mail({
    params: retour,
    to: ["alternant", "entreprise"],
    sujet: (p) => `Votre dossier ${p.reference} est à corriger`,
    salutation: bonjour,
    corps: aCorriger,
    secret: "aucun",
    renvoyable: true,
    deuxFois: false,
  }),

  /** Opened again after its validation: the formation, which had validated it, is told too. */
  dossierRouvert: mail({
    params: retour,
    to: ["alternant", "entreprise", "formation"],
    sujet: (p) => `Votre dossier ${p.reference} est à corriger`,
    salutation: bonjour,
    corps: aCorriger,
    secret: "aucun",
    renvoyable: true,
    deuxFois: false,
  }),

  /** G22. */
  conventionDisponible: mail({
    params: etape,
    to: ["entreprise", "alternant"],
    sujet: (p) => `Convention disponible\u00a0: dossier ${p.reference}`,
    salutation: bonjour,
    corps: (p) => [
      {
        p: `Les éléments économiques du dossier ${p.reference} (${p.alternant}, «\u00a0${p.formation}\u00a0») sont validés par le CFA\u00a0: la convention est disponible.`,
      },
      ouvrirLeDossier(p),
    ],
    secret: "aucun",
    renvoyable: true,
    deuxFois: false,
  }),

  /** G3: the token travels in the fragment, which no server logs; the page asks for a click before using it. */
  motDePasseOublie: mail({
    params: z.object({ cfa: z.string(), url: z.string(), perimeLe: z.iso.datetime() }),
    to: "personne",
    sujet: (p) => `Votre mot de passe Cactus – ${p.cfa || "CFA"}`,
    salutation: bonjour,
    corps: (p, jeton) => [
      { p: "Vous avez demandé à choisir un nouveau mot de passe pour Cactus." },
      { button: ["Choisir mon mot de passe", `${p.url}/#/mot-de-passe/${jeton}`] },
      {
        p: "Ce lien fonctionne une seule fois, pendant 30\u00a0minutes. Si vous n’avez rien demandé, ignorez ce message\u00a0: votre mot de passe ne change pas.",
      },
    ],
    secret: "jeton",
    renvoyable: {
      raison:
        "Le lien de ce courriel ne peut plus servir\u00a0: la personne peut en demander un autre depuis la page d’accueil du portail.",
    },
    deuxFois: true,
    perimeLe: (p) => p.perimeLe,
  }),

  /** G5: the address is confirmed before the dossier opens. */
  confirmationInscription: mail({
    params: z.object({ cfa: z.string(), url: z.string(), formation: z.string() }),
    to: "personne",
    sujet: () => "Confirmez votre inscription sur Cactus",
    salutation: bonjour,
    corps: (p, jeton) => [
      {
        p: `Vous vous inscrivez sur Cactus pour la formation «\u00a0${p.formation}\u00a0». Confirmez votre adresse pour ouvrir votre dossier.`,
      },
      { button: ["Confirmer mon inscription", `${p.url}/#/inscription/${jeton}`] },
      {
        p: "Ce lien fonctionne une seule fois, pendant 24\u00a0heures. Si vous n’avez rien demandé, ignorez ce message.",
      },
    ],
    secret: "jeton",
    renvoyable: {
      raison:
        "Le lien de ce courriel ne peut plus servir\u00a0: la personne peut s’inscrire de nouveau avec son code d’accès.",
    },
    deuxFois: true,
  }),

  /** Somebody signs up with an address that already has an account. */
  dejaInscrit: mail({
    params: z.object({ cfa: z.string(), url: z.string() }),
    to: "personne",
    sujet: () => "Vous avez déjà un compte Cactus",
    salutation: bonjour,
    corps: (p) => [
      { p: "Une inscription vient d’être demandée sur Cactus avec votre adresse, qui a déjà un compte." },
      {
        p: "Connectez-vous par le volet gauche de l’écran d’accueil\u00a0; si vous avez oublié votre mot de passe, cliquez sur «\u00a0Mot de passe oublié\u00a0».",
      },
      { button: ["Ouvrir Cactus", p.url] },
    ],
    secret: "aucun",
    renvoyable: true,
    deuxFois: false,
  }),

  messageEssai: mail({
    params: z.object({ cfa: z.string() }),
    to: "personne",
    sujet: () => "Message d’essai de Cactus",
    salutation: bonjour,
    corps: () => [
      { p: "Ceci est un message d’essai\u00a0: le serveur d’envoi réglé dans Cactus fonctionne." },
    ],
    secret: "aucun",
    renvoyable: { raison: "Un message d’essai s’envoie depuis «\u00a0Réglages\u00a0»." },
    deuxFois: false,
  }),
};

export type MailName = keyof typeof mails;
export const mailNames = Object.keys(mails) as readonly MailName[];
export type MailParams<N extends MailName> = z.infer<(typeof mails)[N]["params"]>;
export type MailSecret<N extends MailName> = SecretText<(typeof mails)[N]["secret"]>;

/** Mails that go to parties of a dossier, found by `announce`. */
export type StepName = {
  [N in MailName]: (typeof mails)[N]["to"] extends "personne" ? never : N;
}[MailName];
/** What `announce` does not know by itself, and its caller says. */
export type StepExtra<N extends StepName> = Omit<MailParams<N>, keyof StepParams>;

/** An entry whose name is only known when running: parameters must have been parsed by its own schema. */
export type AnyMail = MailEntry<z.ZodObject, Recipients, SecretKind>;
export const entryOf = (name: MailName): AnyMail => mails[name] as unknown as AnyMail;
export const findMail = (modele: string): AnyMail | undefined =>
  Object.hasOwn(mails, modele) ? entryOf(modele as MailName) : undefined;

export interface Renvoi {
  readonly permis: boolean;
  /** Why not, in French, and what to do instead. */
  readonly raison?: string;
  readonly lieu?: "dossier";
}

/** « Renvoyer »: what the server accepts, and what the screens offer. Once gone or failed, its secret is erased. */
export const resend = ({ modele, statut }: { modele: string; statut: StatutCourriel }): Renvoi => {
  const entry = findMail(modele);
  if (!entry)
    return {
      permis: false,
      raison: "Cette version de Cactus ne connaît plus ce courriel\u00a0: il ne peut pas être renvoyé.",
    };
  if (statut === "leased") return { permis: false, raison: "Ce courriel est en cours d’envoi." };
  const complete = statut === "due" || statut === "uncertain";
  return complete || entry.renvoyable === true ? { permis: true } : { permis: false, ...entry.renvoyable };
};
