import { formatDate, isCalendarDate } from "../../shared/dossier/calendar.ts";
import { displayValue, tidyValue } from "../../shared/dossier/index.ts";
import type { Field, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import type { Raw } from "./model.ts";

/** A stored value as its control shows it: 05/09/2026, « 1 234,56 » without its unit, the code of a list, a tick. */
export const written = (field: Field, value: Value | null | undefined, form: FormVersion): Raw => {
  const { type } = field.kind;
  if (type === "check") return value === true;
  if (value === undefined || value === null) return "";
  if (field.sensitive) return String(value);
  switch (type) {
    case "date":
      return typeof value === "string" && isCalendarDate(value) ? formatDate(value) : String(value);
    case "cents":
      return typeof value === "number"
        ? displayValue({ ...field, kind: { type: "cents" } }, value, form).replace(/\u00a0€$/, "")
        : String(value);
    case "integer":
    case "code":
    case "choice":
    case "yesNo":
    case "text":
      return String(value);
    default:
      return displayValue(field, value, form);
  }
};

/** What leaves for the server: nothing for an empty control, an unticked box included. */
export const sendable = (raw: Raw): Value | null => (raw === "" || raw === false ? null : raw);

export type Judged =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly message: string };

/** The local judgement of what is typed; the server remains the judge. */
export const judge = (field: Field, raw: Raw, form: FormVersion): Judged => {
  const tidied = tidyValue(field, raw, form);
  return tidied.ok ? { ok: true, value: tidied.value ?? null } : tidied;
};
