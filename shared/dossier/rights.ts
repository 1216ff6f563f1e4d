/** Who may write and who may see a field. Which dossiers a person reaches is decided elsewhere (shared/workflow). */
import type { Field } from "./kernel.ts";

export type Who = "alternant" | "entreprise" | "formation" | "cfa";

/**
 * The CFA writes for anyone. On the portal, alternant and entreprise both fill what either knows (the guide: « que
 * l’utilisateur entreprise remplira lui-même »), never what the CFA or the deposit organisation knows; what is
 * sensitive is written by the person it belongs to.
 */
export const canWrite = (field: Field, who: Who): boolean => {
  if (field.knownBy === "depot") return false;
  if (who === "cfa") return true;
  if (field.knownBy === "cfa") return false;
  return !field.sensitive || who === "alternant";
};

/** May see the value in clear; otherwise `maskValue` is what is shown. */
export const canSee = (field: Field, who: Who): boolean =>
  !field.sensitive || who === "alternant" || who === "cfa";
