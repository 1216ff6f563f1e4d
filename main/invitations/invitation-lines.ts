import { tidyEmail } from "../../shared/dossier/formats/index.ts";

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

/** One line: who it names, or why it cannot be read. */
const readLine = (texte: string): Omit<InvitationLine, "ligne"> | { raison: string } => {
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
  const [address] = addresses;
  if (address === undefined) return { raison: "aucune adresse de courriel sur cette ligne" };
  if (addresses.length > 1)
    return { raison: "plusieurs adresses sur la même ligne\u00a0: une seule par ligne" };
  const tidied = tidyEmail(address);
  if (!tidied.ok) return { raison: tidied.message };
  const names = trimmed.filter((part) => !part.includes("@"));
  const named = names.length >= 2 ? { nom: names[0], prenom: names[1] } : names[0] ? splitName(names[0]) : {};
  return { courriel: tidied.value, ...named };
};

/**
 * Reads a pasted list: an address per line, alone, as « Prénom NOM <courriel> », or as « NOM;Prénom;courriel »
 * (tabs, semicolons or commas, in any order). Bad and duplicate lines are returned apart, with why.
 */
export const readLines = (
  text: string,
): { bonnes: readonly InvitationLine[]; refus: readonly RefusedLine[] } => {
  const bonnes: InvitationLine[] = [];
  const refus: RefusedLine[] = [];
  const seen = new Map<string, number>();
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const ligne = index + 1;
    const texte = raw.trim();
    if (!texte) return;
    const read = readLine(texte);
    if ("raison" in read) {
      refus.push({ ligne, texte, raison: read.raison });
      return;
    }
    const before = seen.get(read.courriel.toLowerCase());
    if (before !== undefined) {
      refus.push({ ligne, texte, raison: `adresse déjà présente à la ligne ${before}` });
      return;
    }
    seen.set(read.courriel.toLowerCase(), ligne);
    bonnes.push({ ligne, ...read });
  });
  return { bonnes, refus };
};
