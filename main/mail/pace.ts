import { setTimeout as wait } from "node:timers/promises";

/** A few mails leave at once; beyond, the provider’s rate per minute. On the monotonic clock. */
export interface Pace {
  ready(perMinute: number): Promise<void>;
  spend(): void;
  /** Ends a wait under way, and every later one. */
  stop(): void;
}

const BURST = 10;

export const createPace = (
  clock: () => number = () => performance.now(),
  pause: (ms: number, signal: AbortSignal) => Promise<unknown> = (ms, signal) =>
    wait(ms, undefined, { signal }).catch(() => {}),
): Pace => {
  const stopping = new AbortController();
  let tokens = BURST;
  let at = clock();
  const refill = (perMinute: number): void => {
    const now = clock();
    tokens = Math.min(BURST, perMinute, tokens + ((now - at) * perMinute) / 60_000);
    at = now;
  };
  return {
    ready: async (perMinute) => {
      refill(perMinute);
      while (tokens < 1 && !stopping.signal.aborted) {
        await pause(Math.ceil(((1 - tokens) * 60_000) / perMinute), stopping.signal);
        refill(perMinute);
      }
    },
    spend: () => {
      tokens -= 1;
    },
    stop: () => stopping.abort(),
  };
};
