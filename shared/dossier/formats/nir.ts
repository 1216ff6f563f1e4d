/** No message here may ever hold the number itself, not even a part of it. */
import { compact, count, refuse, type Tidied, tidy } from "./tidied.ts";

const SHAPE = /^[123478]\d{4}(\d{2}|2[AB])\d{6}$/;

/** F4: 97 − (N mod 97), with 2A read 19 and 2B read 18. N has 13 digits: exact in a double. */
export const nirKey = (nir13: string): string => {
  const number = Number(nir13.replace("2A", "19").replace("2B", "18"));
  return String(97 - (number % 97)).padStart(2, "0");
};

/** Months 01–12; 20–42 and 50–99 stand for incomplete birth records (F3: that detail is « à vérifier », so never refused). */
const isMonth = (month: number): boolean =>
  (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;

export const isNir = (value: string): boolean => SHAPE.test(value);

/** What the number says, to be compared with the other fields (F5). */
export interface NirParts {
  /** 1 or 7 M, 2 or 8 F; undefined for the 3 and 4 of pending registrations. */
  readonly sexe: "M" | "F" | undefined;
  /** Two digits. */
  readonly annee: string;
  /** 1–12, or undefined for an incomplete record. */
  readonly mois: number | undefined;
  /** False for 00, 13–19 and 43–49, which no record is known to bear. */
  readonly moisConnu: boolean;
  /** « 13 », « 2A », « 974 », « 99 ». */
  readonly departement: string;
}

export const nirParts = (nir: string): NirParts => {
  const month = Number(nir.slice(3, 5));
  const place = nir.slice(5, 7);
  return {
    sexe: { "1": "M", "7": "M", "2": "F", "8": "F" }[nir.charAt(0)] as "M" | "F" | undefined,
    annee: nir.slice(1, 3),
    mois: month >= 1 && month <= 12 ? month : undefined,
    moisConnu: isMonth(month),
    departement: place === "97" || place === "98" ? nir.slice(5, 8) : place,
  };
};

/** F3, F4: 13 characters kept; when the 15 of the card are typed, the key is checked then dropped. */
export const tidyNir = (raw: string): Tidied => {
  const value = compact(raw);
  if (!/^[0-9AB]+$/.test(value))
    return refuse(
      "Le NIR (numéro de sécurité sociale) ne contient que des chiffres, et 2A ou 2B pour la Corse.",
    );
  if (value.length !== 13 && value.length !== 15)
    return refuse(
      `Le NIR compte 13 caractères (15 avec sa clé) et non ${value.length} : recopiez-le depuis la carte Vitale.`,
    );
  const nir = value.slice(0, 13);
  if (!/^[123478]/.test(nir))
    return refuse("Le NIR commence par 1 ou 2 : recopiez-le depuis la carte Vitale.");
  if (!SHAPE.test(nir))
    return refuse("Le NIR n’a de lettre que pour la Corse (2A, 2B), en 6e et 7e position.");
  if (!isNir(nir))
    return refuse(
      "Les 4e et 5e chiffres du NIR sont le mois de naissance : celui-ci n’existe pas, vérifiez-les.",
    );
  if (value.length === 15 && value.slice(13) !== nirKey(nir))
    return refuse(
      `La clé du NIR (ses ${count(2, "dernier")} chiffres) ne va pas avec le reste : vérifiez chaque chiffre.`,
    );
  return tidy(nir);
};

/** 2 03 05 13 055 123 — in clear: only for those who may see it. */
export const displayNir = (value: string): string =>
  value.replace(/^(.)(..)(..)(..)(...)(...)$/, "$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5\u00a0$6");

export const MASKED_NIR = "•\u00a0••\u00a0••\u00a0••\u00a0•••\u00a0•••";
