import { z } from "zod";

/** « 7F3A-22 »: what a person reads to the support, and what finds the line of the log. */
export const incidentReference = z.string().regex(/^[0-9A-F]{4}-[0-9A-F]{2}$/);

/** The sentence of an unforeseen error: never its own text, which may hold anything. */
export const phraseIncident = (reference: string): string =>
  `Une erreur inattendue s’est produite\u00a0: réessayez\u202f; si elle se répète, prévenez l’administrateur du CFA. Référence ${reference}.`;

/** Where in the application’s files an error went through. */
export const cadre = z.object({
  fichier: z.string().regex(/^[\w@.+/-]{1,200}$/),
  ligne: z.int().min(1).max(999_999),
  colonne: z.int().min(1).max(999_999),
});
export type Cadre = z.infer<typeof cadre>;
export const MAX_CADRES = 20;

/** The names of errors that a log or a report may hold: a name of its own could be anything. */
export const errorTypes = [
  "Error",
  "AbortError",
  "AggregateError",
  "BaseAbimee",
  "BaseEtrangere",
  "BaseIndisponible",
  "BasePlusRecente",
  "BusinessError",
  "ChunkLoadError",
  "DOMException",
  "DataCloneError",
  "DatabaseError",
  "EvalError",
  "FastifyError",
  "InvalidStateError",
  "NotFoundError",
  "ORPCError",
  "QuotaExceededError",
  "RangeError",
  "ReferenceError",
  "SqliteError",
  "SyntaxError",
  "SystemError",
  "TimeoutError",
  "TypeError",
  "URIError",
  "ValidationError",
  "VersionConflict",
  "ZodError",
  "$ZodError",
  "inconnu",
] as const;
export type ErrorType = (typeof errorTypes)[number];
export const errorType = (name: unknown): ErrorType =>
  errorTypes.includes(name as ErrorType) ? (name as ErrorType) : "inconnu";

/** How an error of a screen came up: while drawing, in a script, in a promise that nobody awaited. */
export const naturesEcran = ["rendu", "script", "promesse"] as const;

/** What a screen may say of its own error: no word of it, only its kind and where it went through. */
export const rapportEcran = z.object({
  nature: z.enum(naturesEcran),
  type: z.enum(errorTypes).catch("inconnu"),
  cadres: z.array(cadre).max(MAX_CADRES),
});
export type RapportEcran = z.infer<typeof rapportEcran>;
