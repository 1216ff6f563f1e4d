import { z } from "zod";
import { documentTypes } from "../../workflow/index.ts";
import { base } from "../errors.ts";
import { id } from "../models.ts";

const types = z
  .array(z.enum(documentTypes))
  .min(1)
  .default([...documentTypes]);
const tache = z.object({
  id,
  etat: z.enum(["en-cours", "terminee", "annulee", "en-echec"]),
  fait: z.int(),
  total: z.int(),
  /** What could not be put in the pack, and why. */
  refus: z.array(z.object({ reference: z.string(), raison: z.string() })),
  nomFichier: z.string(),
  erreur: z.string().optional(),
});

export const documents = {
  produire: base.input(z.object({ id, type: z.enum(documentTypes) })).output(z.file()),
  /** Rehearsal before a pack: what would go in, what would not and why. */
  repeter: base.input(z.object({ ids: z.array(id).min(1).max(500), types })).output(
    z.object({
      possibles: z.array(z.object({ id, reference: z.string(), types: z.array(z.enum(documentTypes)) })),
      refus: z.array(z.object({ id, reference: z.string(), raison: z.string() })),
    }),
  ),
  lancerLiasse: base.input(z.object({ ids: z.array(id).min(1).max(500), types })).output(tache),
  tache: base.input(z.object({ id })).output(tache),
  annuler: base.input(z.object({ id })).output(tache),
  recupererLiasse: base.input(z.object({ id })).output(z.file()),
};
