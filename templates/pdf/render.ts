import type { DocumentType } from "../../shared/workflow/index.ts";
import { drawCalendrier } from "./calendrier.ts";
import { drawCerfa } from "./cerfa/draw.ts";
import { drawConvention } from "./convention.ts";
import { drawProgramme } from "./programme.ts";
import type { DocumentInput } from "./types.ts";

export type Layout = (input: DocumentInput) => Promise<Uint8Array>;

/** One layout a document of the catalogue (`shared/workflow/documents.ts`). */
const layouts = {
  cerfa: drawCerfa,
  convention: drawConvention,
  calendrier: drawCalendrier,
  programme: drawProgramme,
} satisfies Readonly<Record<DocumentType, Layout>>;

/** One document as PDF bytes; the same input gives the same bytes, here, in a worker or from the CLI. */
export const renderDocument = (type: DocumentType, input: DocumentInput): Promise<Uint8Array> =>
  layouts[type](input);
