/** Work that goes on beside requests: at its own pace, sooner when woken, one pass at a time. */
export interface Background {
  start(): void;
  /** Something is there to do: a pass begins, or another follows the one under way. Nothing before `start`. */
  wake(): void;
  /** No new pass; resolves when the one under way is over. */
  stop(): Promise<void>;
}

/** `pass` is repeated; a failure is named to `log` by its kind alone, and the next pass tries again. */
export const inBackground = (
  name: string,
  everyMs: number,
  pass: () => Promise<unknown>,
  log?: (line: string) => void,
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
    running = pass()
      .catch((error: unknown) => log?.(`${name}: ${error instanceof Error ? error.name : "erreur"}`))
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
