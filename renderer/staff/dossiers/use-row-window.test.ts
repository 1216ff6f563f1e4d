import { describe, expect, it } from "vitest";
import { rowWindow } from "./use-row-window.ts";

describe("rowWindow", () => {
  it.each([
    ["top of the list", 300, 800, 50, 1000, { start: 0, end: 32 }],
    ["short list", 300, 800, 50, 3, { start: 0, end: 3 }],
    ["empty list", 300, 800, 50, 0, { start: 0, end: 0 }],
    ["in the middle", -5000, 800, 50, 1000, { start: 84, end: 132 }],
    ["at the end", -49_200, 800, 50, 1000, { start: 968, end: 1000 }],
  ])("%s", (_, top, viewport, height, count, expected) => {
    expect(rowWindow(top, viewport, height, count)).toEqual(expected);
  });

  it("never draws more than three screens", () => {
    for (let top = 0; top > -500_000; top -= 1777) {
      const { start, end } = rowWindow(top, 1000, 56, 10_000);
      expect(end - start).toBeLessThanOrEqual(3 * 18);
    }
  });
});
