import { describe, expect, it } from "vitest";
import { financingAt } from "./index.ts";

describe("parameters", () => {
  it.each([
    ["2018-01-01", "2019-01-01"],
    ["2025-06-30", "2019-01-01"],
    ["2025-07-01", "2025-07-01"],
    ["2030-01-01", "2025-07-01"],
  ])("concluded on %s: rules of %s", (conclusion, depuis) => {
    expect(financingAt(conclusion).depuis).toBe(depuis);
  });
});
