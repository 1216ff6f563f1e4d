/**
 * The nomenclatures, as dated data. Those that a form defines are in the folder of its version (`../forms/`) and are
 * read with that version; the others are here, the same for every form.
 */
import { type FormVersion, formTable, newestTable } from "../forms/index.ts";
import common from "./data/common.json" with { type: "json" };
import idccOpcoData from "./data/idcc-opco.json" with { type: "json" };
import smicData from "./data/smic.json" with { type: "json" };
import tauxApprentissageData from "./data/taux-apprentissage.json" with { type: "json" };
import tauxProfessionnalisationData from "./data/taux-professionnalisation.json" with { type: "json" };
import { shelf } from "./shelf.ts";
import type {
  DatedTable,
  Nomenclature,
  NomenclatureItem,
  SmicRow,
  TauxApprentissageRow,
  TauxProfessionnalisationRow,
} from "./types.ts";

export type * from "./types.ts";

/** A table no form version changes: asked for by name, without a form. */
export type CommonNomenclature = keyof typeof common | keyof typeof idccOpcoData;
const commonTables = new Map([...shelf(common), ...shelf(idccOpcoData)]);
export const commonIds = [...commonTables.keys()] as readonly CommonNomenclature[];

const codesOf = new WeakMap<Nomenclature, ReadonlyMap<string, NomenclatureItem>>();
const byCode = (of: Nomenclature): ReadonlyMap<string, NomenclatureItem> => {
  let codes = codesOf.get(of);
  if (!codes) {
    codes = new Map(of.items.map((item) => [item.code, item]));
    codesOf.set(of, codes);
  }
  return codes;
};

/**
 * The form's own table, else the common one. A value left from the other contract is not on the form: its table is
 * read as the newest version that has it. Undefined when unknown everywhere.
 */
export const findNomenclature = (id: string, form: FormVersion): Nomenclature | undefined =>
  formTable(id, form) ?? commonTables.get(id) ?? newestTable(id);

/** Throws on an unknown identifier: that is a fault of the schema, never of a person. */
export function nomenclature(id: CommonNomenclature): Nomenclature;
export function nomenclature(id: string, form: FormVersion): Nomenclature;
export function nomenclature(id: string, form?: FormVersion): Nomenclature {
  const found = form === undefined ? commonTables.get(id) : findNomenclature(id, form);
  if (!found) throw new Error(`unknown nomenclature: ${id}`);
  return found;
}

export function itemOf(id: CommonNomenclature, code: string): NomenclatureItem | undefined;
export function itemOf(id: string, code: string, form: FormVersion): NomenclatureItem | undefined;
export function itemOf(id: string, code: string, form?: FormVersion): NomenclatureItem | undefined {
  return byCode(nomenclature(id, form as FormVersion)).get(code);
}

/** The French label of a code; the code itself when it is not (or no longer) in the table. */
export function labelOf(id: CommonNomenclature, code: string): string;
export function labelOf(id: string, code: string, form: FormVersion): string;
export function labelOf(id: string, code: string, form?: FormVersion): string {
  return itemOf(id, code, form as FormVersion)?.label ?? code;
}

export function hasCode(id: CommonNomenclature, code: string): boolean;
export function hasCode(id: string, code: string, form: FormVersion): boolean;
export function hasCode(id: string, code: string, form?: FormVersion): boolean {
  return itemOf(id, code, form as FormVersion) !== undefined;
}

/** SMIC by date of effect, oldest first. A CFA may add rows in Réglages; this is the table shipped. */
export const smicTable: DatedTable<SmicRow> = smicData.smic;
/** D6222-26 grid, contracts concluded since 2019-01-01. */
export const tauxApprentissage: DatedTable<TauxApprentissageRow> = tauxApprentissageData.tauxApprentissage;
export const tauxProfessionnalisation: DatedTable<TauxProfessionnalisationRow> =
  tauxProfessionnalisationData.tauxProfessionnalisation;
