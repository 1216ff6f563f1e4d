import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

export const isNaf = (value: string): boolean => /^\d{4}[A-Z]$/.test(value);

/** F10: NAF rev. 2 (2008), stored without its dot: 8411Z. */
export const tidyNaf = (raw: string): Tidied => {
  const value = compact(raw).replace(/^(APE|NAF):?/, "");
  return isNaf(value)
    ? tidy(value)
    : refuse("Le code APE (NAF) compte 4 chiffres puis 1 lettre, par exemple 84.11Z : recopiez-le.");
};

export const displayNaf = (value: string): string => value.replace(/^(\d{2})(\d{2}[A-Z])$/, "$1.$2");
