import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

/** I, O and Q are left out. */
const KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";

/** F6: key letter of the 7 digits (their number modulo 23). */
export const uaiKey = (digits: string): string => KEYS.charAt(Number(digits) % 23);

export const isUai = (value: string): boolean =>
  /^\d{7}[A-Z]$/.test(value) && uaiKey(value.slice(0, 7)) === value.charAt(7);

export const tidyUai = (raw: string): Tidied => {
  const value = compact(raw).replace(/^UAI:?/, "");
  if (!/^\d{7}[A-Z]$/.test(value))
    return refuse("Le numéro UAI compte 7 chiffres puis 1 lettre, par exemple 0951099D : recopiez-le.");
  if (!isUai(value)) return refuse("La lettre de ce numéro UAI ne va pas avec ses chiffres : vérifiez-le.");
  return tidy(value);
};
