import { z } from "zod";
import { incidentReference } from "./incidents.ts";

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

/** One field to correct: its id in the schema (or its place in a form), and a French sentence (problem and remedy). */
export const fieldIssue = z.object({ champ: z.string(), message: z.string() });
export type FieldIssue = z.infer<typeof fieldIssue>;

/** Somebody else changed the field meanwhile: what this person typed and what is stored, by whom, to choose from. */
export const fieldConflict = z.object({
  champ: z.string(),
  libelle: z.string(),
  votre: value,
  actuel: value,
  par: z.string().optional(),
  le: z.string().optional(),
});
export type FieldConflict = z.infer<typeof fieldConflict>;

/**
 * Everything Cactus may answer instead of a result: code → HTTP status, usual French sentence, and what travels with
 * it. Contracts, server, screens and tests read this entry; adding an error is adding a line.
 */
export const errors = {
  NON_CONNECTE: { status: 401, phrase: "Connectez-vous pour continuer." },
  INTERDIT: { status: 403, phrase: "Votre rôle ne permet pas cette action." },
  INTROUVABLE: { status: 404, phrase: "Élément introuvable." },
  /** The workflow refuses: the message says why and what to do. */
  IMPOSSIBLE: { status: 409, phrase: "Action impossible." },
  /** Somebody wrote in between; read again, choose, send again. */
  CONFLIT: {
    status: 409,
    phrase: "Quelqu’un a modifié ces données entre-temps\u00a0: relisez-les avant de recommencer.",
    data: z.object({ version: z.int() }),
  },
  SAISIE_INVALIDE: {
    status: 422,
    phrase: "La saisie est à corriger.",
    data: z.object({ champs: z.array(fieldIssue) }),
  },
  INCOMPLET: {
    status: 422,
    phrase: "Il manque des informations.",
    data: z.object({ manquants: z.array(fieldIssue) }),
  },
  TROP_DE_TENTATIVES: {
    status: 429,
    phrase: "Trop de tentatives\u00a0: réessayez dans quelques instants.",
    data: z.object({ attendreSecondes: z.int() }),
  },
  /** Nobody foresaw it: the log knows it under this reference. */
  INATTENDUE: {
    status: 500,
    phrase: "Une erreur inattendue s’est produite.",
    data: z.object({ reference: incidentReference }),
  },
  INDISPONIBLE: { status: 503, phrase: "Service momentanément indisponible\u00a0: réessayez." },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

interface ErrorEntry {
  readonly status: number;
  readonly phrase: string;
  readonly data?: z.ZodType;
}
type Errors = typeof errors;
export type ErrorCode = keyof Errors;
/** What travels with an error; undefined for those that carry nothing. */
export type ErrorData<C extends ErrorCode> = Errors[C] extends { readonly data: infer D extends z.ZodType }
  ? z.infer<D>
  : undefined;

export const errorCodes = Object.keys(errors) as readonly ErrorCode[];
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(errors, code);
