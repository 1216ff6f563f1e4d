import { oc } from "@orpc/contract";
import { z } from "zod";

/** The business errors of both contracts; `message` is always a French sentence a person can act on. */
const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const fieldIssue = z.object({ champ: z.string(), message: z.string() });
export const fieldConflict = z.object({
  champ: z.string(),
  libelle: z.string(),
  /** What this person typed, and what is stored now, by whom: the screen shows both and lets choose. */
  votre: value,
  actuel: value,
  par: z.string().optional(),
  le: z.string().optional(),
});

export const base = oc.errors({
  NON_CONNECTE: { status: 401, message: "Connectez-vous pour continuer." },
  INTERDIT: { status: 403, message: "Votre rôle ne permet pas cette action." },
  INTROUVABLE: { status: 404, message: "Élément introuvable." },
  /** The workflow refuses: `message` says why and what to do. */
  IMPOSSIBLE: { status: 409, message: "Action impossible." },
  /** Somebody wrote in between; read again, choose, send again. */
  CONFLIT: {
    status: 409,
    message: "Quelqu’un a modifié ces données entre-temps.",
    data: z.object({ version: z.int() }),
  },
  SAISIE_INVALIDE: {
    status: 422,
    message: "La saisie est à corriger.",
    data: z.object({ champs: z.array(fieldIssue) }),
  },
  INCOMPLET: {
    status: 422,
    message: "Il manque des informations.",
    data: z.object({ manquants: z.array(fieldIssue) }),
  },
  TROP_DE_TENTATIVES: {
    status: 429,
    message: "Trop de tentatives\u00a0: réessayez dans quelques instants.",
    data: z.object({ attendreSecondes: z.int() }),
  },
  INDISPONIBLE: { status: 503, message: "Service momentanément indisponible\u00a0: réessayez." },
});
