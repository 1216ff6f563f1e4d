import { z } from "zod";
import { type StatutCourriel, statutsCourriel } from "../../catalogues/mail.ts";
import { id, instant } from "./base.ts";

export { statutsCourriel };

export const statutCourrielLabels: Readonly<Record<StatutCourriel, string>> = {
  due: "À envoyer",
  leased: "Envoi en cours",
  sent: "Envoyé",
  failed: "En échec",
  uncertain: "Incertain",
};

/** « Renvoyer »: whether the server accepts it from this person, or why not and where it is done instead. */
export const renvoi = z.object({
  permis: z.boolean(),
  raison: z.string().optional(),
  lieu: z.literal("dossier").optional(),
});

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
  renvoi,
});

export type Courriel = z.infer<typeof courriel>;
