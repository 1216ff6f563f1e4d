import { randomUUID } from "node:crypto";
import type { OutboxMessage } from "../../db/ports.ts";
import { renderEmail, resendable } from "../../templates/emails/index.ts";
import type { Deps } from "../deps.ts";
import { createTransports, type Delivery } from "./transport.ts";

const LEASE_MS = 120_000;
const BATCH = 20;
const TICK_MS = 15_000;
const MAX_TRIES = 25;
const MAX_AGE_TRIES_MS = 6 * 3_600_000;

/** 1 min, 2, 4… up to 6 h, with a tenth of jitter so that a recovered server is not stormed. */
export const backOff = (tries: number, random: number): number =>
  Math.round(Math.min(MAX_AGE_TRIES_MS, 60_000 * 2 ** Math.max(0, tries - 1)) * (0.9 + random * 0.2));

export interface OutboxWorker {
  start(): void;
  /** Something was added: deliver without waiting for the next tick. */
  wake(): void;
  /** One pass over what is due; returns how many were handled. */
  pass(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Delivers what transactions have put in the outbox: leased, sent, then settled. A crash between leaves a lease that
 * comes back; the Message-ID is the same on each attempt. Nothing personal is logged.
 */
export const createOutboxWorker = (
  deps: Deps,
  options: { log?: (line: string) => void } = {},
): OutboxWorker => {
  const owner = randomUUID();
  const transports = createTransports(deps);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<number> | undefined;
  let again = false;
  let stopped = false;

  const settle = async (message: OutboxMessage, delivery: Delivery): Promise<void> => {
    const now = deps.now();
    await deps.store.write(async (tx) => {
      if (delivery.sort === "sent") return tx.outbox.sent(message.id, now.toISOString());
      if (delivery.sort === "final") return tx.outbox.fail(message.id, delivery.phrase);
      const uncertain = delivery.sort === "uncertain";
      // Sending an invitation twice is harmless; anything else waits for somebody’s decision.
      if (uncertain && !resendable(message.modele)) return tx.outbox.uncertain(message.id, delivery.phrase);
      if (message.tentatives >= MAX_TRIES)
        return tx.outbox.fail(message.id, `${delivery.phrase} Abandonné après ${MAX_TRIES} essais.`);
      if (uncertain && message.tentatives >= 3) return tx.outbox.uncertain(message.id, delivery.phrase);
      const wait = Math.max(delivery.attendreMs ?? 0, backOff(message.tentatives, Math.random()));
      return tx.outbox.retry(message.id, new Date(now.getTime() + wait).toISOString(), delivery.phrase);
    });
  };

  const deliver = async (
    message: OutboxMessage,
    send: NonNullable<Awaited<ReturnType<typeof transports.get>>>,
  ): Promise<void> => {
    try {
      const { text, html } = renderEmail(message.modele, message.params, message.secret);
      await settle(
        message,
        await send.transport.send({
          destinataire: message.destinataire,
          sujet: message.sujet,
          texte: text,
          html,
          messageId: message.messageId,
        }),
      );
    } catch (error) {
      options.log?.(`courriel ${message.id}: ${error instanceof Error ? error.name : "erreur"}`);
      await settle(message, {
        sort: "final",
        phrase: "Le message n’a pas pu être composé : signalez-le au support.",
      });
    }
  };

  const pass = async (): Promise<number> => {
    const send = await transports.get();
    if (!send) return 0;
    let handled = 0;
    for (;;) {
      const now = deps.now();
      const until = new Date(now.getTime() + LEASE_MS).toISOString();
      const messages = await deps.store.write((tx) =>
        tx.outbox.lease(owner, now.toISOString(), until, BATCH),
      );
      if (messages.length === 0 || stopped) return handled;
      const pause = 60_000 / send.smtp.debitParMinute;
      for (const message of messages) {
        const began = performance.now();
        await deliver(message, send);
        handled += 1;
        const rest = pause - (performance.now() - began);
        // A modest rate is a setting of the provider; a burst of a few mails does not wait for it.
        if (rest > 0 && handled > 10) await new Promise((resolve) => setTimeout(resolve, rest));
      }
    }
  };

  const run = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = pass()
      .catch((error: unknown) => {
        options.log?.(`courriels: ${error instanceof Error ? error.name : "erreur"}`);
        return 0;
      })
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          run();
        }
      });
  };

  return {
    start: () => {
      timer = setInterval(run, TICK_MS);
      timer.unref();
      run();
    },
    wake: () => {
      if (timer) run();
    },
    pass,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
      transports.close();
    },
  };
};
