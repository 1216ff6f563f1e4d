import { implement, ORPCError } from "@orpc/server";
import { BaseRefusee } from "../../db/errors.ts";
import { DossierFige, VersionConflict } from "../../db/ports.ts";
import { staffContract } from "../../shared/api/staff/index.ts";
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

const statuses: Readonly<Record<BusinessError["code"], number>> = {
  NON_CONNECTE: 401,
  INTERDIT: 403,
  INTROUVABLE: 404,
  IMPOSSIBLE: 409,
  CONFLIT: 409,
  SAISIE_INVALIDE: 422,
  INCOMPLET: 422,
  TROP_DE_TENTATIVES: 429,
  INDISPONIBLE: 503,
};

/** Turns what a use case throws into the contract’s typed errors; anything else stays an internal error. */
export const toOrpcError = (error: unknown): unknown => {
  if (error instanceof BusinessError)
    return new ORPCError(error.code, {
      status: statuses[error.code],
      message: error.message,
      ...(error.data === undefined ? {} : { data: error.data }),
    });
  if (error instanceof VersionConflict)
    return new ORPCError("CONFLIT", {
      status: 409,
      message: "Quelqu’un a modifié ces données entre-temps\u00a0: relisez-les avant de recommencer.",
      data: { version: error.current },
    });
  if (error instanceof DossierFige)
    return new ORPCError("IMPOSSIBLE", {
      status: 409,
      message: "Le dossier est validé\u00a0: ses données sont figées, aucune modification n’est possible.",
    });
  // Disk full, database locked or damaged: said as it is, with what to do.
  if (error instanceof BaseRefusee)
    return new ORPCError("INDISPONIBLE", { status: statuses.INDISPONIBLE, message: error.message });
  return error;
};

export const os = implement(staffContract)
  .$context<CallContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw toOrpcError(error);
    }
  });
