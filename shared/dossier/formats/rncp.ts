import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

export const isRncp = (value: string): boolean => /^[1-9]\d{0,4}$/.test(value);

/** F7: digits only, as the form wants them; « RNCP » is put back on display. */
export const tidyRncp = (raw: string): Tidied => {
  const value = compact(raw)
    .replace(/^RNCP(N°)?:?/, "")
    .replace(/^0+(?=\d)/, "");
  return isRncp(value)
    ? tidy(value)
    : refuse("Le code RNCP compte 1 à 5 chiffres, par exemple 35916 : recopiez-le depuis la fiche RNCP.");
};

export const displayRncp = (value: string): string => `RNCP${value}`;
