import { fieldById, tidyValue } from "../../shared/dossier/index.ts";

export interface InvitationLine {
  readonly ligne: number;
  readonly courriel: string;
  readonly nom?: string;
  readonly prenom?: string;
}
export interface RefusedLine {
  readonly ligne: number;
  readonly texte: string;
  readonly raison: string;
}

/** « Prénom NOM » : the words in capitals are the family name, wherever they stand. */
const splitName = (text: string): { nom?: string; prenom?: string } => {
  const words = text.trim().split(/\s+/).filter(Boolean);
  const family = words.filter(
    (word) =>
      word.length > 1 && word === word.toLocaleUpperCase("fr") && word !== word.toLocaleLowerCase("fr"),
  );
  const given = words.filter((word) => !family.includes(word));
  if (family.length > 0)
    return { nom: family.join(" "), ...(given.length > 0 ? { prenom: given.join(" ") } : {}) };
  if (words.length >= 2) return { prenom: words[0], nom: words.slice(1).join(" ") };
  return words.length === 1 ? { nom: words[0] } : {};
};

/**
 * Reads a pasted list: an address per line, alone, as « Prénom NOM <courriel> », or as « NOM;Prénom;courriel »
 * (tabs, semicolons or commas, in any order). Bad and duplicate lines are returned apart, with why.
 */
export const readLines = (
  text: string,
): { bonnes: readonly InvitationLine[]; refus: readonly RefusedLine[] } => {
  const courrielField = fieldById("apprentiCourriel");
  const bonnes: InvitationLine[] = [];
  const refus: RefusedLine[] = [];
  const seen = new Map<string, number>();
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const ligne = index + 1;
    const texte = raw.trim();
    if (!texte) return;
    const bracket = /^(.*?)<([^<>]+)>$/.exec(texte);
    const parts = bracket ? [bracket[1] ?? "", bracket[2] ?? ""] : texte.split(/[;,\t]/);
    const trimmed = parts
      .map((part) =>
        part
          .trim()
          .replace(/^"(.*)"$/, "$1")
          .trim(),
      )
      .filter(Boolean);
    const addresses = trimmed.filter((part) => part.includes("@"));
    const refuse = (raison: string) => refus.push({ ligne, texte, raison });
    if (addresses.length === 0) return refuse("aucune adresse de courriel sur cette ligne");
    if (addresses.length > 1)
      return refuse("plusieurs adresses sur la même ligne\u00a0: une seule par ligne");
    const tidied = courrielField
      ? tidyValue(courrielField, addresses[0])
      : { ok: false as const, message: "adresse refusée" };
    if (!tidied.ok || typeof tidied.value !== "string")
      return refuse(tidied.ok ? "adresse vide" : tidied.message);
    const courriel = tidied.value;
    const before = seen.get(courriel.toLowerCase());
    if (before !== undefined) return refuse(`adresse déjà présente à la ligne ${before}`);
    seen.set(courriel.toLowerCase(), ligne);
    const names = trimmed.filter((part) => !part.includes("@"));
    const named =
      names.length >= 2 ? { nom: names[0], prenom: names[1] } : names[0] ? splitName(names[0]) : {};
    bonnes.push({ ligne, courriel, ...named });
  });
  return { bonnes, refus };
};
