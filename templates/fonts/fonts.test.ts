import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { characters } from "./characters.ts";
import { fontBytes, printable } from "./index.ts";

const { create } = createRequire(import.meta.url)("fontkit") as {
  create(bytes: Buffer): { hasGlyphForCodePoint(codePoint: number): boolean };
};

describe("embedded fonts", () => {
  it.each(["regular", "bold", "italic"] as const)("%s has a glyph for every character we print", (name) => {
    const font = create(fontBytes(name));
    const missing = [...characters].filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  it.each([
    ["Éloïse Œuvrard d’Ornano", "Éloïse Œuvrard d’Ornano"],
    ["Çelik Özgür, Łukasz, Dvořák", "Çelik Özgür, Łukasz, Dvořák"],
    ["Nguyễn Thị Hạnh", "Nguyên Thi Hanh"],
    ["1\u202f234,56\u00a0€", "1\u00a0234,56\u00a0€"],
    ["李雷 😀", "?? ?"],
    ["ﬁn", "fin"],
  ])("prints %s as %s", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});
