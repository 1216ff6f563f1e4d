import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

/** Ten million euros: beyond, a typing slip. */
const MAX = 1_000_000_000;

/** « 1 234,56 € », « 3 000 € / mois » → cents. Three decimals are refused: « 1.234 » could be a thousand or a little more than one. */
export const tidyCents = (raw: string): Tidied<number> => {
  const text = squash(raw)
    .replace(/\s*(\/|par)\s*(mois|repas|jour|heure|an)$/i, "")
    .replace(/(€|euros?|eur)$/i, "")
    .replace(/[\s'’]/g, "");
  const grouped = /^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(text) ? text.replaceAll(".", "") : text;
  const match = /^(\d{1,9})(?:[.,](\d{1,2})?)?$/.exec(grouped);
  if (!match)
    return refuse("Un montant s’écrit en euros avec au plus deux décimales, par exemple 1\u202f234,56.");
  const value = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  if (value > MAX) return refuse("Ce montant dépasse dix millions d’euros : vérifiez-le.");
  return tidy(value);
};

/** « 1 234,56 € » with the French spaces. */
export const displayCents = (cents: number): string => {
  const sign = cents < 0 ? "−" : "";
  const absolute = Math.abs(Math.round(cents));
  const euros = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return `${sign}${euros},${String(absolute % 100).padStart(2, "0")}\u00a0€`;
};
