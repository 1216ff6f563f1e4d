import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

/** F18, to be confirmed with the State (alert): 11 digits. */
export const isNumeroDeclaration = (value: string): boolean => /^\d{11}$/.test(value);

/** Training organisation's declaration number; only what cannot be one is refused. */
export const tidyNumeroDeclaration = (raw: string): Tidied => {
  const value = compact(raw).replace(/^NDA:?/, "");
  return /^[0-9A-Z]{8,14}$/.test(value)
    ? tidy(value)
    : refuse("Le numéro de déclaration d’activité compte 11 chiffres : recopiez-le depuis le récépissé.");
};
