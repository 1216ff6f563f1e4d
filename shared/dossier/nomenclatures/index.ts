/**
 * The nomenclatures of the official forms, as dated data. Those a form defines are kept by form version: a new
 * version is one more JSON file and one more line in `byForm`, and a dossier frozen under the old one still reads.
 */
import { currentForm, type FormVersion } from "../kernel.ts";
import cerfa10103v14 from "./data/cerfa-10103-14.json" with { type: "json" };
import cerfa12434v05 from "./data/cerfa-12434-05.json" with { type: "json" };
import common from "./data/common.json" with { type: "json" };
import idccOpcoData from "./data/idcc-opco.json" with { type: "json" };
import smicData from "./data/smic.json" with { type: "json" };
import tauxApprentissageData from "./data/taux-apprentissage.json" with { type: "json" };
import tauxProfessionnalisationData from "./data/taux-professionnalisation.json" with { type: "json" };
import type {
  DatedTable,
  Nomenclature,
  NomenclatureItem,
  SmicRow,
  TauxApprentissageRow,
  TauxProfessionnalisationRow,
} from "./types.ts";

export type * from "./types.ts";

interface RawNomenclature extends Omit<Nomenclature, "id" | "items"> {
  readonly items: readonly (Omit<NomenclatureItem, "label"> & { readonly label: string | null })[];
  /** IDCC codes that are not conventions (9999, 9998, 3180): codes like the others. */
  readonly speciaux?: readonly NomenclatureItem[];
}
type RawFile = Readonly<Record<string, RawNomenclature>>;
type Shelf = ReadonlyMap<string, Nomenclature>;

const shelf = (file: unknown): Shelf =>
  new Map(
    Object.entries(file as RawFile).map(([id, { speciaux = [], items, ...rest }]) => [
      id,
      {
        id,
        ...rest,
        items: [...items, ...speciaux.filter((s) => !items.some((i) => i.code === s.code))].map((item) => ({
          ...item,
          label: item.label ?? item.code,
        })),
      },
    ]),
  );

/** Nomenclatures that belong to a form version. */
const byForm: Readonly<Record<FormVersion, Shelf>> = {
  "10103*14": shelf(cerfa10103v14),
  "12434*05": shelf(cerfa12434v05),
};
/** Nomenclatures no form version changes. */
const shared: readonly Shelf[] = [shelf(common), shelf(idccOpcoData)];

const codesOf = new WeakMap<Nomenclature, ReadonlyMap<string, NomenclatureItem>>();
const byCode = (of: Nomenclature): ReadonlyMap<string, NomenclatureItem> => {
  let codes = codesOf.get(of);
  if (!codes) {
    codes = new Map(of.items.map((item) => [item.code, item]));
    codesOf.set(of, codes);
  }
  return codes;
};

/** Without a form version: the shared ones, then those of the forms in force, then of older versions. */
const searchOrder: readonly Shelf[] = [
  ...shared,
  ...Object.values(currentForm).map((form) => byForm[form]),
  ...Object.values(byForm),
];

/** The nomenclature, of a given form version first when one is given; undefined when unknown. */
export const findNomenclature = (id: string, form?: FormVersion): Nomenclature | undefined =>
  (form ? byForm[form].get(id) : undefined) ?? searchOrder.find((one) => one.has(id))?.get(id);

/** Throws on an unknown identifier: that is a fault of the schema, never of a person. */
export const nomenclature = (id: string, form?: FormVersion): Nomenclature => {
  const found = findNomenclature(id, form);
  if (!found) throw new Error(`unknown nomenclature: ${id}`);
  return found;
};

export const itemOf = (id: string, code: string, form?: FormVersion): NomenclatureItem | undefined =>
  byCode(nomenclature(id, form)).get(code);

/** The French label of a code; the code itself when it is not (or no longer) in the table. */
export const labelOf = (id: string, code: string, form?: FormVersion): string =>
  itemOf(id, code, form)?.label ?? code;

export const hasCode = (id: string, code: string, form?: FormVersion): boolean =>
  itemOf(id, code, form) !== undefined;

export const nomenclatureIds: readonly string[] = [...new Set(searchOrder.flatMap((one) => [...one.keys()]))];

/** SMIC by date of effect, oldest first. A CFA may add rows in Réglages; this is the table shipped. */
export const smicTable: DatedTable<SmicRow> = smicData.smic;
/** D6222-26 grid, contracts concluded since 2019-01-01. */
export const tauxApprentissage: DatedTable<TauxApprentissageRow> = tauxApprentissageData.tauxApprentissage;
export const tauxProfessionnalisation: DatedTable<TauxProfessionnalisationRow> =
  tauxProfessionnalisationData.tauxProfessionnalisation;
