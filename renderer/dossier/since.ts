import { depuisEnClair } from "../../shared/workflow/index.ts";

/** « depuis 6 jours », on this workstation’s clock; nothing when the moment is unknown. */
export const since = (instant: string | undefined): string | undefined =>
  instant ? depuisEnClair(instant, new Date().toISOString()) : undefined;
