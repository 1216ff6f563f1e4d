/** Accents dropped, lower case: what search and sorting compare, the same on both engines. */
export const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/œ/gi, "oe").replace(/æ/gi, "ae").toLowerCase();

/** Words of letters and digits; anything else separates. */
export const tokens = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What is stored beside a dossier to find it: never the NIR. */
export const searchText = (parts: readonly (string | undefined)[]): string =>
  [...new Set(parts.flatMap((part) => (part ? tokens(part) : [])))].join(" ");
