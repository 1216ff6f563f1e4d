import type { Deps } from "../deps.ts";
import { introuvable } from "../errors.ts";
import type { EmbeddedSink } from "../mail/embedded-sink.ts";
import { listMails, resendMail } from "../mail/read-mails.ts";
import { readSmtp, saveSmtp, trySmtp } from "../mail/smtp-settings.ts";
import type { Authed } from "./staff-door.ts";

export const mailRouter = (deps: Deps, sink: EmbeddedSink | undefined, { courriels }: Authed) => {
  return {
    lister: courriels.lister.handler(({ context, input }) => listMails(deps)(context.actor, input)),
    renvoyer: courriels.renvoyer.handler(({ context, input }) => resendMail(deps)(context.actor, input.id)),
    boite: courriels.boite.handler(() => ({
      active: sink !== undefined,
      messages: (sink?.list() ?? []).map(({ id, a, sujet, recuLe }) => ({ id, a, sujet, recuLe })),
    })),
    lireMessage: courriels.lireMessage.handler(({ input }) => {
      const message = sink?.read(input.id);
      if (!message) throw introuvable("Message");
      const { a, de, sujet, recuLe, texte, html } = message;
      return { a, de, sujet, recuLe, texte, ...(html ? { html } : {}) };
    }),
  };
};

/** The mail part of Réglages. */
export const smtpProcedures = (deps: Deps, { reglages }: Authed) => {
  return {
    lireSmtp: reglages.lireSmtp.handler(() => readSmtp(deps)()),
    modifierSmtp: reglages.modifierSmtp.handler(({ context, input }) =>
      saveSmtp(deps)(context.actor, input.smtp, input.motDePasse),
    ),
    essaiSmtp: reglages.essaiSmtp.handler(({ input }) => trySmtp(deps)(input.destinataire)),
  };
};
