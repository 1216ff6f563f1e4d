import type { RapportEcran } from "../shared/catalogues/incidents.ts";
import type { Deps } from "./deps.ts";
import { newReference, screenFrames } from "./incident.ts";
import { createRateLimiter } from "./rate-limiter.ts";

/**
 * A screen that failed, in the log. Anybody may call: what is kept is bounded, holds places of our own files and words
 * of our own lists, and a flood of one caller or of many is refused before anything is written.
 */
export const recordScreen = (deps: Pick<Deps, "log" | "now">, app: "staff" | "portal") => {
  const { log, now } = deps;
  const each = createRateLimiter({ burst: 10, everyMs: 30_000, now });
  const all = createRateLimiter({ burst: 100, everyMs: 3_000, now });
  return ({ nature, type, cadres }: RapportEcran, from: string): { reference: string } => {
    each.take(from);
    all.take("");
    const reference = newReference();
    log.say("erreur", { reference, lieu: "ecran", nature, type, cadres: screenFrames(cadres, app) });
    return { reference };
  };
};
