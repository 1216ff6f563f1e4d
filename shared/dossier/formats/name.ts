import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

export const NAME_MAX = 80;
// A name may begin with an apostrophe (’t Hooft) and hold the double hyphen of some double names.
const NAME = /^'?\p{L}[\p{L}\p{M}]*(?:(?:' ?| '|--?|[ ])\p{L}[\p{L}\p{M}]*)*'?$/u;

/**
 * F13: letters (accents kept), spaces, hyphens, apostrophes; particles and case are left as the person wrote them.
 * Apostrophes and hyphens are folded to the plain ones civil status files use.
 */
export const tidyName = (raw: string): Tidied => {
  const value = squash(raw)
    .replace(/[’‘ʼ`´′]/g, "'")
    .replace(/[‐-―−]/g, "-")
    .replace(/ ?(--?) ?/g, "$1");
  if (/\d/.test(value)) return refuse("Un nom ne contient pas de chiffre : écrivez-le comme à l’état civil.");
  if (value.length > NAME_MAX) return refuse(`Ce nom dépasse ${NAME_MAX} caractères : abrégez-le.`);
  return NAME.test(value)
    ? tidy(value)
    : refuse(
        "Un nom n’a que des lettres, espaces, traits d’union et apostrophes : écrivez-le comme à l’état civil.",
      );
};
