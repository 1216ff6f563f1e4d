import { z } from "zod";
import { instant } from "./base.ts";

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
