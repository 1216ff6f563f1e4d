import type { DocumentType } from "../../shared/workflow/index.ts";
import { drawCalendrier } from "./calendrier.ts";
import { drawCerfa } from "./cerfa/draw.ts";
import { drawConvention } from "./convention.ts";
import { drawProgramme } from "./programme.ts";
import type { DocumentInput } from "./types.ts";

const drawers: Readonly<Record<DocumentType, (input: DocumentInput) => Promise<Uint8Array>>> = {
  cerfa: drawCerfa,
  convention: drawConvention,
  calendrier: drawCalendrier,
  programme: drawProgramme,
};

/** One document as PDF bytes; the same input gives the same bytes, here, in a worker or from the CLI. */
export const renderDocument = (type: DocumentType, input: DocumentInput): Promise<Uint8Array> =>
  drawers[type](input);
