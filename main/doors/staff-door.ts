import { implement } from "@orpc/server";
import { staffContract } from "../../shared/api/staff/index.ts";
import { authenticate } from "../access/session.ts";
import type { Actor, Deps } from "../deps.ts";
import { nonConnecte } from "../errors.ts";
import { assertRole, inFrench, rightOf } from "./rpc.ts";

/** What a host gives with each call: the bearer token of the window, if it has one. */
export interface CallContext {
  readonly jeton?: string;
}

/**
 * The staff’s door: who calls, and whether the catalogue lets their role in. `open` serves the procedures that need
 * nobody signed in; every other handler receives `context.actor`.
 */
export const staffDoor = (deps: Deps) => {
  const open = implement(staffContract)
    .$context<CallContext>()
    .use(({ path, next }) => inFrench({ log: deps.log, porte: "poste", path }, next))
    .use(async ({ context, path, next }) => {
      const right = rightOf(path);
      const actor: Actor | undefined =
        right.acces === "public" ? undefined : await authenticate(deps)(context.jeton);
      if (actor) assertRole(right, actor.role);
      return next({ context: { actor } });
    });
  const authed = open.use(async ({ context, next }) => {
    const { actor } = context;
    if (!actor) throw nonConnecte();
    return next({ context: { actor } });
  });
  return { open, authed };
};
export type StaffDoor = ReturnType<typeof staffDoor>;
export type Authed = StaffDoor["authed"];
