import nodemailer, { type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool/index.js";
import type { Smtp } from "../../shared/api/staff/office.ts";
import { isEmail } from "../../shared/dossier/formats/index.ts";
import type { Deps } from "../deps.ts";
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

/**
 * A pooled SMTP connection with patience of seconds, not minutes. The recipient is one validated address given as an
 * object with an explicit envelope: a string would let « a@b, c@d » reach two people (measured).
 */
export const openTransport = (smtp: Smtp, motDePasse: string | undefined): MailTransport => {
  const options: SMTPPool.Options = {
    pool: true,
    host: smtp.hote,
    port: smtp.port,
    secure: smtp.tls === "implicite",
    requireTLS: smtp.tls === "starttls",
    ignoreTLS: smtp.tls === "aucun",
    maxConnections: 3,
    maxMessages: 500,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(smtp.utilisateur ? { auth: { user: smtp.utilisateur, pass: motDePasse ?? "" } } : {}),
  };
  const transporter: Transporter<SMTPPool.SentMessageInfo> = nodemailer.createTransport(options);
  return {
    send: async ({ destinataire, sujet, texte, html, messageId }) => {
      if (!isEmail(destinataire))
        return {
          sort: "final",
          phrase: "L’adresse du destinataire n’est pas valable : corrigez-la, puis envoyez de nouveau.",
        };
      try {
        const info = await transporter.sendMail({
          from: { name: smtp.expediteurNom, address: smtp.expediteurCourriel },
          to: { name: "", address: destinataire },
          envelope: { from: smtp.expediteurCourriel, to: [destinataire] },
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
        return afterData(error) ? uncertain : classify(error);
      }
    },
    close: () => transporter.close(),
  };
};

/** The connection was lost once the message had begun to leave: it may have arrived. */
const uncertain: Verdict = {
  sort: "uncertain",
  phrase: "La connexion a été coupée pendant l’envoi : le message est peut-être arrivé.",
};
const afterData = (error: unknown): boolean => {
  const { code, responseCode, command } = (error ?? {}) as {
    code?: string;
    responseCode?: number;
    command?: string;
  };
  if (responseCode !== undefined) return false;
  // nodemailer reports a drop after DATA with the command of the connection; a refused connection never gets that far.
  return (
    code === "ECONNECTION" ||
    (code === "ETIMEDOUT" && command !== "CONN_GREETING" && !isGreeting(error)) ||
    (code === "ESOCKET" && command === "DATA")
  );
};
const isGreeting = (error: unknown): boolean =>
  error instanceof Error && /greeting|connection timeout/i.test(error.message);

/** The transport of Réglages, made again when they change; undefined while no server is set. */
export const createTransports = (deps: Deps) => {
  let current: { key: string; transport: MailTransport; smtp: Smtp } | undefined;
  return {
    get: async (): Promise<{ transport: MailTransport; smtp: Smtp } | undefined> => {
      const smtp = await deps.store.read((tx) => tx.reglages.get<Smtp>("smtp"));
      if (!smtp) return undefined;
      const motDePasse = await deps.keychain.get(smtpPasswordName);
      const key = JSON.stringify([smtp, motDePasse]);
      if (current?.key !== key) {
        current?.transport.close();
        current = { key, smtp, transport: openTransport(smtp, motDePasse) };
      }
      return current;
    },
    close: () => {
      current?.transport.close();
      current = undefined;
    },
  };
};
