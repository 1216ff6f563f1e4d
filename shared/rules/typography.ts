const NBSP = "\u00a0";
const NARROW = "\u202f";

/** French spaces and apostrophes, set once for every sentence a rule says. */
export const typography = (text: string): string =>
  text
    .replace(/'/g, "’")
    .replace(/« /g, `«${NBSP}`)
    .replace(/ ([:»%€])/g, `${NBSP}$1`)
    .replace(/ ([;!?])/g, `${NARROW}$1`);

/** « 1 mois », « 3 mois », « 2 jours »: the noun takes an s from two on unless it already ends with one. */
export const quantity = (count: number, noun: string): string =>
  `${count} ${noun}${Math.abs(count) >= 2 && !noun.endsWith("s") ? "s" : ""}`;
