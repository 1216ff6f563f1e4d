import { describe, expect, it } from "vitest";
import { createRateLimiter, delayAfter } from "./rate-limiter.ts";

describe("rate limiter", () => {
  it("allows a burst, then one per period, per key", () => {
    let now = 0;
    const limiter = createRateLimiter({ burst: 3, everyMs: 10_000, now: () => new Date(now) });
    for (let i = 0; i < 3; i++) limiter.take("a");
    expect(() => limiter.take("a")).toThrow(/10.secondes/);
    limiter.take("b");
    now = 10_000;
    limiter.take("a");
    expect(() => limiter.take("a")).toThrow();
    now = 5_000;
    expect(() => limiter.take("a")).toThrow();
  });

  it.each([
    [0, 0],
    [4, 0],
    [5, 2000],
    [6, 4000],
    [10, 64_000],
    [60, 900_000],
  ])("%i failures delay by %i ms", (failures, ms) => {
    expect(delayAfter(failures)).toBe(ms);
  });
});
