import { compact, count, isDigits, refuse, type Tidied, tidy } from "./tidied.ts";

const LA_POSTE = "356000000";
const LA_POSTE_HEAD_OFFICE = "35600000000048";

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** Luhn key: from the right, every second digit doubled (its own digits added); the sum is a multiple of 10. */
export const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const weighted = i % 2 === 1 ? digit * 2 : digit;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
};

export const isSiren = (value: string): boolean =>
  /^\d{9}$/.test(value) && !/^0+$/.test(value) && luhn(value);

/** F1. La Poste's establishments (but its head office) have a plain digit sum multiple of 5 instead of the Luhn key. */
export const isSiret = (value: string): boolean => {
  if (!/^\d{14}$/.test(value) || !isSiren(value.slice(0, 9))) return false;
  if (value.startsWith(LA_POSTE) && value !== LA_POSTE_HEAD_OFFICE) return digitSum(value) % 5 === 0;
  return luhn(value);
};

/** SIRET of an establishment: 14 digits with their keys. */
export const tidySiret = (raw: string): Tidied => {
  const value = compact(raw);
  if (!isDigits(value)) return refuse("Le SIRET ne contient que des chiffres : 14, sans lettre ni signe.");
  if (value.length === 9)
    return refuse("Ce numéro de 9 chiffres est un SIREN : ajoutez les 5 chiffres de l’établissement (NIC).");
  if (value.length !== 14)
    return refuse(
      `Le SIRET compte 14 chiffres et non ${value.length} : recopiez-le depuis un avis de situation.`,
    );
  if (!isSiret(value))
    return refuse("Ce SIRET n’existe pas (clé de contrôle fausse) : vérifiez chaque chiffre.");
  return tidy(value);
};

/** SIREN of a company: 9 digits. */
export const tidySiren = (raw: string): Tidied => {
  const value = compact(raw);
  if (!isDigits(value) || value.length !== 9)
    return refuse(`Le SIREN compte 9 chiffres et non ${count(value.length, "caractère")} : vérifiez-le.`);
  if (!isSiren(value))
    return refuse("Ce SIREN n’existe pas (clé de contrôle fausse) : vérifiez chaque chiffre.");
  return tidy(value);
};

/** 123 456 789 00012, as companies write it. */
export const displaySiret = (value: string): string =>
  value.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00a0$2\u00a0$3\u00a0$4");
