import type { EvenementPoste } from "../../../shared/api/poste/index.ts";

/** What the workstation tells the page that is shown. */
export interface PageEvents {
  say(event: EvenementPoste): void;
  /** Every event no page took yet, then each as it comes, until `signal` or the next listener. */
  listen(signal: AbortSignal | undefined): AsyncGenerator<EvenementPoste, void>;
}

/** Kept for a page that is not there yet (a link that started the application): the last ones, not all. */
const KEPT = 50;

export const createPageEvents = (): PageEvents => {
  const waiting: EvenementPoste[] = [];
  let wake = (): void => {};
  let generation = 0;
  return {
    say: (event) => {
      waiting.push(event);
      if (waiting.length > KEPT) waiting.shift();
      wake();
    },
    listen: async function* (signal) {
      generation += 1;
      const mine = generation;
      // A page that was reloaded leaves its former listener behind: it hears nothing more.
      wake();
      const over = (): boolean => mine !== generation || signal?.aborted === true;
      while (!over()) {
        const event = waiting.shift();
        if (event) yield event;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
            signal?.addEventListener("abort", () => resolve(), { once: true });
          });
      }
      // What it was woken for is the next one’s.
      if (mine !== generation) wake();
    },
  };
};
