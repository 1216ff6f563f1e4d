/** Accents dropped, lower case: what search and sorting compare, the same on both engines. */
export const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/æ/gi, "ae").toLowerCase();

/** PostgreSQL refuses words over 2 kB; nobody types more of a word than this. In characters. */
const WORD = 64;
const WORDS = 12;

/** Words of letters and digits; anything else separates. */
export const tokens = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length <= WORD ? word : Array.from(word).slice(0, WORD).join(""),
  );

/** A SIRET typed or pasted as it is printed, in groups, is one number. */
const GROUPED_NUMBER = /^\s*\d[\d\s.]{7,}\d\s*$/;

/** The beginnings to look for, every one of them to be found. */
export const queryTokens = (search: string): string[] =>
  GROUPED_NUMBER.test(search)
    ? tokens(search.replace(/[\s.]/g, ""))
    : [...new Set(tokens(search))].slice(0, WORDS);

/** What is stored beside a dossier to find it: never the NIR. */
export const searchText = (parts: readonly (string | undefined)[]): string =>
  [...new Set(parts.flatMap((part) => (part ? tokens(part) : [])))].join(" ");
