import { z } from "zod";
import { onglets } from "../../dossier/kernel.ts";
import { gravites } from "../../rules/finding.ts";
import { instant } from "./base.ts";

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

/** What a list counts as missing: empty or to correct, a field of two tabs counted in each. */
export const missingIn = (completude: Completude): number =>
  completude.onglets.reduce((sum, tab) => sum + tab.manquants.length + tab.invalides.length, 0);
