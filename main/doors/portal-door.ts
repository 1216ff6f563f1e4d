import { implement } from "@orpc/server";
import { z } from "zod";
import { portalContract } from "../../shared/api/portal/index.ts";
import { actorOn, type PortalPerson } from "../access/people.ts";
import type { Actor, Deps } from "../deps.ts";
import { interdit, nonConnecte } from "../errors.ts";
import { assertRole, inFrench, rightOf } from "./rpc.ts";

/** What the portal’s server gives with each call. */
export interface PortalContext {
  /** Network address of the caller, for limits only. */
  readonly from: string;
  readonly person?: PortalPerson;
  readonly csrf?: string;
  /** The session cookie to set (a token) or to clear (null) with the answer. */
  readonly cookie: { jeton?: string | null };
}

const parId = z.looseObject({ id: z.string() });

/**
 * The portal’s door: who calls, what they are to the dossier the call names, and whether the catalogue lets that in.
 * A generated password is replaced before any dossier is reached (G1).
 */
export const portalDoor = (deps: Deps) => {
  const open = implement(portalContract)
    .$context<PortalContext>()
    .use(({ path, next }) => inFrench({ log: deps.log, porte: "portail", path }, next))
    .use(async ({ context, path, next }, input: unknown) => {
      const right = rightOf(path);
      if (right.acces !== "public" && !context.person) throw nonConnecte();
      let actor: Actor | undefined;
      if (path[0] === "dossiers" && context.person?.compte.provisoire)
        throw interdit("Choisissez d’abord votre mot de passe.");
      if (right.acces === "roles") {
        const named = parId.safeParse(input);
        if (!named.success) throw interdit();
        actor = await actorOn(deps)(context.person, named.data.id);
        assertRole(right, actor.role);
      }
      return next({ context: { actor } });
    });
  const onDossier = open.use(async ({ context, next }) => {
    const { actor } = context;
    if (!actor) throw nonConnecte();
    return next({ context: { actor } });
  });
  return { open, onDossier };
};
