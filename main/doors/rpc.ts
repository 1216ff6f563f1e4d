import { implement, ORPCError } from "@orpc/server";
import { BaseRefusee } from "../../db/errors.ts";
import { DossierFige, VersionConflict } from "../../db/ports.ts";
import { staffContract } from "../../shared/api/staff/index.ts";
import { type ErrorCode, errors } from "../../shared/catalogues/errors.ts";
import { phraseFige } from "../../shared/workflow/index.ts";
import type { Actor } from "../deps.ts";
import { BusinessError } from "../errors.ts";

/** What a host gives with each call: the bearer token of the window, if it has one. */
export interface CallContext {
  readonly jeton?: string;
}
/** What handlers receive once the session is known. */
export interface StaffContext extends CallContext {
  readonly actor: Actor;
}

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

const refusal = (code: ErrorCode, message: string, data?: unknown): ORPCError<ErrorCode, unknown> =>
  new ORPCError(code, { status: errors[code].status, message, ...(data === undefined ? {} : { data }) });

export const os = implement(staffContract)
  .$context<CallContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw toOrpcError(error);
    }
  });
