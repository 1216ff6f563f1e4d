import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

export const isIdcc = (value: string): boolean => /^\d{4}$/.test(value) && value !== "0000";

/** F9: stored on 4 digits, zeros added on the left; 9999 none, 9998 under negotiation, 3180 private household. */
export const tidyIdcc = (raw: string): Tidied => {
  const value = compact(raw).replace(/^IDCC:?(N°)?/, "");
  const padded = /^\d{1,4}$/.test(value) ? value.padStart(4, "0") : value;
  return isIdcc(padded)
    ? tidy(padded)
    : refuse(
        "Le code IDCC compte 4 chiffres : 9999 sans convention collective, 9998 si elle est en négociation.",
      );
};
