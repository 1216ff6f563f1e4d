import { fold } from "../../db/search-text.ts";
import { common } from "./common-passwords.ts";

export const MIN_LENGTH = 15;
export const MAX_LENGTH = 256;

/** Shown beside the field, before anything is typed. */
export const passwordRule = `Au moins ${MIN_LENGTH}\u00a0caractères\u00a0: une phrase facile à retenir convient très bien. Aucun caractère particulier n’est exigé.`;

const letters = (text: string): string => fold(text).replace(/[^a-z0-9]/g, "");

/**
 * NIST 800-63B-4 and ASVS: length, no composition rule, and a list of what anybody would try — common passwords,
 * the person’s own name and address, the CFA’s name. Returns a French sentence, or undefined when it is fine.
 */
export const passwordProblem = (
  password: string,
  context: readonly (string | undefined)[],
): string | undefined => {
  if ([...password].length < MIN_LENGTH)
    return `Choisissez un mot de passe d’au moins ${MIN_LENGTH}\u00a0caractères\u00a0: une phrase convient très bien.`;
  if (password.length > MAX_LENGTH)
    return `Ce mot de passe est trop long\u00a0: ${MAX_LENGTH}\u00a0caractères au plus.`;
  const plain = letters(password);
  if (new Set(plain).size < 5)
    return "Ce mot de passe répète trop les mêmes caractères\u00a0: choisissez une phrase.";
  if (isSequence(plain)) return "Ce mot de passe est une suite de touches\u00a0: choisissez une phrase.";
  // What remains once the words everybody tries are taken away must still be long.
  let rest = plain;
  for (const word of [
    ...context.flatMap((one) => (one ? [letters(one), ...one.split(/[^\p{L}\p{N}]+/u).map(letters)] : [])),
    ...common,
  ])
    if (word.length >= 4) rest = rest.split(word).join("");
  if (rest.length < 6)
    return "Ce mot de passe est trop facile à deviner (mot courant, votre nom ou celui du CFA)\u00a0: ajoutez d’autres mots.";
  return undefined;
};

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "azertyuiopqsdfghjklmwxcvbn",
  "qwertyuiopasdfghjklzxcvbnm",
];
const isSequence = (plain: string): boolean =>
  rows.some((row) => {
    const both = [row, [...row].reverse().join("")];
    return both.some((line) => (line + line).includes(plain));
  });
