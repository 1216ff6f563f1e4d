import { type ContractRouterClient, eventIterator } from "@orpc/contract";
import { z } from "zod";
import { base } from "../errors.ts";

/** A place inside the application, as its own address bar would say it: `/dossiers?etats=demande`. */
export const chemin = z
  .string()
  .max(300)
  .regex(/^\/(?!\/)[\w/?=&%.,~+-]*$/);

/** A new version: being looked for, absent, on its way, ready to be installed, or refused. */
export const miseAJour = z.discriminatedUnion("etat", [
  z.object({ etat: z.literal("aucune") }),
  z.object({ etat: z.literal("recherche") }),
  z.object({ etat: z.literal("telechargement"), version: z.string(), part: z.number().min(0).max(1) }),
  z.object({ etat: z.literal("prete"), version: z.string() }),
  z.object({ etat: z.literal("refusee"), message: z.string() }),
]);
export type MiseAJour = z.infer<typeof miseAJour>;

/** What the menu, the mouse or the keyboard asks of the screen. */
export const commandes = [
  "precedent",
  "suivant",
  "palette",
  "rechercher",
  "imprimer",
  "enregistrer-sous",
  "aide",
  "verrouiller",
] as const;
export type Commande = (typeof commandes)[number];

export const evenementPoste = z.discriminatedUnion("type", [
  z.object({ type: z.literal("aller"), chemin }),
  /** `cactus://dossier/D2026-00042`: the screen finds whose it is, or says that there is none. */
  z.object({ type: z.literal("lien"), reference: z.string().max(40) }),
  z.object({ type: z.literal("commande"), commande: z.enum(commandes) }),
  z.object({ type: z.literal("dire"), ton: z.enum(["information", "erreur"]), message: z.string() }),
  /** A document was written where the user chose; `id` shows it in its folder. */
  z.object({ type: z.literal("enregistre"), id: z.uuid(), nom: z.string() }),
  z.object({ type: z.literal("mise-a-jour"), miseAJour }),
  /** The machine woke up, or came back to its session: what is shown may be old. */
  z.object({ type: z.literal("reveil") }),
]);
export type EvenementPoste = z.infer<typeof evenementPoste>;

/**
 * What a workstation can do for the page it shows, and what it tells it. Served beside the staff contract on the
 * Electron message port only: a browser has its own ways, and no other program reaches this. It names no person’s
 * data but what a notification shows on this very screen.
 */
export const posteContract = {
  poste: {
    etat: base.output(
      z.object({
        plateforme: z.enum(["win32", "darwin", "linux"]),
        version: z.string(),
        /** The data folder in words, where it is not the workstation’s own (« démonstration », a path). */
        dossier: z.string().optional(),
        miseAJour,
      }),
    ),
    /** Everything since the last event that no page took; one listener at a time, the newest page’s. */
    evenements: base.output(eventIterator(evenementPoste)),
    /** A notification of the system; clicking it brings the window forward at `chemin`. */
    notifier: base.input(
      z.object({ titre: z.string().max(120), corps: z.string().max(300), chemin: chemin.optional() }),
    ),
    /** What waits for this person: the number on the icon. */
    attente: base.input(z.object({ nombre: z.int().min(0).max(9999) })),
    /** Part done of a long task, on the taskbar; null: none is running. */
    progression: base.input(z.object({ part: z.number().min(0).max(1).nullable() })),
    /** « Afficher dans le dossier », for a document announced by an event. */
    montrer: base.input(z.object({ id: z.uuid() })),
    chercherMiseAJour: base,
    /** « Redémarrer »; refused in words while a pack is being made. */
    installerMiseAJour: base,
  },
};
export type PosteContract = typeof posteContract;
export type PosteClient = ContractRouterClient<PosteContract>;
