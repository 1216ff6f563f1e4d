/** The identifiers of the form documents (cerfa-10103.md, cerfa-12434.md), read and written: the black-box door. */

import { fieldById, fields, findField } from "./fields/index.ts";
import { aliasOf, asks, contratOfForm, type FormVersion } from "./forms/index.ts";
import type { DossierData, Field, Value } from "./kernel.ts";
import { defaultData } from "./layout.ts";
import { tidyValue } from "./values.ts";

/** Blank areas of the forms the documents name but that hold no data. */
const SIGNATURES = new Set([
  "visaCfa",
  "signatureEmployeur",
  "signatureApprenti",
  "signatureSalarie",
  "signatureRepresentantLegal",
]);

export type Part = "euros" | "centimes";
export interface Resolved {
  readonly field: Field;
  /** Which half of an amount the key holds; absent when the key is the whole field. */
  readonly part?: Part;
}

const namesOf = (form: FormVersion): ReadonlyMap<string, Resolved> => {
  const entries: [string, Resolved][] = [];
  for (const field of fields) {
    const alias = aliasOf(field, form);
    if (typeof alias === "string") entries.push([alias, { field }]);
    else if (alias)
      entries.push([alias.euros, { field, part: "euros" }], [alias.centimes, { field, part: "centimes" }]);
  }
  return new Map(entries);
};
const known = new Map<FormVersion, ReadonlyMap<string, Resolved>>();
const names = (form: FormVersion): ReadonlyMap<string, Resolved> => {
  const found = known.get(form) ?? namesOf(form);
  known.set(form, found);
  return found;
};

/** A field of the form's contract that this version asks for. */
const isOn = (field: Field, form: FormVersion): boolean =>
  field.contrats.includes(contratOfForm(form)) && asks(field, form);

/** The field behind a form's identifier (or our own id), undefined when the form has none by that name. */
export const resolveAlias = (form: FormVersion, key: string): Resolved | undefined => {
  const alias = names(form).get(key);
  if (alias) return alias;
  const field = findField(key);
  return field && isOn(field, form) ? { field } : undefined;
};

/** The identifier a form gives a field; its euros part for an amount; our id when the form does not hold it. */
export const formIdentifierOf = (field: Field | string, form: FormVersion): string => {
  const of = typeof field === "string" ? fieldById(field) : field;
  const alias = aliasOf(of, form);
  return typeof alias === "string" ? alias : (alias?.euros ?? of.id);
};

export interface DoorIssue {
  readonly champ: string;
  readonly message: string;
}

const halves = (euros: unknown, centimes: unknown): string | undefined => {
  const text = (raw: unknown): string => (raw === undefined || raw === null ? "" : String(raw).trim());
  const whole = text(euros);
  const rest = text(centimes);
  if (whole === "" && rest === "") return undefined;
  return rest === ""
    ? whole
    : `${whole === "" ? "0" : whole},${/^\d$/.test(rest) ? rest.padStart(2, "0") : rest}`;
};

/**
 * Reads a flat object keyed by a form's identifiers (or our own ids). Values are tidied; the ones that cannot be are
 * left out and reported under the key they came by. The contract follows the form. A contact address is not on the
 * forms: the company's is taken when none is given.
 */
export const fromFormIdentifiers = (
  raw: Readonly<Record<string, unknown>>,
  form: FormVersion,
): { data: DossierData; issues: DoorIssue[] } => {
  const data: Record<string, Value> = { ...defaultData({ contrat: contratOfForm(form) }) } as Record<
    string,
    Value
  >;
  const issues: DoorIssue[] = [];
  const amounts = new Map<Field, { key: string; euros?: unknown; centimes?: unknown }>();

  const store = (field: Field, key: string, value: unknown): void => {
    const tidied = tidyValue(field, value, form);
    if (!tidied.ok) issues.push({ champ: key, message: tidied.message });
    else if (tidied.value !== undefined) data[field.id] = tidied.value;
  };

  for (const [key, value] of Object.entries(raw)) {
    if (SIGNATURES.has(key) || key === "contrat") continue;
    const resolved = resolveAlias(form, key);
    if (!resolved)
      issues.push({ champ: key, message: `Le champ « ${key} » n’existe pas dans le formulaire ${form}.` });
    else if (resolved.part)
      amounts.set(resolved.field, { key, ...amounts.get(resolved.field), [resolved.part]: value });
    else store(resolved.field, key, value);
  }
  for (const [field, { key, euros, centimes }] of amounts) store(field, key, halves(euros, centimes));
  if (data.contactEntrepriseCourriel === undefined && data.employeurCourriel !== undefined)
    data.contactEntrepriseCourriel = data.employeurCourriel;
  return { data, issues };
};

/** The data under a form's identifiers, amounts cut in euros and centimes; fields no form holds keep our id. */
export const toFormIdentifiers = (data: DossierData, form: FormVersion): Record<string, Value> => {
  const out: Record<string, Value> = {};
  for (const field of fields) {
    const value = data[field.id];
    if (value === undefined || !isOn(field, form)) continue;
    const alias = aliasOf(field, form);
    if (alias !== undefined && typeof alias !== "string" && typeof value === "number") {
      out[alias.euros] = Math.floor(value / 100);
      out[alias.centimes] = value % 100;
    } else out[formIdentifierOf(field, form)] = value;
  }
  return out;
};
