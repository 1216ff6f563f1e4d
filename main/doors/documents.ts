import type { Deps } from "../deps.ts";
import { type PackService, rehearse } from "../documents/packs.ts";
import type { DocumentService } from "../documents/service.ts";
import { pdfFile, zipFile } from "../files.ts";
import type { Authed } from "./staff-door.ts";

export const documentsRouter = (
  deps: Deps,
  documents: DocumentService,
  packs: PackService,
  { documents: os }: Authed,
) => {
  return {
    produire: os.produire.handler(async ({ context, input }) =>
      pdfFile(await documents.produce(context.actor, input.id, input.type)),
    ),
    repeter: os.repeter.handler(({ context, input }) =>
      rehearse(deps)(context.actor, input.ids, input.types),
    ),
    lancerLiasse: os.lancerLiasse.handler(({ context, input }) =>
      packs.start(context.actor, input.ids, input.types),
    ),
    tache: os.tache.handler(({ context, input }) => packs.state(context.actor, input.id)),
    annuler: os.annuler.handler(({ context, input }) => packs.cancel(context.actor, input.id)),
    recupererLiasse: os.recupererLiasse.handler(async ({ context, input }) => {
      return zipFile(await packs.file(context.actor, input.id));
    }),
  };
};
