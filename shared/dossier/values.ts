/** From what a person types to what is stored, and back to what a person reads. */
import { formatDate, isCalendarDate } from "./calendar.ts";
import {
  displayCents,
  displayNaf,
  displayNir,
  displayPhone,
  displayRncp,
  displaySiret,
  MASKED_NIR,
  type Tidied,
  tidyCents,
  tidyCode,
  tidyCodeDiplome,
  tidyDate,
  tidyDepartement,
  tidyEmail,
  tidyIdcc,
  tidyIne,
  tidyInteger,
  tidyNaf,
  tidyName,
  tidyNir,
  tidyNumeroContrat,
  tidyNumeroDeclaration,
  tidyPhone,
  tidyPostalCode,
  tidyRncp,
  tidySiret,
  tidyText,
  tidyUai,
} from "./formats/index.ts";
import { refuse, tidy } from "./formats/tidied.ts";
import type { Field, FormVersion, Value } from "./kernel.ts";
import {
  hasCode,
  labelOf as labelOfCode,
  type NomenclatureItem,
  nomenclature,
} from "./nomenclatures/index.ts";

export type TidyResult =
  | { readonly ok: true; readonly value?: Value }
  | { readonly ok: false; readonly message: string };

const YES = new Set(["oui", "o", "yes", "y", "true", "vrai", "1", "x", "on", "coché", "cochée"]);
const NO = new Set(["non", "n", "no", "false", "faux", "0", "off"]);

const tidyYesNo = (raw: string): Tidied => {
  const answer = raw.trim().toLowerCase();
  if (YES.has(answer)) return tidy("oui");
  if (NO.has(answer)) return tidy("non");
  return refuse("Répondez par oui ou par non.");
};

const tidyTyped = (field: Field, raw: string, form: FormVersion): Tidied<Value> => {
  const { kind } = field;
  switch (kind.type) {
    case "text":
      return tidyText(raw, kind);
    case "name":
      return tidyName(raw);
    case "date":
      return tidyDate(raw);
    case "integer":
      return tidyInteger(raw, kind);
    case "cents":
      return tidyCents(raw);
    case "code":
    case "choice":
      return kind.nomenclature === "departement"
        ? tidyDepartement(raw)
        : tidyCode(kind.nomenclature, raw, form);
    case "yesNo":
      return tidyYesNo(raw);
    case "check": {
      const answer = tidyYesNo(raw);
      return answer.ok ? tidy(answer.value === "oui") : refuse("Cochez la case ou laissez-la vide.");
    }
    case "siret":
      return tidySiret(raw);
    case "naf":
      return tidyNaf(raw);
    case "idcc":
      return tidyIdcc(raw);
    case "uai":
      return tidyUai(raw);
    case "rncp":
      return tidyRncp(raw);
    case "codeDiplome":
      return tidyCodeDiplome(raw);
    case "nir":
      return tidyNir(raw);
    case "ine":
      return tidyIne(raw);
    case "postalCode":
      return tidyPostalCode(raw);
    case "phone":
      return tidyPhone(raw);
    case "email":
      return tidyEmail(raw);
    case "numeroContrat":
      return tidyNumeroContrat(raw);
    case "numeroDeclaration":
      return tidyNumeroDeclaration(raw);
  }
};

const tidyNumber = (field: Field, raw: number, form: FormVersion): Tidied<Value> => {
  // An amount given as a number is already in cents, as stored; everything else is judged as it would be typed.
  if (field.kind.type === "cents")
    return Number.isSafeInteger(raw) && raw >= 0 && raw <= 1_000_000_000
      ? tidy(raw)
      : refuse("Un montant en nombre est en centimes entiers : vérifiez-le.");
  if (!Number.isFinite(raw)) return refuse("Ce nombre n’est pas valable : saisissez-le à nouveau.");
  return tidyTyped(field, String(raw), form);
};

/**
 * Tidies a typed, pasted or imported value. Empty (or an unticked box) gives `{ ok: true }` without a value.
 * Codes are those of the form version. Text amounts are in euros (« 1 234,56 »), number amounts in cents. Never throws; no message holds a NIR.
 */
