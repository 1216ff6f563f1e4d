import { type Block, layout, type Mail } from "./layout.ts";

export interface InvitationParams {
  readonly cfa: string;
  readonly formation: string;
  readonly nom: string;
  /** Name of the alternant, for the company’s mail. */
  readonly alternant: string;
  readonly courriel: string;
  readonly url: string;
  /** French date until which the generated password works. */
  readonly expire: string;
  /** The person already chose a password: it still works. */
  readonly motDePasseHabituel: boolean;
}

const hello = (nom: string): string => (nom ? `Bonjour ${nom},` : "Bonjour,");

const access = (params: InvitationParams, secret: string | undefined): readonly Block[] => [
  { p: "Pour vous connecter, utilisez le volet gauche de l’écran d’accueil\u00a0:" },
  {
    facts: [
      ["Adresse", params.courriel],
      params.motDePasseHabituel || !secret
        ? ["Mot de passe", "celui que vous avez déjà choisi"]
        : ["Mot de passe", secret],
    ],
  },
  { button: ["Ouvrir Cactus", params.url] },
  ...(params.motDePasseHabituel
    ? []
    : [
        {
          p: `Ce mot de passe a été généré par Cactus. Il fonctionne jusqu’au ${params.expire}\u00a0; à la première connexion, vous choisirez le vôtre.`,
        },
      ]),
  {
    p: "Vous avez égaré ce message\u00a0? Sur la page d’accueil, cliquez sur «\u00a0Mot de passe oublié\u00a0» et saisissez cette même adresse.",
  },
];

/** G1: the formation has registered the alternant. */
export const invitationAlternant = (params: InvitationParams, secret?: string): Mail =>
  layout(params.cfa, hello(params.nom), [
    {
      p: `La formation «\u00a0${params.formation}\u00a0» vous a inscrit(e) sur Cactus, où se prépare votre contrat d’alternance.`,
    },
    ...access(params, secret),
    {
      p: "Le premier écran, «\u00a0Données de base\u00a0», permet aussi d’inviter la personne qui gère votre contrat dans l’entreprise\u00a0: préparez le SIRET de l’entreprise et l’adresse de votre contact.",
    },
  ]);

/** G6: the alternant’s contact in the company. */
export const invitationEntreprise = (params: InvitationParams, secret?: string): Mail =>
  layout(params.cfa, hello(params.nom), [
    {
      p: `${params.alternant || "Un alternant"} prépare son contrat d’alternance dans votre entreprise pour la formation «\u00a0${params.formation}\u00a0». Vous pouvez compléter avec lui le dossier sur Cactus\u00a0: employeur, contrat, maître d’apprentissage ou tuteur.`,
    },
    ...access(params, secret),
  ]);

/** G7, G18: the head of a formation validates its dossiers. */
export const invitationFormation = (params: InvitationParams, secret?: string): Mail =>
  layout(params.cfa, hello(params.nom), [
    {
      p: `Vous êtes responsable de la formation «\u00a0${params.formation}\u00a0». Cactus vous préviendra à chaque demande de validation\u00a0; vous y validez les dossiers ou les retournez avec un motif.`,
    },
    ...access(params, secret),
  ]);
