import { z } from "zod";
import { id, instant } from "./base.ts";

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
