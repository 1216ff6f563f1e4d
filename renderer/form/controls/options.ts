import { displayValue, optionsOf } from "../../../shared/dossier/index.ts";
import type { Field, FormVersion } from "../../../shared/dossier/kernel.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}
export interface OptionGroup {
  readonly group: string;
  readonly items: Option[];
}

/** Accent- and case-insensitive, so that « boulangerie », « BTS » and « 13 » are all found. */
export const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");

/** Choices of a code field under their headings; the code leads, it is what staff know. */
export const groupedOptions = (
  field: Field,
  current: string,
  form: FormVersion,
): (Option | OptionGroup)[] => {
  const isChoice = field.kind.type === "choice";
  const items = optionsOf(field, form).map(({ code, label, groupe }) => ({
    value: code,
    label: isChoice || code === label ? label : `${code} – ${label}`,
    groupe,
  }));
  // A code no longer offered (repealed) stays readable where it was chosen.
  if (current !== "" && !items.some(({ value }) => value === current))
    items.push({ value: current, label: displayValue(field, current, form), groupe: undefined });
  const out: (Option | OptionGroup)[] = [];
  const groups = new Map<string, Option[]>();
  for (const { value, label, groupe } of items) {
    if (!groupe) out.push({ value, label });
    else {
      let list = groups.get(groupe);
      if (!list) {
        list = [];
        groups.set(groupe, list);
        out.push({ group: groupe, items: list });
      }
      list.push({ value, label });
    }
  }
  return out;
};

const matches = (label: string, words: readonly string[]): boolean => {
  const text = plain(label);
  return words.every((word) => text.includes(word));
};

/** Every word must be found; a heading stays when one of its choices does. */
export const filterOptions = <T extends { label: string } | { group: string; items: { label: string }[] }>(
  options: readonly T[],
  search: string,
): T[] => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...options];
  return options.flatMap((option): T[] => {
    if ("items" in option) {
      const items = option.items.filter(({ label }) => matches(label, words));
      return items.length > 0 ? [{ ...option, items }] : [];
    }
    return matches(option.label, words) ? [option] : [];
  });
};
