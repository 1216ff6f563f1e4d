import { characters } from "./characters.ts";

export { type FontName, fontOf } from "./font.ts";

const known = new Set(characters);
/** The letter with as many of its marks as our fonts know (« ễ » is printed « ê »), else « ? ». */
const closest = (char: string): string => {
  const [letter = "", ...marks] = [...char.normalize("NFKD")];
  const letters = marks.filter((mark) => !/\p{M}/u.test(mark)).join("");
  for (let kept = marks.length; kept >= 0; kept--) {
    const composed = (letter + marks.slice(0, kept).join("")).normalize("NFC");
    const whole = composed + (kept < marks.length ? letters : "");
    if (whole !== "" && [...whole].every((one) => known.has(one))) return whole;
  }
  return "?";
};

/** Characters our fonts lack become their plain letters, else « ? »: visible, never a crash. */
export const printable = (text: string): string => {
  let out = "";
  for (const char of text
    .normalize("NFC")
    .replace(/[\t\r]/g, " ")
    .replace(/[\u202f\u2007\u2009]/g, "\u00a0")
    .replace(/[\u2010\u2011]/g, "-")) {
    if (char === "\n" || known.has(char)) {
      out += char;
      continue;
    }
    out += closest(char);
  }
  return out;
};
