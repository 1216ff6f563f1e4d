import { describe, expect, it } from "vitest";
import { acceptFile, logoRule, pdfRule } from "./file-rule.ts";

const file = (name: string, type: string, size = 1000) => ({ name, type, size });

describe("a file chosen or dropped", () => {
  it.each([
    [file("calendrier.pdf", "application/pdf"), pdfRule],
    [file("CALENDRIER.PDF", ""), pdfRule],
    [file("logo.jpeg", "image/jpeg", 2_000_000), logoRule],
  ])("%o is taken", (one, rule) => {
    expect(acceptFile([one], rule)).toEqual({ file: one });
  });

  it.each([
    [[file("notes.docx", "application/msword")], pdfRule, /n’est pas un PDF/],
    [[file("calendrier.pdf.exe", "")], pdfRule, /n’est pas un PDF/],
    [[file("gros.pdf", "application/pdf", 20_000_001)], pdfRule, /20\u00a0Mo/],
    [[file("logo.svg", "image/svg+xml")], logoRule, /PNG ou JPEG/],
    [[file("a.pdf", "application/pdf"), file("b.pdf", "application/pdf")], pdfRule, /un seul fichier/],
    [[], pdfRule, /n’est pas un PDF/],
  ])("%o is refused in words", (files, rule, words) => {
    expect(acceptFile(files, rule)).toEqual({ refusal: expect.stringMatching(words) });
  });
});
