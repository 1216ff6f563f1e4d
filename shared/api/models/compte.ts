import { z } from "zod";
import { staffRoles } from "../../workflow/index.ts";
import { id, instant } from "./base.ts";

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
