import { ORPCError } from "@orpc/server";
import { BaseRefusee } from "../../db/errors.ts";
import { DossierFige, VersionConflict } from "../../db/ports.ts";
import { type ErrorCode, errors } from "../../shared/catalogues/errors.ts";
import { isProcedure, type Right, rights } from "../../shared/catalogues/rights.ts";
import { phraseFige } from "../../shared/workflow/index.ts";
import type { Actor } from "../deps.ts";
import { BusinessError, interdit } from "../errors.ts";

const refusal = (code: ErrorCode, message: string, data?: unknown): ORPCError<ErrorCode, unknown> =>
  new ORPCError(code, { status: errors[code].status, message, ...(data === undefined ? {} : { data }) });

/** Turns what a use case throws into the contract’s typed errors; anything else stays an internal error. */
export const toOrpcError = (error: unknown): unknown => {
  if (error instanceof BusinessError) return refusal(error.code, error.message, error.data);
  if (error instanceof VersionConflict)
    return refusal("CONFLIT", errors.CONFLIT.phrase, { version: error.current });
  if (error instanceof DossierFige) return refusal("IMPOSSIBLE", phraseFige);
  // Disk full, database locked or damaged: said as it is, with what to do.
  if (error instanceof BaseRefusee) return refusal("INDISPONIBLE", error.message);
  return error;
};

/** Both doors answer every fault in the words of the catalogue. */
export const inFrench = async <T>(next: () => PromiseLike<T> | T): Promise<T> => {
  try {
    return await next();
  } catch (error) {
    throw toOrpcError(error);
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
