/** What tidying a typed or pasted value gives: the value to store, or a French sentence (problem and remedy). */
export type Tidied<T = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

export const tidy = <T>(value: T): Tidied<T> => ({ ok: true, value });
export const refuse = (message: string): Tidied<never> => ({ ok: false, message });

// Zero-width marks, bidirectional marks, soft hyphen, byte order mark: invisible, and they come with a paste.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** NFC, invisible marks dropped, every run of white space (NBSP and line breaks included) made one space. */
export const squash = (raw: string): string =>
  raw.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/** For identifiers: no white space, dot, hyphen, slash or underscore left; full-width digits folded; upper case. */
export const compact = (raw: string): string =>
  squash(raw)
    .normalize("NFKC")
    .replace(/[\s.\-‐-―−_/·]/g, "")
    .toUpperCase();

export const isDigits = (value: string): boolean => /^\d+$/.test(value);

/** « 1 chiffre », « 3 chiffres » */
export const count = (n: number, noun: string): string => `${n} ${noun}${n > 1 ? "s" : ""}`;
