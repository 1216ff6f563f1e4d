import { optionsOf } from "../../shared/dossier/index.ts";
import type { Field, FormVersion } from "../../shared/dossier/kernel.ts";

/** Columns out of 12 that a field takes, so that an address reads as an address and a pay row fits on a line. */
export type Span = 2 | 3 | 4 | 6 | 8 | 12;

const byEnding: readonly (readonly [RegExp, Span])[] = [
  [/AdresseNumero$/, 2],
  [/AdresseVoie$/, 6],
  [/AdresseComplement$/, 4],
  [/AdresseCodePostal$/, 2],
  [/^lieuFormationAdresseCommune$|^cfaAdresseCommune$/, 6],
  [/AdresseCommune$/, 3],
  [/^remunerationA\dP\d/, 3],
  [/(Telephone)$/, 3],
  [/^employeurSiret$/, 8],
  [/^(contrat|niveauSaisie)$/, 6],
];

export const spanOf = (field: Field): Span => {
  const named = byEnding.find(([ending]) => ending.test(field.id));
  if (named) return named[1];
  switch (field.kind.type) {
    case "check":
      return 12;
    case "text":
      return field.kind.multiline ? 12 : field.kind.max > 100 ? 8 : 4;
    case "code":
    case "idcc":
      return 6;
    case "choice":
      return 4;
    case "yesNo":
      return field.label.length > 60 ? 8 : 4;
    default:
      return 4;
  }
};

/** Radio buttons when the choices are few and fit beside each other, a searchable list otherwise. */
export const asRadios = (field: Field, form: FormVersion): boolean => {
  if (field.kind.type === "yesNo") return true;
  if (field.kind.type !== "choice") return false;
  const options = optionsOf(field, form);
  const room: Readonly<Record<Span, number>> = { 2: 4, 3: 12, 4: 40, 6: 60, 8: 80, 12: 100 };
  return (
    options.length <= 4 && options.reduce((sum, { label }) => sum + label.length, 0) <= room[spanOf(field)]
  );
};
