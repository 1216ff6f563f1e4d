import { z } from "zod";
import { portalQualites } from "../workflow/index.ts";
import type { Block } from "./blocks.ts";
import type { NotAgain } from "./mail.ts";

/** What several mails share: their parameters and their paragraphs. */

export const bonjour = (): string => "Bonjour,";
export const bonjourNom = ({ nom }: { nom: string }): string => (nom ? `Bonjour ${nom},` : "Bonjour,");

/** A dossier’s step, told to its parties: these parameters are given by `announce`. */
export const etape = z.object({
  cfa: z.string(),
  reference: z.string(),
  alternant: z.string(),
  formation: z.string(),
  qualite: z.enum(portalQualites),
  lien: z.string(),
});
export type StepParams = z.infer<typeof etape>;

export const retour = etape.extend({ motif: z.string(), par: z.string() });
export const ouvrirLeDossier = ({ lien }: StepParams): Block => ({ button: ["Ouvrir le dossier", lien] });
export const aCorriger = (p: z.infer<typeof retour>): readonly Block[] => [
  {
    p: `Le dossier ${p.reference} (${p.alternant}, «\u00a0${p.formation}\u00a0») est à corriger${p.par ? `, à la demande de ${p.par}` : ""}\u00a0:`,
  },
  ...(p.motif ? [{ quote: p.motif }] : []),
  { p: "Modifiez les données concernées, puis demandez de nouveau la validation." },
  ouvrirLeDossier(p),
];

export const invitation = z.object({
  cfa: z.string(),
  formation: z.string(),
  nom: z.string(),
  /** Name of the alternant, for the company’s mail. */
  alternant: z.string(),
  courriel: z.string(),
  url: z.string(),
  /** French date until which the generated password works. */
  expire: z.string(),
  /** The person already chose a password: it still works. */
  motDePasseHabituel: z.boolean(),
});
type InvitationParams = z.infer<typeof invitation>;

export const votreAcces = ({ cfa }: InvitationParams): string => `Votre accès à Cactus – ${cfa || "CFA"}`;
export const acces = (p: InvitationParams, secret: string | undefined): readonly Block[] => [
  { p: "Pour vous connecter, utilisez le volet gauche de l’écran d’accueil\u00a0:" },
  {
    facts: [
      ["Adresse", p.courriel],
      p.motDePasseHabituel || !secret
        ? ["Mot de passe", "celui que vous avez déjà choisi"]
        : ["Mot de passe", secret],
    ],
  },
  { button: ["Ouvrir Cactus", p.url] },
  ...(p.motDePasseHabituel
    ? []
    : [
        {
          p: `Ce mot de passe a été généré par Cactus. Il fonctionne jusqu’au ${p.expire}\u00a0; à la première connexion, vous choisirez le vôtre.`,
        },
      ]),
  {
    p: "Vous avez égaré ce message\u00a0? Sur la page d’accueil, cliquez sur «\u00a0Mot de passe oublié\u00a0» et saisissez cette même adresse.",
  },
];
export const depuisLeDossier: NotAgain = {
  raison: "Une invitation se renvoie depuis le dossier\u00a0: un nouveau mot de passe est alors généré.",
  lieu: "dossier",
};
