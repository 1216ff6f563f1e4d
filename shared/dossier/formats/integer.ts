import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
}

const UNITS = /(heures?|h|minutes?|min|mois|jours?|j|ans?|années?|points?|salariés?|%|€)$/i;

/** Whole number; thousands spaces and a trailing unit (« 35 h », « 53 % ») are dropped, « 35,00 » is 35. */
export const tidyInteger = (raw: string, { min, max, unit }: Bounds): Tidied<number> => {
  const text = squash(raw)
    .replace(/\s/g, "")
    .replace(UNITS, "")
    .replace(/[.,]0{1,2}$/, "");
  const between = `de ${min} à ${max}${unit ? `\u00a0${unit}` : ""}`;
  if (!/^-?\d{1,9}$/.test(text))
    return refuse(`Un nombre entier est attendu, ${between}, sans virgule ni lettre.`);
  const value = Number(text);
  // -0 would not be equal to 0 once stored.
  if (value < min || value > max) return refuse(`Ce nombre doit aller ${between} : vérifiez-le.`);
  return tidy(value === 0 ? 0 : value);
};
