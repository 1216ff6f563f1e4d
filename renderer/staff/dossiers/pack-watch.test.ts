import { describe, expect, it } from "vitest";
import { partOf } from "./pack-watch.tsx";

describe("the part done of what is being made", () => {
  it.each([
    [[], null],
    [[{ etat: "terminee", fait: 4, total: 4 }], null],
    [[{ etat: "en-cours", fait: 0, total: 0 }], 0],
    [[{ etat: "en-cours", fait: 1, total: 4 }], 0.25],
    [
      [
        { etat: "en-cours", fait: 1, total: 4 },
        { etat: "en-cours", fait: 3, total: 4 },
        { etat: "annulee", fait: 0, total: 900 },
      ],
      0.5,
    ],
  ] as const)("%o", (tasks, part) => {
    expect(partOf(tasks)).toBe(part);
  });
});
