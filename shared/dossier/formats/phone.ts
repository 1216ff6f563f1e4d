import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

/** Overseas numbers are written with 10 digits like the others but have their own country code. */
const OVERSEAS: readonly (readonly [prefix: RegExp, country: string])[] = [
  [/^0(26[239]|639|69[23])/, "262"],
  [/^0(590|69[01])/, "590"],
  [/^0[56]94/, "594"],
  [/^0(596|69[67])/, "596"],
];
const FRENCH = /^\+(33|262|590|594|596)([1-9]\d{8})$/;
const TWO_DIGIT_CODES = new Set(
  "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98".split(
    " ",
  ),
);

/** F12: stored in E.164 (+33491000000). */
export const tidyPhone = (raw: string): Tidied => {
  const bare = squash(raw)
    .normalize("NFKC")
    .replace(/^t[ée]l[^\d+]*/i, "")
    .replace(/\(0\)/g, "")
    .replace(/[\s.\-‐-―−/()]/g, "");
  if (!/^\+?\d+$/.test(bare))
    return refuse(
      "Le téléphone ne contient que des chiffres, par exemple 04 91 00 00 00 : retirez le reste.",
    );
  const dialled = bare.replace(/^00/, "+");
  if (!dialled.startsWith("+")) {
    if (!/^0[1-9]\d{8}$/.test(dialled))
      return refuse(
        "Le téléphone compte 10 chiffres et commence par 0 ; d’un autre pays, commencez par + et l’indicatif.",
      );
    const country = OVERSEAS.find(([prefix]) => prefix.test(dialled))?.[1] ?? "33";
    return tidy(`+${country}${dialled.slice(1)}`);
  }
  const value = dialled.replace(/^\+330/, "+33");
  if (value.startsWith("+33") && !FRENCH.test(value))
    return refuse(
      "Après +33, le téléphone compte 9 chiffres sans le 0 du début, par exemple +33 4 91 00 00 00.",
    );
  if (!/^\+[1-9]\d{6,14}$/.test(value))
    return refuse("Après +, le téléphone compte 7 à 15 chiffres, indicatif du pays compris : vérifiez-le.");
  return tidy(value);
};

const pairs = (digits: string): string => digits.replace(/(\d{2})(?=\d)/g, "$1\u00a0");

/** « 04 91 00 00 00 » for a French number, « +32 25 55 12 12 » for another. */
export const displayPhone = (value: string): string => {
  const french = FRENCH.exec(value);
  if (french) return pairs(`0${french[2]}`);
  const digits = value.slice(1);
  const code = /^[17]/.test(digits) ? 1 : TWO_DIGIT_CODES.has(digits.slice(0, 2)) ? 2 : 3;
  return `+${digits.slice(0, code)}\u00a0${pairs(digits.slice(code))}`;
};
