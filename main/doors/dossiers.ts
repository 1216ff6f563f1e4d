import { accessLetter } from "../access/access-letter.ts";
import { createPhoneCode } from "../access/phone-code.ts";
import type { Deps } from "../deps.ts";
import type { PdfPool } from "../documents/pool.ts";
import { confirmAlert } from "../entry/confirm-alert.ts";
import { findEstablishment } from "../entry/establishment.ts";
import { depositStatus } from "../entry/explain.ts";
import { compareAttachedCerfa, takeOverCerfa } from "../exchange/compare-cerfa.ts";
import { pdfFile } from "../files.ts";
import { inviteAlternants } from "../invitations/invite-alternants.ts";
import { resendInvitation } from "../invitations/resend-invitation.ts";
import { checkDossiers, listDossiers, readDossier, readHistory } from "../lists/read.ts";
import { moveDossier } from "../review/move-dossier.ts";
import { onDoor } from "./gestures.ts";
import type { Authed } from "./staff-door.ts";

/** The `dossiers` part of the staff contract: each line names its use case, nothing else happens here. */
export const dossiersRouter = (deps: Deps, pool: PdfPool, { dossiers: os }: Authed) => {
  const move = moveDossier(deps);
  return {
    ...onDoor(deps, os),
    lister: os.lister.handler(({ context, input }) => listDossiers(deps)(context.actor, input)),
    inviter: os.inviter.handler(({ context, input }) => inviteAlternants(deps)(context.actor, input)),
    controler: os.controler.handler(({ context, input }) => checkDossiers(deps)(context.actor, input.ids)),
    chercherEtablissement: os.chercherEtablissement.handler(({ input }) =>
      findEstablishment(deps)(input.siret),
    ),
    historique: os.historique.handler(({ context, input }) =>
      readHistory(deps)(context.actor, input.id, input.curseur),
    ),
    confirmerAlerte: os.confirmerAlerte.handler(({ context, input }) =>
      confirmAlert(deps)(context.actor, input.id, input.version, input.regle, input.motif),
    ),
    comparerCerfa: os.comparerCerfa.handler(({ context, input }) =>
      compareAttachedCerfa(deps)(context.actor, input.id),
    ),
    reprendreCerfa: os.reprendreCerfa.handler(({ context, input }) =>
      takeOverCerfa(deps)(context.actor, input.id, input.champs),
    ),
    rouvrir: os.rouvrir.handler(({ context, input }) =>
      move(context.actor, "rouvrir", input.id, input.version, input.motif),
    ),
    abandonner: os.abandonner.handler(({ context, input }) =>
      move(context.actor, "abandonner", input.id, input.version, input.motif),
    ),
    reprendre: os.reprendre.handler(({ context, input }) =>
      move(context.actor, "reprendre", input.id, input.version),
    ),
    inviterDeNouveau: os.inviterDeNouveau.handler(async ({ context, input }) => {
      await resendInvitation(deps)(context.actor, input.id, input.qualite, input.courriel);
      return readDossier(deps)(context.actor, input.id);
    }),
    codeTelephone: os.codeTelephone.handler(({ context, input }) =>
      createPhoneCode(deps)(context.actor, input.id, input.qualite),
    ),
    lettreAcces: os.lettreAcces.handler(async ({ context, input }) =>
      pdfFile(await accessLetter(deps, pool.renderLetter)(context.actor, input.id, input.qualite)),
    ),
    depot: os.depot.handler(({ context, input }) => depositStatus(deps)(context.actor, input.id)),
  };
};
