import { Autocomplete, Text, Textarea, TextInput } from "@mantine/core";
import { optionsOf } from "../../../shared/dossier/index.ts";
import type { Kind } from "../../../shared/dossier/kernel.ts";
import type { ControlProps } from "./frame.ts";
import { frameProps, placeholderOf } from "./frame-props.tsx";

const numeric = new Set<Kind["type"]>([
  "date",
  "integer",
  "siret",
  "postalCode",
  "idcc",
  "numeroDeclaration",
]);
const inputMode = ({ type }: Kind) =>
  numeric.has(type)
    ? "numeric"
    : type === "cents"
      ? "decimal"
      : type === "phone"
        ? "tel"
        : type === "email"
          ? "email"
          : undefined;

const formats: Partial<Record<Kind["type"], string>> = { date: "jj/mm/aaaa" };

const unitOf = (kind: Kind): string | undefined =>
  kind.type === "integer" ? kind.unit : kind.type === "cents" ? (kind.unit ?? "€") : undefined;

/** Anything that is typed on one line: text, names, dates, numbers, amounts, identifiers. */
export const TextControl = (props: ControlProps) => {
  const { field, raw, onType } = props;
  const unit = unitOf(field.kind);
  return (
    <TextInput
      {...frameProps(props)}
      value={String(raw)}
      onChange={(event) => onType(event.currentTarget.value)}
      inputMode={inputMode(field.kind)}
      placeholder={placeholderOf(props, formats[field.kind.type])}
      autoComplete="off"
      rightSection={
        unit ? (
          <Text size="xs" c="dimmed" aria-hidden>
            {unit}
          </Text>
        ) : null
      }
      rightSectionWidth={unit ? Math.max(28, unit.length * 8 + 14) : undefined}
      rightSectionPointerEvents="none"
    />
  );
};

export const ParagraphControl = (props: ControlProps) => (
  <Textarea
    {...frameProps(props)}
    value={String(props.raw)}
    onChange={(event) => props.onType(event.currentTarget.value)}
    placeholder={placeholderOf(props)}
    autosize
    minRows={3}
    maxRows={14}
  />
);

/** A code or a text that a list helps to find, and that may also be typed as it is (IDCC, caisse de retraite). */
export const SuggestControl = (props: ControlProps) => {
  const { field, form, raw, onType, onChoose } = props;
  const isCode = field.kind.type === "idcc";
  const data = optionsOf(field, form).map(({ code, label }) => (isCode ? `${code} – ${label}` : label));
  const typed = (text: string) => (isCode ? (/^(\d{1,4}) – /.exec(text)?.[1] ?? text) : text);
  return (
    <Autocomplete
      {...frameProps(props)}
      value={String(raw)}
      data={[...new Set(data)]}
      limit={30}
      onChange={(text) => onType(typed(text))}
      onOptionSubmit={(text) => onChoose(typed(text))}
      placeholder={placeholderOf(props)}
      autoComplete="off"
    />
  );
};
