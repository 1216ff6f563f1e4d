import type { Readable } from "node:stream";
import nodemailer, { type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool/index.js";
import type { Smtp } from "../../shared/api/staff/office.ts";
import type { Deps } from "../deps.ts";
import { addressed, assertOnly } from "./address.ts";
import { classify, type Verdict } from "./classify.ts";

export const smtpPasswordName = "smtp-mot-de-passe";

export interface Letter {
  readonly destinataire: string;
  readonly sujet: string;
  readonly texte: string;
  readonly html: string;
  readonly messageId: string;
}
export type Delivery = { readonly sort: "sent" } | Verdict;

export interface MailTransport {
  send(letter: Letter): Promise<Delivery>;
  close(): void;
}

/** Milliseconds for the connection, the greeting, and each silence after that. */
export interface Patience {
  readonly connexion: number;
  readonly accueil: number;
  readonly silence: number;
}
const PATIENCE: Patience = { connexion: 10_000, accueil: 10_000, silence: 60_000 };

/**
 * A pooled SMTP connection with patience of seconds, not minutes. The recipient is one validated address given as an
 * object with an explicit envelope: a string would let « a@b, c@d » reach two people (measured).
 */
export const openTransport = (
  smtp: Smtp,
  motDePasse: string | undefined,
  patience: Patience = PATIENCE,
): MailTransport => {
  const options: SMTPPool.Options = {
    pool: true,
    host: smtp.hote,
    port: smtp.port,
    secure: smtp.tls === "implicite",
    requireTLS: smtp.tls === "starttls",
    ignoreTLS: smtp.tls === "aucun",
    maxConnections: 3,
    maxMessages: 500,
    connectionTimeout: patience.connexion,
    greetingTimeout: patience.accueil,
    socketTimeout: patience.silence,
    // A connection that the server closed while idle is replaced once; the outbox does the rest.
    maxRequeues: 1,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(smtp.utilisateur ? { auth: { user: smtp.utilisateur, pass: motDePasse ?? "" } } : {}),
  };
  const transporter: Transporter<SMTPPool.SentMessageInfo> = nodemailer.createTransport(options);
  const leaving = new Map<string, { destinataire: string; bodies: Readable[] }>();
  // The only way to tell a drop before the body from one after: nodemailer reports both alike, but reads the body
  // only once the server has asked for it.
  transporter.use("stream", (mail, done) => {
    const one = leaving.get(String(mail.data.messageId));
    try {
      if (!one) throw new Error("unknown message");
      assertOnly(one.destinataire, mail.message.getEnvelope());
    } catch (error) {
      return done(error instanceof Error ? error : new Error("envelope"));
    }
    const createBody = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (streamOptions) => {
      const body = createBody(streamOptions);
      one.bodies.push(body);
      return body;
    };
    done();
  });
  return {
    send: async ({ destinataire, sujet, texte, html, messageId }) => {
      const address = addressed(destinataire, smtp.expediteurCourriel);
      if (!address)
        return {
          sort: "final",
          phrase: "L’adresse du destinataire n’est pas valable\u00a0: corrigez-la, puis envoyez de nouveau.",
        };
      const bodies: Readable[] = [];
      leaving.set(messageId, { destinataire, bodies });
      try {
        const info = await transporter.sendMail({
          from: { name: smtp.expediteurNom, address: smtp.expediteurCourriel },
          ...address,
          subject: sujet,
          text: texte,
          html,
          messageId,
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return info.accepted.length === 1
          ? { sort: "sent" }
          : { sort: "final", phrase: "Le serveur n’a accepté aucun destinataire." };
      } catch (error) {
        return classify(
          error,
          bodies.some((body) => body.readableDidRead),
        );
      } finally {
        leaving.delete(messageId);
      }
    },
    close: () => transporter.close(),
  };
};

/** The transport of Réglages, made again when they change; undefined while no server is set. */
export const createTransports = (deps: Deps, patience?: Patience) => {
  let current: { key: string; transport: MailTransport; smtp: Smtp } | undefined;
  return {
    get: async (): Promise<{ transport: MailTransport; smtp: Smtp } | undefined> => {
      const smtp = await deps.store.read((tx) => tx.reglages.get<Smtp>("smtp"));
      if (!smtp) return undefined;
      const motDePasse = await deps.keychain.get(smtpPasswordName);
      const key = JSON.stringify([smtp, motDePasse]);
      if (current?.key !== key) {
        current?.transport.close();
        current = { key, smtp, transport: openTransport(smtp, motDePasse, patience) };
      }
      return current;
    },
    close: () => {
      current?.transport.close();
      current = undefined;
    },
  };
};
