import { ORPCError } from "@orpc/server";
import { BaseRefusee } from "../../db/errors.ts";
import { DossierFige, VersionConflict } from "../../db/ports.ts";
import { type ErrorCode, errors } from "../../shared/catalogues/errors.ts";
import { phraseIncident } from "../../shared/catalogues/incidents.ts";
import { isProcedure, type Right, rights } from "../../shared/catalogues/rights.ts";
import { phraseFige } from "../../shared/workflow/index.ts";
import type { Actor } from "../deps.ts";
import { BusinessError, interdit } from "../errors.ts";
import { recordIncident } from "../incident.ts";
import type { Log } from "../log.ts";

const refusal = (code: ErrorCode, message: string, data?: unknown): ORPCError<ErrorCode, unknown> =>
  new ORPCError(code, { status: errors[code].status, message, ...(data === undefined ? {} : { data }) });

/** Turns what a use case throws into the contract’s typed errors; undefined for what nobody foresaw. */
export const toOrpcError = (error: unknown): ORPCError<string, unknown> | undefined => {
  if (error instanceof BusinessError) return refusal(error.code, error.message, error.data);
  if (error instanceof VersionConflict)
    return refusal("CONFLIT", errors.CONFLIT.phrase, { version: error.current });
  if (error instanceof DossierFige) return refusal("IMPOSSIBLE", phraseFige);
  // Disk full, database locked or damaged: said as it is, with what to do.
  if (error instanceof BaseRefusee) return refusal("INDISPONIBLE", error.message);
  // oRPC’s own refusals (an input that is not the contract’s); what it says of an output is for the log.
  return error instanceof ORPCError && error.status < 500 ? error : undefined;
};

/** What an unforeseen error is to the caller: a sentence and the reference of the log, never its own text. */
export const incidentError = (reference: string): ORPCError<ErrorCode, unknown> =>
  refusal("INATTENDUE", phraseIncident(reference), { reference });

/** From here on, somebody waited. */
const SLOW_MS = 2000;

/** A procedure being called through one of the doors. */
export interface Call {
  readonly log: Log;
  readonly porte: "poste" | "portail";
  readonly path: readonly string[];
}

/**
 * Both doors answer every fault in the words of the catalogue; the log keeps what nobody foresaw, what the database
 * refused, and calls that were slow.
 */
export const inFrench = async <T>(
  { log, porte, path }: Call,
  next: () => PromiseLike<T> | T,
  slowMs = SLOW_MS,
): Promise<T> => {
  const since = performance.now();
  const name = path.join(".");
  const procedure = isProcedure(name) ? name : undefined;
  try {
    return await next();
  } catch (error) {
    const known = toOrpcError(error);
    if (known && known.status < 500) throw known;
    const reference = recordIncident(log, error, { lieu: porte, ...(procedure ? { procedure } : {}) });
    throw known ?? incidentError(reference);
  } finally {
    const ms = performance.now() - since;
    if (procedure && ms >= slowMs) log.say("appel-lent", { porte, procedure, ms });
  }
};

/** The right of a called procedure. A procedure that has none is nobody’s: its contract does not compile. */
export const rightOf = (path: readonly string[]): Right => {
  const name = path.join(".");
  if (!isProcedure(name)) throw interdit();
  return rights[name];
};

/** The allow-list of the catalogue, asserted before anything is read. */
export const assertRole = (right: Right, role: Actor["role"]): void => {
  if (right.acces === "roles" && (role === "systeme" || !right.roles[role])) throw interdit();
};
