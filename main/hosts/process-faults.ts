import { phraseIncident } from "../../shared/catalogues/incidents.ts";
import { sentenceOf } from "../errors.ts";
import { recordIncident } from "../incident.ts";
import type { Log } from "../log.ts";

/** The sentence of a failure to start: ours as it is, otherwise a reference that the log knows. */
export const whyNotStarted = (log: Log, error: unknown): string =>
  sentenceOf(error) ?? phraseIncident(recordIncident(log, error, { lieu: "demarrage" }));

const nobodyReads = (): void => {};
/** A process has one log and one way to say its last words: the latest given. */
let watching: { log: Log; lastWords: (sentence: string) => void } | undefined;

/**
 * What nobody caught. An error ends the process, whose state is no longer known, after its last words; a promise that
 * nobody awaited is kept and the rest goes on: what it touched was a transaction of its own.
 */
export const watchProcess = (log: Log, lastWords: (sentence: string) => void): void => {
  const first = watching === undefined;
  watching = { log, lastWords };
  if (first) listen();
};

const listen = (): void => {
  // A closed terminal is no reason to end, nor an error to report on itself.
  process.stdout.on("error", nobodyReads);
  process.stderr.on("error", nobodyReads);
  process.on("uncaughtException", (error) => {
    if (!watching) return;
    const reference = recordIncident(watching.log, error, { lieu: "processus" });
    watching.log.say("arret", { cause: "erreur", ms: process.uptime() * 1000 });
    watching.lastWords(`Cactus s’est arrêté sur une erreur inattendue. Référence ${reference}.`);
  });
  process.on("unhandledRejection", (reason) => {
    if (watching) recordIncident(watching.log, reason, { lieu: "promesse" });
  });
};

/** The last words of a process without a window: stderr, and an exit code. */
export const sayAndExit = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};
