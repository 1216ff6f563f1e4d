/** What one version of an official form says of itself; each version has its folder, `index.ts` lists them. */
import type { CalendarDate } from "../calendar.ts";
import type { Box, Condition, Contrat, Field } from "../kernel.ts";
import type { NomenclatureFile, NomenclatureItem } from "../nomenclatures/types.ts";

/** The blank of a form, drawn out of the official PDF by `scripts/extract-form-layout.ts`. */
export interface FormLayout {
  readonly form: string;
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly fills: readonly { x: number; y: number; w: number; h: number; color: string }[];
    readonly lines: readonly { x1: number; y1: number; x2: number; y2: number; w: number }[];
    readonly texts: readonly { x: number; y: number; size: number; style: string; text: string }[];
    readonly boxes: readonly { nom: string; type: string; rect: number[] }[];
  }[];
}

/** The name a form's documents give a field; an amount has two. */
export type Alias = string | { readonly euros: string; readonly centimes: string };

/** What a version changes in a table of the version it derives from. */
export interface Amendment {
  /** New codes, and codes worded otherwise. */
  readonly added?: readonly NomenclatureItem[];
  /** Codes the version no longer has. */
  readonly removed?: readonly string[];
}

/**
 * Everything of one form version. With a `base`, it says only what differs from it; `null` says that the base's box or
 * name is gone. The first versions declare their boxes with the fields themselves.
 */
export interface FormDefinition<Id extends string = string> {
  readonly id: Id;
  readonly contrat: Contrat;
  /** As printed on the documents. */
  readonly title: string;
  /** First day it is used. */
  readonly since: CalendarDate;
  /** The version it derives from, of the same contract. */
  readonly base?: string;
  readonly boxes?: Readonly<Record<string, Box | null>>;
  readonly aliases?: Readonly<Record<string, Alias | null>>;
  /** Whole tables, its own or in the place of the base's. */
  readonly nomenclatures?: NomenclatureFile;
  /** Tables of the base, code by code. */
  readonly amendments?: Readonly<Record<string, Amendment>>;
  /** Fields that the form asks for since this version; older ones neither show nor print them. */
  readonly fields?: readonly Field[];
  /** Obligations and conditions that this version words otherwise. */
  readonly conditions?: Readonly<
    Record<string, { readonly required?: Condition; readonly shown?: Condition }>
  >;
  /** Loaded only where pages are drawn: it is large. */
  readonly layout?: () => Promise<{ readonly default: FormLayout }>;
}