export const tidyValue = (field: Field, raw: unknown, form: FormVersion): TidyResult => {
  if (raw === undefined || raw === null) return { ok: true };
  let tidied: Tidied<Value>;
  // JSON has no −0: kept as 0, or it would not be what was stored.
  if (typeof raw === "number") tidied = tidyNumber(field, raw === 0 ? 0 : raw, form);
  else if (typeof raw === "boolean") {
    if (field.kind.type === "check") tidied = tidy(raw);
    else if (field.kind.type === "yesNo") tidied = tidy(raw ? "oui" : "non");
    else tidied = refuse("Cette valeur n’est pas un texte : saisissez-la à nouveau.");
  } else if (typeof raw === "string") {
    if (/^[\s\u200b-\u200f\u2060\ufeff]*$/.test(raw)) return { ok: true };
    tidied = tidyTyped(field, raw, form);
  } else tidied = refuse("Cette valeur n’est pas un texte : saisissez-la à nouveau.");
  if (!tidied.ok) return tidied;
  return tidied.value === "" || tidied.value === false ? { ok: true } : { ok: true, value: tidied.value };
};

/** Judges a stored value: a French message, or undefined when it is sound. Stored values are already tidy. */
export const checkValue = (field: Field, value: unknown, form: FormVersion): string | undefined => {
  const result = tidyValue(field, value, form);
  if (!result.ok) return result.message;
  if (result.value === undefined || result.value === value) return undefined;
  return "Cette valeur n’est pas écrite sous sa forme enregistrée : saisissez-la à nouveau.";
};

const withCode = (id: string, code: string, form: FormVersion): string =>
  hasCode(id, code, form) ? `${code} – ${labelOfCode(id, code, form)}` : code;

const displayText = (field: Field, value: string, form: FormVersion): string => {
  const { kind } = field;
  switch (kind.type) {
    case "date":
      return isCalendarDate(value) ? formatDate(value) : value;
    case "code":
    case "choice":
      return kind.nomenclature === "departement"
        ? withCode("departement", value, form)
        : labelOfCode(kind.nomenclature, value, form);
    case "idcc":
      return withCode("idccOpco", value, form);
    case "yesNo":
      return labelOfCode("ouiNon", value);
    case "siret":
      return displaySiret(value);
    case "naf":
      return displayNaf(value);
    case "rncp":
      return displayRncp(value);
    case "nir":
      return displayNir(value);
    case "phone":
      return displayPhone(value);
    default:
      return value;
  }
};

/** French writing of a stored value: 05/09/2026, 1 234,56 €, 04 91 00 00 00, the label of a code. « » when empty. */
export const displayValue = (field: Field, value: unknown, form: FormVersion): string => {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "Oui" : "Non";
  if (typeof value === "number") {
    if (field.kind.type === "cents") {
      const per = field.kind.unit?.replace(/^€/, "") ?? "";
      return `${displayCents(value)}${per}`;
    }
    const unit = field.kind.type === "integer" ? field.kind.unit : undefined;
    const digits = String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return unit ? `${digits}\u00a0${unit}` : digits;
  }
  return typeof value === "string" ? displayText(field, value, form) : "";
};

/** What may be shown of a sensitive value: dots, the same for every person. Other fields are displayed as they are. */
export const maskValue = (field: Field, value: unknown, form: FormVersion): string => {
  if (!field.sensitive) return displayValue(field, value, form);
  if (value === undefined || value === null || value === "") return "";
  return field.kind.type === "nir" ? MASKED_NIR : "••••••";
};

/** The codes to offer in a list: repealed ones and headings that are not full codes left out. */
export const optionsOf = (field: Field, form: FormVersion): readonly NomenclatureItem[] => {
  const { kind } = field;
  if (kind.type === "idcc") return nomenclature("idccOpco").items;
  if (kind.type === "yesNo") return nomenclature("ouiNon").items;
  if (kind.type === "text") return kind.suggestions ? nomenclature(kind.suggestions, form).items : [];
  if (kind.type !== "code" && kind.type !== "choice") return [];
  return nomenclature(kind.nomenclature, form).items.filter(
    (item) => item.abroge !== true && item.detaille !== false,
  );
};
