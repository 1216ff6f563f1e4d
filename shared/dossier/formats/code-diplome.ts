import { compact, refuse, type Tidied, tidy } from "./tidied.ts";

export const isCodeDiplome = (value: string): boolean => /^\d{2}[0-9A-Z]\d{5}$/.test(value);

/** F8: « code formation diplôme », 8 characters; the 9th letter (speciality) used elsewhere is dropped. */
export const tidyCodeDiplome = (raw: string): Tidied => {
  const value = compact(raw).replace(/^(.{8})[A-Z]$/, "$1");
  return isCodeDiplome(value)
    ? tidy(value)
    : refuse(
        "Le code du diplôme compte 8 caractères, par exemple 13531545 : recopiez-le depuis la fiche de formation.",
      );
};
