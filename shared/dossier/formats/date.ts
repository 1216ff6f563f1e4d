import { isCalendarDate } from "../calendar.ts";
import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

const MONTHS: readonly string[] =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const shapes: readonly ((text: string) => readonly [year: string, month: string, day: string] | undefined)[] =
  [
    (text) => {
      const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
      return match ? [match[1] ?? "", match[2] ?? "", match[3] ?? ""] : undefined;
    },
    (text) => {
      const match =
        /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
      return match ? [match[3] ?? "", match[2] ?? "", match[1] ?? ""] : undefined;
    },
    (text) => {
      const match = /^(\d{1,2})(?:er)? ([a-z]+) (\d{4})$/.exec(plain(text));
      const month = match ? MONTHS.findIndex((name) => plain(name) === match[2]) + 1 : 0;
      return match && month > 0 ? [match[3] ?? "", String(month), match[1] ?? ""] : undefined;
    },
  ];

/** Accepts 05/09/2026, 5-9-2026, 05092026, 5 septembre 2026 and 2026-09-05; stored `2026-09-05`. */
export const tidyDate = (raw: string): Tidied => {
  const text = squash(raw);
  for (const shape of shapes) {
    const found = shape(text);
    if (!found) continue;
    const [year, month, day] = found;
    const value = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isCalendarDate(value)) return tidy(value);
    const written = `${day.padStart(2, "0")}/${month.padStart(2, "0")}/${year}`;
    return refuse(`Le ${written} n’existe pas : vérifiez le jour, le mois et l’année (de 1900 à 2100).`);
  }
  if (/^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2}$/.test(text))
    return refuse("L’année s’écrit avec quatre chiffres : 05/09/2026.");
  return refuse("Une date s’écrit jour/mois/année, par exemple 05/09/2026.");
};
