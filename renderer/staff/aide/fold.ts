/** A letter as it is searched: without accent nor case, and as long as it was, so that places in a text hold. */
const foldChar = (char: string): string =>
  char
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .slice(0, char.length)
    .replace("’", "'")
    .replace("œ", "o");

/** Same length as the text. */
export const fold = (text: string): string => Array.from(text.normalize("NFC"), foldChar).join("");

/** Words of a text or of a question, folded; a plural is searched as its singular. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .map(singular);

export const singular = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, "") : word);

/** GitHub’s anchor of a heading, so that a link to it works there as in the application. */
export const slugOf = (heading: string): string =>
  heading
    .toLocaleLowerCase("fr")
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
