import { authenticate } from "../access/session.ts";
import type { Deps } from "../deps.ts";
import { os } from "./rpc.ts";

/** The staff contract for signed-in people: every handler receives `context.actor`, or the call is refused. */
export const authed = (deps: Deps) =>
  os.use(async ({ context, next }) => next({ context: { actor: await authenticate(deps)(context.jeton) } }));
