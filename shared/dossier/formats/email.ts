import { refuse, type Tidied, tidy } from "./tidied.ts";

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const refusal = (value: string): string | undefined => {
  // Line breaks, lists, groups, quotes, comments: each lets a mail library read a second recipient (measured).
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is refused
  if (/[\u0000-\u001f\u007f]/.test(value))
    return "Le courriel tient sur une ligne : retirez le retour à la ligne.";
  if (/[,;:<>"()[\]\\]/.test(value) || (value.match(/@/g) ?? []).length > 1)
    return "Une seule adresse de courriel, seule : prenom.nom@exemple.fr, sans nom, guillemet, virgule ni chevron.";
  if (/\s/.test(value)) return "Le courriel ne contient pas d’espace : retirez-le.";
  if (/[^\x21-\x7e]/.test(value)) return "Le courriel n’a ni accent ni caractère spécial : vérifiez-le.";
  const at = value.indexOf("@");
  if (at < 0) return "Il manque le « @ » du courriel : prenom.nom@exemple.fr.";
  const local = value.slice(0, at);
  const labels = value.slice(at + 1).split(".");
  if (!LOCAL.test(local) || local.length > 64)
    return "Ce qui précède le « @ » du courriel n’est pas valable : vérifiez les points et les signes.";
  if (
    labels.length < 2 ||
    !labels.every((label) => LABEL.test(label)) ||
    !/^[a-z]{2,}$/.test(labels.at(-1) ?? "")
  )
    return "Ce qui suit le « @ » du courriel n’est pas un nom de domaine : attendu exemple.fr.";
  if (labels.some((label) => label.startsWith("xn--")))
    return "Les noms de domaine accentués ne sont pas pris en charge : donnez une autre adresse de courriel.";
  if (value.length > 254)
    return "Le courriel compte plus de 254 caractères : donnez une adresse plus courte.";
  return undefined;
};

export const isEmail = (value: string): boolean => refusal(value) === undefined;

/** Exactly one address, stored in lower case (an address is also an account). */
export const tidyEmail = (raw: string): Tidied => {
  const value = raw
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^<([^<>]*)>$/, "$1")
    .trim()
    .toLowerCase();
  const message = refusal(value);
  return message ? refuse(message) : tidy(value);
};
