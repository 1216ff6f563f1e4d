import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

export interface TextOptions {
  readonly max: number;
  readonly multiline?: boolean;
}

/** Free text: control characters dropped, spaces tidied, line breaks kept in a multiline field only. */
export const tidyText = (raw: string, { max, multiline }: TextOptions): Tidied => {
  // Lone surrogates cannot be written to UTF-8: they would not come back as they were.
  const sound = raw.toWellFormed().replace(/\ufffd/g, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is dropped
  const clean = sound.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, "");
  const value = multiline
    ? clean
        .split(/\r\n|[\n\r\u2028\u2029]/)
        .map(squash)
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim()
    : squash(clean);
  const length = [...value].length;
  return length <= max
    ? tidy(value)
    : refuse(`Ce texte compte ${length} caractères et la case ${max} au plus : abrégez-le.`);
};
