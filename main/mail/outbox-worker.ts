import { randomUUID } from "node:crypto";
import type { AuditEntry, OutboxMessage } from "../../db/ports.ts";
import { findMail } from "../../shared/catalogues/mails.ts";
import { composeStored } from "../../templates/emails/index.ts";
import { type Background, inBackground } from "../background.ts";
import type { Deps } from "../deps.ts";
import { recordIncident } from "../incident.ts";
import { createPace } from "./pace.ts";
import { createTransports, type Delivery, type MailTransport, type Patience } from "./transport.ts";

/** One message at a time, for longer than the slowest server takes: a lease never runs out under a living sender. */
const LEASE_MS = 300_000;
const TICK_MS = 15_000;
/** With the delays of `backOff`, three days. */
const MAX_TRIES = 20;
const MAX_AGE_TRIES_MS = 6 * 3_600_000;

/** 1 min, 2, 4… up to 6 h, with a tenth of jitter so that a recovered server is not stormed. */
export const backOff = (tries: number, random: number): number =>
  Math.round(Math.min(MAX_AGE_TRIES_MS, 60_000 * 2 ** Math.max(0, tries - 1)) * (0.9 + random * 0.2));

/** A mail that waits for somebody’s decision is in the history: without an address, and found in Courriels. */
const trace = (message: OutboxMessage, action: string, phrase: string): AuditEntry => ({
  acteur: "Cactus",
  porte: "systeme",
  action,
  phrase,
  ...(message.dossierId ? { dossierId: message.dossierId } : {}),
});

export interface OutboxWorker extends Background {
  /** One pass over what is due; returns how many were handled. */
  pass(): Promise<number>;
}

/**
 * Delivers what transactions have put in the outbox: leased, sent, then settled. A crash between leaves a lease that
 * comes back; the Message-ID is the same on each attempt. Nothing personal is logged.
 */
export const createOutboxWorker = (deps: Deps, options: { patience?: Patience } = {}): OutboxWorker => {
  const owner = randomUUID();
  const transports = createTransports(deps, options.patience);
  const pace = createPace();
  let stopped = false;

  const settle = async (message: OutboxMessage, delivery: Delivery): Promise<void> => {
    const now = deps.now();
    await deps.store.write(async (tx) => {
      const giveUp = async (phrase: string): Promise<void> => {
        await tx.outbox.fail(message.id, phrase);
        await tx.audit.record(trace(message, "courriel.echec", "n’a pas pu envoyer un courriel"));
      };
      const doubt = async (phrase: string): Promise<void> => {
        await tx.outbox.uncertain(message.id, phrase);
        await tx.audit.record(trace(message, "courriel.incertain", "ne sait pas si un courriel est parti"));
      };
      if (delivery.sort === "sent") return tx.outbox.sent(message.id, now.toISOString());
      if (delivery.sort === "final") return giveUp(delivery.phrase);
      const uncertain = delivery.sort === "uncertain";
      // Sending an invitation twice is harmless; what the catalogue says is not waits for somebody’s decision.
      if (uncertain && !findMail(message.modele)?.deuxFois) return doubt(delivery.phrase);
      if (message.tentatives >= MAX_TRIES)
        return giveUp(`${delivery.phrase} Abandonné après ${MAX_TRIES} essais.`);
      if (uncertain && message.tentatives >= 3) return doubt(delivery.phrase);
      const wait = Math.max(delivery.attendreMs ?? 0, backOff(message.tentatives, Math.random()));
      return tx.outbox.retry(message.id, new Date(now.getTime() + wait).toISOString(), delivery.phrase);
    });
  };

  const compose = (message: OutboxMessage) => {
    try {
      return composeStored(message.modele, message.params, message.secret);
    } catch (error) {
      recordIncident(deps.log, error, { lieu: "courriels" });
      return undefined;
    }
  };

  const deliver = async (message: OutboxMessage, transport: MailTransport): Promise<Delivery> => {
    const mail = compose(message);
    if (!mail)
      return { sort: "final", phrase: "Le message n’a pas pu être composé\u00a0: signalez-le au support." };
    if (mail.perimeLe && mail.perimeLe <= deps.now().toISOString())
      return {
        sort: "final",
        phrase: "Le lien a expiré avant l’envoi\u00a0: la personne peut en demander un autre.",
      };
    return transport.send({
      destinataire: message.destinataire,
      sujet: message.sujet,
      texte: mail.text,
      html: mail.html,
      messageId: message.messageId,
    });
  };

  const lease = async (): Promise<OutboxMessage | undefined> => {
    const now = deps.now();
    const until = new Date(now.getTime() + LEASE_MS).toISOString();
    return (await deps.store.write((tx) => tx.outbox.lease(owner, now.toISOString(), until, 1)))[0];
  };

  const pass = async (): Promise<number> => {
    const send = await transports.get();
    let handled = 0;
    while (send && !stopped) {
      await pace.ready(send.smtp.debitParMinute);
      const message = stopped ? undefined : await lease();
      if (!message) break;
      pace.spend();
      const since = performance.now();
      const delivery = await deliver(message, send.transport);
      // A failure to write here leaves the lease: it comes back, as after a crash, with the same Message-ID.
      await settle(message, delivery);
      deps.log.say("courriel", {
        id: message.id,
        modele: message.modele,
        sort: delivery.sort,
        tentatives: message.tentatives,
        ms: performance.now() - since,
      });
      handled += 1;
      if (delivery.sort !== "sent" && delivery.serveur) break;
    }
    return handled;
  };

  const background = inBackground("courriels", TICK_MS, pass, deps.log);
  return {
    ...background,
    pass,
    stop: async () => {
      stopped = true;
      pace.stop();
      await background.stop();
      transports.close();
    },
  };
};
