import type { Deps } from "../deps.ts";
import { enterEconomics, readEconomics, reopenEconomics, validateEconomics } from "../review/economics.ts";
import type { Authed } from "./staff-door.ts";

export const reviewRouter = (deps: Deps, { economie: os }: Authed) => {
  return {
    lire: os.lire.handler(({ context, input }) => readEconomics(deps)(context.actor, input.id)),
    saisir: os.saisir.handler(({ context, input }) =>
      enterEconomics(deps)(context.actor, input.id, input.version, input.saisie),
    ),
    valider: os.valider.handler(({ context, input }) =>
      validateEconomics(deps)(context.actor, input.id, input.version),
    ),
    rouvrir: os.rouvrir.handler(({ context, input }) =>
      reopenEconomics(deps)(context.actor, input.id, input.version, input.motif),
    ),
  };
};
