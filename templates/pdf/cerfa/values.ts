import { parts } from "../../../shared/dossier/calendar.ts";
import { boxOf, displayValue, fields, fullLabelOf, isShown } from "../../../shared/dossier/index.ts";
import type { Box, Field, FormVersion, Value } from "../../../shared/dossier/kernel.ts";
import type { DocumentInput } from "../types.ts";

export interface BoxValue {
  readonly field: Field;
  readonly text: string;
  /** A box to tick rather than to write in. */
  readonly tick: boolean;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** What one value writes in its box or boxes: dates in three, amounts in two, addresses of mail cut at « @ ». */
export const boxTexts = (
  field: Field,
  box: Box,
  value: Value,
  form: FormVersion,
): readonly (readonly [champ: string, text: string, tick: boolean])[] => {
  switch (box.kind) {
    case "date": {
      const { year, month, day } = parts(String(value));
      return [
        [box.jour, two(day), false],
        [box.mois, two(month), false],
        [box.annee, String(year), false],
      ];
    }
    case "cents": {
      const cents = Number(value);
      return [
        [box.euros, String(Math.floor(cents / 100)), false],
        [box.centimes, two(cents % 100), false],
      ];
    }
    case "email": {
      const [before = "", after = ""] = String(value).split("@");
      return [
        [box.avant, before, false],
        [box.apres, after, false],
      ];
    }
    case "ticks": {
      const champ = box.cases[String(value)];
      return champ ? [[champ, "", true]] : [];
    }
    case "text":
      return [[box.champ, formText(field, value, form), false]];
  }
};

/** On the form a code is written as its code, an identifier without our display spaces where the box is narrow. */
const formText = (field: Field, value: Value, form: FormVersion): string => {
  // The form prints the unit itself, and wants a code alone.
  if (["code", "choice", "integer", "idcc", "naf"].includes(field.kind.type)) return String(value);
  if (field.kind.type === "rncp") return String(value).replace(/^RNCP/i, "");
  return displayValue(field, value, form);
};

/** Every box of the form that holds something, by its AcroForm name; hidden fields print nothing. */
export const formValues = (input: Pick<DocumentInput, "data" | "form">): ReadonlyMap<string, BoxValue> => {
  const out = new Map<string, BoxValue>();
  const ctx = { data: input.data, mission: "facultative" as const, form: input.form };
  for (const field of fields) {
    const box = boxOf(field, input.form);
    const value = input.data[field.id];
    // What the deposit organisation writes is never ours, whatever the data hold.
    if (!box || value === undefined || field.knownBy === "depot" || !isShown(field, ctx)) continue;
    for (const [champ, text, tick] of boxTexts(field, box, value, input.form))
      out.set(champ, { field, text, tick });
  }
  return out;
};

export const boxLabel = (field: Field, input: Pick<DocumentInput, "contrat">): string =>
  fullLabelOf(field, input.contrat);
