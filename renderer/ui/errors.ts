import { ORPCError } from "@orpc/client";
import { type ErrorCode, type FieldIssue, isErrorCode } from "../../shared/catalogues/errors.ts";
import { incidentReference } from "../../shared/catalogues/incidents.ts";
import { LinkCut } from "./port-link.ts";

const offline = "Le serveur de Cactus ne répond pas\u00a0: vérifiez qu’il est démarré, puis réessayez.";
const unexpected =
  "Une erreur inattendue s’est produite\u00a0: réessayez\u202f; si elle se répète, prévenez l’administrateur du CFA.";

export const hasCode = (error: unknown, code: ErrorCode): boolean =>
  error instanceof ORPCError && error.code === code;

/** The reference of an error that nobody foresaw; the log knows it. */
export const referenceOf = (error: unknown): string | undefined => {
  if (!(error instanceof ORPCError) || error.code !== ("INATTENDUE" satisfies ErrorCode)) return undefined;
  const read = incidentReference.safeParse((error.data as { reference?: unknown } | undefined)?.reference);
  return read.success ? read.data : undefined;
};

/** Nobody answered: the call may be tried again as it is. */
export const isOffline = (error: unknown): boolean =>
  error instanceof ORPCError
    ? error.status === 502 || error.status === 503 || error.status === 504
    : error instanceof Error;

/** A French sentence for any error of a call; what the contract says when it says something. */
export const frenchError = (error: unknown): string => {
  if (error instanceof ORPCError) {
    // What the catalogue names already carries a French sentence written for the person.
    if (isErrorCode(error.code)) return error.message;
    if (error.code === "BAD_REQUEST")
      return "La demande n’a pas été comprise\u00a0: vérifiez votre saisie, puis réessayez.";
    if (error.code === "PAYLOAD_TOO_LARGE")
      return "Le fichier est trop volumineux\u00a0: réduisez-le, puis réessayez.";
    if (error.code === "UNAUTHORIZED") return "Connectez-vous pour continuer.";
    return isOffline(error) ? offline : unexpected;
  }
  if (error instanceof LinkCut) return error.message;
  if (error instanceof DOMException && error.name === "AbortError") return "L’opération a été annulée.";
  return error instanceof Error ? offline : unexpected;
};

/** The fields a SAISIE_INVALIDE or an INCOMPLET names, in the server’s order; [] for any other error. */
export const fieldIssuesOf = (error: unknown): readonly FieldIssue[] => {
  if (!(error instanceof ORPCError)) return [];
  const data = error.data as { champs?: unknown; manquants?: unknown } | undefined;
  const raw = Array.isArray(data?.champs)
    ? data.champs
    : Array.isArray(data?.manquants)
      ? data.manquants
      : [];
  return raw.filter(
    (one: Partial<FieldIssue> | null): one is FieldIssue =>
      typeof one?.champ === "string" && typeof one.message === "string",
  );
};
