import { describe, expect, it, vi } from "vitest";
import { characters } from "./characters.ts";
import { fontOf, printable } from "./index.ts";

describe("embedded fonts", () => {
  it.each(["regular", "bold", "italic"] as const)("%s has a glyph for every character we print", (name) => {
    const font = fontOf(name);
    const missing = [...characters].filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0));
    expect(missing).toEqual([]);
  });

  it("a document is the same whatever the process printed before it", async () => {
    const processes = async (...texts: string[]) => {
      vi.resetModules();
      const { makePdf } = await import("../pdf/page.ts");
      let last: Uint8Array = new Uint8Array();
      for (const text of texts)
        last = await makePdf({ titre: "Essai", sujet: "Essai", le: "2026-09-01T00:00:00Z" }, (pdf) => {
          pdf.font("bold").text(text).font("regular").text(text);
        });
      return Buffer.from(last).toString("latin1");
    };
    const text = "Élève à Aix\u00a0: 1 200,00\u00a0€, œuvre";
    const many = Array.from({ length: 4100 }, (_, word) => `mot${word}`).join(" ");
    const alone = await processes(text);
    expect(await processes("\u00a0éêèëàâçñ", text)).toBe(alone);
    expect(await processes(many, text)).toBe(alone);
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
