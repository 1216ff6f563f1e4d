import { accessLetter } from "../access/access-letter.ts";
import { createPhoneCode } from "../access/phone-code.ts";
import type { Deps } from "../deps.ts";
import type { PdfPool } from "../documents/pool.ts";
import { carryDates, confirmDates } from "../entry/dates.ts";
import { findEstablishment } from "../entry/establishment.ts";
import { depositStatus, explainField } from "../entry/explain.ts";
import { attachCerfa, confirmAlert, proposePay, revealNir } from "../entry/gestures.ts";
import { validateTab } from "../entry/validate-tab.ts";
import { writeFields } from "../entry/write-fields.ts";
import { compareAttachedCerfa, takeOverCerfa } from "../exchange/compare-cerfa.ts";
import { bytesOf, pdfFile } from "../files.ts";
import { inviteAlternants } from "../invitations/invite-alternants.ts";
import { resendInvitation } from "../invitations/resend-invitation.ts";
import { checkDossiers, listDossiers, readDossier, readHistory } from "../lists/read.ts";
import { freezeDossier } from "../review/freeze-dossier.ts";
import { moveDossier } from "../review/move-dossier.ts";
import { requestValidation } from "../review/request-validation.ts";
import { authed } from "./authed.ts";

/** The `dossiers` part of the staff contract: each line names its use case, nothing else happens here. */
export const dossiersRouter = (deps: Deps, pool: PdfPool) => {
  const os = authed(deps).dossiers;
  const move = moveDossier(deps);
  return {
    lister: os.lister.handler(({ context, input }) => listDossiers(deps)(context.actor, input)),
    lire: os.lire.handler(({ context, input }) => readDossier(deps)(context.actor, input.id)),
    historique: os.historique.handler(({ context, input }) =>
      readHistory(deps)(context.actor, input.id, input.curseur),
    ),
    inviter: os.inviter.handler(({ context, input }) => inviteAlternants(deps)(context.actor, input)),
    ecrire: os.ecrire.handler(({ context, input }) =>
      writeFields(deps)(context.actor, input.id, input.changements),
    ),
    validerOnglet: os.validerOnglet.handler(({ context, input }) =>
      validateTab(deps)(context.actor, input.id, input.onglet),
    ),
    reporterDates: os.reporterDates.handler(({ context, input }) =>
      carryDates(deps)(context.actor, input.id, input.version),
    ),
    confirmerDates: os.confirmerDates.handler(({ context, input }) =>
      confirmDates(deps)(context.actor, input.id, input.version),
    ),
    proposerRemuneration: os.proposerRemuneration.handler(({ context, input }) =>
      proposePay(deps)(context.actor, input.id, input.version),
    ),
    confirmerAlerte: os.confirmerAlerte.handler(({ context, input }) =>
      confirmAlert(deps)(context.actor, input.id, input.version, input.regle, input.motif),
    ),
    joindreCerfa: os.joindreCerfa.handler(async ({ context, input }) =>
      attachCerfa(deps)(context.actor, input.id, input.version, {
        nom: input.fichier.name,
        contenu: await bytesOf(input.fichier),
      }),
    ),
    comparerCerfa: os.comparerCerfa.handler(({ context, input }) =>
      compareAttachedCerfa(deps)(context.actor, input.id),
    ),
    reprendreCerfa: os.reprendreCerfa.handler(({ context, input }) =>
      takeOverCerfa(deps)(context.actor, input.id, input.champs),
    ),
    demander: os.demander.handler(({ context, input }) =>
      requestValidation(deps)(context.actor, input.id, input.version),
    ),
    retirer: os.retirer.handler(({ context, input }) =>
      move(context.actor, "retirer", input.id, input.version),
    ),
    valider: os.valider.handler(({ context, input }) =>
      freezeDossier(deps)(context.actor, input.id, input.version),
    ),
    retourner: os.retourner.handler(({ context, input }) =>
      move(context.actor, "retourner", input.id, input.version, input.motif),
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
    revelerNir: os.revelerNir.handler(({ context, input }) => revealNir(deps)(context.actor, input.id)),
    inviterDeNouveau: os.inviterDeNouveau.handler(async ({ context, input }) => {
      await resendInvitation(deps)(context.actor, input.id, input.qualite, input.courriel);
      return readDossier(deps)(context.actor, input.id);
    }),
    codeTelephone: os.codeTelephone.handler(({ context, input }) =>
      createPhoneCode(deps)(context.actor, input.id, input.qualite),
    ),
    lettreAcces: os.lettreAcces.handler(async ({ context, input }) =>
      pdfFile(await accessLetter(deps, pool)(context.actor, input.id, input.qualite)),
    ),
    controler: os.controler.handler(({ context, input }) => checkDossiers(deps)(context.actor, input.ids)),
    pourquoi: os.pourquoi.handler(({ context, input }) =>
      explainField(deps)(context.actor, input.id, input.champ),
    ),
    depot: os.depot.handler(({ context, input }) => depositStatus(deps)(context.actor, input.id)),
    chercherEtablissement: os.chercherEtablissement.handler(({ context, input }) =>
      findEstablishment(deps)(context.actor, input.siret),
    ),
  };
};
