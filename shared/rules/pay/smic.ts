import type { CalendarDate } from "../../dossier/calendar.ts";
import { smicTable as published } from "../../dossier/nomenclatures/index.ts";

/** SMIC from a date on. Amounts in cents, monthly for 35 h a week. */
export interface SmicValue {
  readonly depuis: CalendarDate;
  readonly horaireCentimes: number;
  readonly mensuelCentimes: number;
  readonly mayotteHoraireCentimes?: number | undefined;
  readonly texte?: string | undefined;
}
/** In any order; Réglages may replace the published table. */
export type SmicTable = readonly SmicValue[];

/** The published table (nomenclatures), oldest first. */
export const smicTable: SmicTable = published.items.map((row) => ({
  depuis: row.code,
  horaireCentimes: row.horaireCentimes,
  mensuelCentimes: row.mensuel35hCentimes,
  mayotteHoraireCentimes: row.mayotteHoraireCentimes,
  ...(row.texte ? { texte: row.texte } : {}),
}));

/** Monthly amount for 35 h a week: hourly × 35 × 52 / 12, to the nearest cent (never × 151,67). */
export const monthlyOf = (hourlyCentimes: number): number => Math.round((hourlyCentimes * 35 * 52) / 12);

/** The value in force on a day; undefined before the first known one or with an empty table. */
export const smicAt = (table: SmicTable, at: CalendarDate): SmicValue | undefined => {
  let found: SmicValue | undefined;
  for (const row of table) if (row.depuis <= at && (!found || row.depuis > found.depuis)) found = row;
  return found;
};

/** Hourly and monthly SMIC of a workplace on a day. Mayotte has its own until it joins the common one. */
export const smicOf = (
  table: SmicTable,
  at: CalendarDate,
  mayotte = false,
): { readonly depuis: CalendarDate; readonly horaire: number; readonly mensuel: number } | undefined => {
  const row = smicAt(table, at);
  if (!row) return undefined;
  return mayotte && row.mayotteHoraireCentimes !== undefined
    ? {
        depuis: row.depuis,
        horaire: row.mayotteHoraireCentimes,
        mensuel: monthlyOf(row.mayotteHoraireCentimes),
      }
    : { depuis: row.depuis, horaire: row.horaireCentimes, mensuel: row.mensuelCentimes };
};

/** A percentage of an amount, rounded up to the cent (as the State's tool does); both integers, so exact. */
export const shareUp = (centimes: number, pourcentage: number): number =>
  Math.ceil((centimes * pourcentage) / 100);
