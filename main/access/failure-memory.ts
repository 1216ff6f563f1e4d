import { delayAfter } from "../rate-limiter.ts";

/**
 * Failures of addresses that have no account, delayed exactly as an account’s own are: otherwise the wait itself
 * would tell who has an account.
 */
export interface FailureMemory {
  /** Milliseconds to wait; 0 when none. */
  wait(key: string): number;
  fail(key: string): void;
  count(key: string): number;
}

const MAX_KEYS = 20_000;

export const createFailureMemory = (now: () => Date): FailureMemory => {
  const known = new Map<string, { echecs: number; until: number }>();
  return {
    count: (key) => known.get(key)?.echecs ?? 0,
    wait: (key) => Math.max(0, (known.get(key)?.until ?? 0) - now().getTime()),
    fail: (key) => {
      const echecs = (known.get(key)?.echecs ?? 0) + 1;
      known.delete(key);
      known.set(key, { echecs, until: now().getTime() + delayAfter(echecs) });
      if (known.size > MAX_KEYS) {
        const oldest = known.keys().next().value;
        if (oldest !== undefined) known.delete(oldest);
      }
    },
  };
};
