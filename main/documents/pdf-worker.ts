import type { AccessLetter } from "../../templates/pdf/access-letter.ts";
import { renderAccessLetter } from "../../templates/pdf/access-letter.ts";
import { renderDocument } from "../../templates/pdf/render.ts";
import type { RenderJob } from "./pool.ts";

/** Entries of a rendering thread: one document in, its bytes out. */
export default async ({ type, input }: RenderJob): Promise<Uint8Array> => renderDocument(type, input);
export const letter = async (input: AccessLetter): Promise<Uint8Array> => renderAccessLetter(input);
