import { describe, expect, it } from "vitest";
import { type Recent, withRecent } from "./recents.ts";

const dossier = (n: number): Recent => ({ id: String(n), reference: `D${n}`, nom: "" });

describe("recent dossiers", () => {
  it("the newest first, each once, six at most", () => {
    const opened = [1, 2, 3, 2, 4, 5, 6, 7].reduce<readonly Recent[]>(
      (before, n) => withRecent(before, dossier(n)),
      [],
    );
    expect(opened.map(({ id }) => id)).toEqual(["7", "6", "5", "4", "2", "3"]);
  });
});
