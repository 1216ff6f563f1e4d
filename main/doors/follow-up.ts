import type { Deps } from "../deps.ts";
import {
  addLife,
  readDeposit,
  readLife,
  removeLife,
  saveDeposit,
  updateLife,
} from "../follow-up/follow-up.ts";
import type { Authed } from "./staff-door.ts";

export const followUpRouter = (deps: Deps, { suivi: os }: Authed) => {
  return {
    lireDepot: os.lireDepot.handler(({ context, input }) => readDeposit(deps)(context.actor, input.id)),
    ecrireDepot: os.ecrireDepot.handler(({ context, input }) =>
      saveDeposit(deps)(context.actor, input.id, input.version, input.depot),
    ),
    vie: os.vie.handler(({ context, input }) => readLife(deps)(context.actor, input.id)),
    ajouter: os.ajouter.handler(({ context, input }) => addLife(deps)(context.actor, input.id, input.entree)),
    modifier: os.modifier.handler(({ context, input }) =>
      updateLife(deps)(context.actor, input.id, input.entreeId, input.version, input.entree),
    ),
    retirer: os.retirer.handler(({ context, input }) =>
      removeLife(deps)(context.actor, input.id, input.entreeId),
    ),
  };
};
