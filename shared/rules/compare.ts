import { fields, findField } from "../dossier/fields/index.ts";
import type { DossierData, Value } from "../dossier/kernel.ts";

export interface Difference {
  readonly champ: string;
  /** Absent: not entered. */
  readonly saisi?: Value;
  /** What the signed CERFA says. */
  readonly lu: Value;
}

/** A choice of words the form cannot hold: typography, spaces and case of a text are not a difference. */
const plain = (value: Value): Value =>
  typeof value === "string"
    ? value
        .normalize("NFC")
        .replace(/[’ʼ]/g, "'")
        .replace(/[\s\u00a0\u202f]+/g, " ")
        .trim()
        .toLocaleLowerCase("fr")
    : value;

const ORDER = new Map(fields.map((field, index) => [field.id, index]));

/**
 * What the read form says otherwise, field by field, in the order of the schema. A field the form leaves empty is not
 * a difference (the form cannot hold everything), nor a value no field has.
 */
export const compareCerfa = (entered: DossierData, read: DossierData): Difference[] =>
  Object.entries(read)
    .flatMap(([champ, lu]): Difference[] => {
      if (lu === undefined || lu === "" || lu === false || !findField(champ)) return [];
      const saisi = entered[champ];
      if (saisi === undefined) return [{ champ, lu }];
      return plain(saisi) === plain(lu) ? [] : [{ champ, saisi, lu }];
    })
    .sort((a, b) => (ORDER.get(a.champ) ?? 0) - (ORDER.get(b.champ) ?? 0));
