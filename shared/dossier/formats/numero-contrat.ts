import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

/** F16, an alert and not a refusal: 3 department + 4 year + 2 month + 2 + 4, e.g. 02B202212000000. */
export const isNumeroContrat = (value: string): boolean =>
  /^[09]\d[0-9AB]\d{4}(0[1-9]|1[0-2])\d{6}$/.test(value);

/** Deposit number of a former contract. Only what cannot be one is refused; its shape is judged by a rule. */
export const tidyNumeroContrat = (raw: string): Tidied => {
  const value = compact(raw);
  return /^[0-9A-Z]{6,20}$/.test(value)
    ? tidy(value)
    : refuse(
        "Le numéro de contrat est le numéro de dépôt, 15 chiffres et lettres : recopiez-le du contrat déposé.",
      );
};
