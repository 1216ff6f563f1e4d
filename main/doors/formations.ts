import type { Deps } from "../deps.ts";
import type { DocumentService } from "../documents/service.ts";
import { bytesOf, pdfFile } from "../files.ts";
import { proposeCode } from "../formations/propose-code.ts";
import { listFormations, readFormation } from "../formations/read-formations.ts";
import { archiveFormation, createFormation, updateFormation } from "../formations/save-formation.ts";
import { storePiece } from "../formations/store-piece.ts";
import type { Authed } from "./staff-door.ts";

export const formationsRouter = (deps: Deps, documents: DocumentService, { formations: os }: Authed) => {
  return {
    lister: os.lister.handler(({ context, input }) => listFormations(deps)(context.actor, input)),
    lire: os.lire.handler(({ context, input }) => readFormation(deps)(context.actor, input.id)),
    creer: os.creer.handler(({ context, input }) => createFormation(deps)(context.actor, input)),
    modifier: os.modifier.handler(({ context, input }) =>
      updateFormation(deps)(context.actor, input.id, input.version, input.saisie),
    ),
    archiver: os.archiver.handler(({ context, input }) =>
      archiveFormation(deps)(context.actor, input.id, input.version, input.archivee),
    ),
    proposerCode: os.proposerCode.handler(({ input }) => proposeCode(deps)(input.base)),
    deposerPiece: os.deposerPiece.handler(async ({ context, input }) =>
      storePiece(deps)(context.actor, { nom: input.fichier.name, contenu: await bytesOf(input.fichier) }),
    ),
    apercu: os.apercu.handler(async ({ context, input }) =>
      pdfFile(await documents.formationPiece(context.actor, input.id, input.type)),
    ),
  };
};
