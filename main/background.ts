import { recordIncident } from "./incident.ts";
import type { Log } from "./log.ts";

/** Work that goes on beside requests: at its own pace, sooner when woken, one pass at a time. */
export interface Background {
  start(): void;
  /** Something is there to do: a pass begins, or another follows the one under way. Nothing before `start`. */
  wake(): void;
  /** No new pass; resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** `pass` is repeated and gives how much it did; a failure is an incident of the log, and the next pass tries again. */
export const inBackground = (
  name: "courriels" | "jugements",
  everyMs: number,
  pass: () => Promise<number>,
  log: Log,
): Background => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;
  let again = false;
  let stopped = false;
  const run = (): void => {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    const since = performance.now();
    running = pass()
      .then((faits) => {
        if (faits > 0) log.say("tache-de-fond", { tache: name, faits, ms: performance.now() - since });
      })
      .catch((error: unknown) => recordIncident(log, error, { lieu: name }))
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
      timer = setInterval(run, everyMs);
      timer.unref();
      run();
    },
    wake: () => {
      if (timer) run();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
};
