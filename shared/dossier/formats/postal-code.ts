import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

export const isPostalCode = (value: string): boolean => /^\d{5}$/.test(value);

/** F11. The forms hold no foreign address. */
export const tidyPostalCode = (raw: string): Tidied => {
  const value = compact(raw).replace(/^F(?=\d{5}$)/, "");
  if (/^\d{4}$/.test(value))
    return refuse("Le code postal compte 5 chiffres : il en manque un, souvent le zéro du début (01000).");
  return isPostalCode(value) ? tidy(value) : refuse("Le code postal compte 5 chiffres, par exemple 13001.");
};
