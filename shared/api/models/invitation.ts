import { z } from "zod";
import { portalQualites } from "../../workflow/index.ts";
import { id, instant } from "./base.ts";
import { statutsCourriel } from "./courriel.ts";

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
