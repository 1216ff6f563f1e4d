import { randomInt } from "node:crypto";

/** No letter or digit that a reader takes for another (0/O, 1/l/I…). */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

const group = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

/** « k7fm-x2wq-p9rt-h4cd-vn3s »: five groups of four, 99 bits, easy to read aloud and to type. */
export const generatePassword = (): string => Array.from({ length: 5 }, () => group(4)).join("-");

/** A short code to dictate: eight digits (26 bits), single use, ten minutes, few tries. */
export const generatePhoneCode = (): string => String(randomInt(100_000_000)).padStart(8, "0");
