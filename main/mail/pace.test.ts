import { describe, expect, it } from "vitest";
import { createPace } from "./pace.ts";

/** Instants (ms) at which `count` mails leave at a rate, on a clock that only waiting moves. */
const departures = async (perMinute: number, count: number): Promise<number[]> => {
  let now = 0;
  const pace = createPace(
    () => now,
    async (ms) => {
      now += ms;
    },
  );
  const out: number[] = [];
  for (let i = 0; i < count; i++) {
    await pace.ready(perMinute);
    pace.spend();
    out.push(now);
  }
  return out;
};

describe("rate of sending", () => {
  it.each([
    [60, 12, [...Array(10).fill(0), 1000, 2000]],
    [600, 12, [...Array(10).fill(0), 100, 200]],
    [2, 4, [0, 0, 30_000, 60_000]],
    [1, 3, [0, 60_000, 120_000]],
  ])("%i a minute", async (perMinute, count, expected) => {
    expect(await departures(perMinute, count)).toEqual(expected);
  });

  it("never exceeds burst + rate over any minute", async () => {
    const out = await departures(60, 400);
    for (const start of out)
      expect(out.filter((t) => t >= start && t < start + 60_000).length).toBeLessThanOrEqual(70);
  });

  it("stopping ends a wait under way", async () => {
    const pace = createPace();
    for (let i = 0; i < 10; i++) pace.spend();
    const waiting = pace.ready(1);
    pace.stop();
    await waiting;
  });
});
