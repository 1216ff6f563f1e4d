import { tropDeTentatives } from "./errors.ts";

/** Allows `burst` at once and one more every `everyMs`, per key; asked before anything costly is done. */
export interface RateLimiter {
  /** Throws « Trop de tentatives » with the seconds to wait. */
  take(key: string): void;
}

const MAX_KEYS = 20_000;

export const createRateLimiter = (options: {
  burst: number;
  everyMs: number;
  now: () => Date;
}): RateLimiter => {
  const { burst, everyMs, now } = options;
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take: (key) => {
      const instant = now().getTime();
      const bucket = buckets.get(key) ?? { tokens: burst, at: instant };
      // A clock set back gives nothing back.
      const elapsed = Math.max(0, instant - bucket.at);
      const tokens = Math.min(burst, bucket.tokens + elapsed / everyMs);
      if (tokens < 1) throw tropDeTentatives(Math.max(1, Math.ceil(((1 - tokens) * everyMs) / 1000)));
      buckets.delete(key);
      buckets.set(key, { tokens: tokens - 1, at: Math.max(instant, bucket.at) });
      if (buckets.size > MAX_KEYS) {
        const oldest = buckets.keys().next().value;
        if (oldest !== undefined) buckets.delete(oldest);
      }
    },
  };
};

/** From the fifth failure on, each one doubles the wait of that account: 2 s, 4 s… up to 15 minutes. Never a lock for good. */
export const delayAfter = (failures: number): number =>
  failures < 5 ? 0 : Math.min(15 * 60, 2 ** (failures - 4)) * 1000;
