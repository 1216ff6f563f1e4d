import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

export const isIne = (value: string): boolean => /^(?=.*\d)[0-9A-Z]{11}$/.test(value);

/** Student number: 11 letters and digits (its three historical shapes differ only by where the letters stand). */
export const tidyIne = (raw: string): Tidied => {
  const value = compact(raw).replace(/^INE:?/, "");
  return isIne(value)
    ? tidy(value)
    : refuse(
        "L’INE compte 11 chiffres et lettres : recopiez-le depuis un relevé de notes ou la carte d’étudiant.",
      );
};
