import { renderDocument } from "../../templates/pdf/render.ts";
import type { RenderJob } from "./pool.ts";

/** Entry of a rendering thread: one document in, its bytes out. */
export default async ({ type, input }: RenderJob): Promise<Uint8Array> => renderDocument(type, input);
