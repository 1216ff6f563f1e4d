import type { FormVersion } from "../kernel.ts";
import { nomenclature } from "../nomenclatures/index.ts";
import { refuse, squash, type Tidied, tidy } from "./tidied.ts";

/** Comparable form of a label: no accent, case, or punctuation. */
export const foldedLabel = (label: string): string =>
  label
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const unpadded = (code: string): string => code.toLowerCase().replace(/^0+(?=.)/, "");

/** A code of a table: the code itself (zeros and case forgiven), its label, or « code label » as lists show it. */
export const tidyCode = (id: string, raw: string, form: FormVersion): Tidied => {
  const table = nomenclature(id, form);
  const text = squash(raw);
  const labelled = foldedLabel(text);
  const item =
    table.items.find(({ code }) => code === text) ??
    table.items.find(({ code }) => unpadded(code) === unpadded(text)) ??
    table.items.find(({ label }) => foldedLabel(label) === labelled) ??
    table.items.find(({ code, label }) => foldedLabel(`${code} ${label}`) === labelled);
  if (item && item.detaille !== false) return tidy(item.code);
  if (table.incomplet) {
    // NSF: the notice gives an extract; its full list writes « 326t », the form wants the three digits.
    const digits = /^(\d{3})[a-z]?$/i.exec(text)?.[1];
    if (digits) return tidy(digits);
    return refuse(`${table.label} : un code de 3 chiffres est attendu, par exemple 324.`);
  }
  return refuse(`${table.label} : cette valeur n’est pas dans la liste, choisissez-y un code.`);
};
