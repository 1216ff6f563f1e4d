import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { slugOf } from "./fold.ts";
import { plain, readPage } from "./page.ts";
import { asRead, screenWords } from "./screen-words.fixture.ts";
import { pageIds } from "./sommaire.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, "docs", "guide");
const files = globSync("*.md", { cwd: folder });
const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");
const pages = files.map((file) => ({ file, text: textOf(file) }));
/** Without what is typed as it is (keys, addresses), and without what only search reads. */
const prose = (text: string): string => text.replace(/<!--.*?-->/gs, "").replace(/`[^`]*`/g, "x");
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] as string);
const headings = (text: string): string[] => all(text, /^#{2,3} (.+)$/gm).map((one) => slugOf(plain(one)));

describe("the guide’s pages", () => {
  it("are all in the contents, once, and nothing else is", () => {
    expect(files.map((file) => basename(file, ".md")).sort()).toEqual([...pageIds].sort());
    expect(new Set(pageIds).size).toBe(pageIds.length);
  });

  it("have a title of their own, on their first line, and something to say", () => {
    const titles = pages.map(({ text }) => /^# (.+)\n/.exec(text)?.[1]);
    expect(titles).not.toContain(undefined);
    expect(new Set(titles).size).toBe(titles.length);
    for (const { text } of pages) expect(plain(text).length).toBeGreaterThan(200);
  });

  it.each(pages)("$file: headings follow one another, none twice", ({ text }) => {
    const levels = all(text, /^(#+) /gm).map((marks) => marks.length);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(new Set(headings(text)).size).toBe(headings(text).length);
  });

  it.each(pages)("$file: links lead to a page, at a heading it has", ({ text }) => {
    for (const target of all(text, /(?<!!)\[[^\]]*\]\(([^)]+)\)/g)) {
      if (/^https:\/\//.test(target)) continue;
      const [page = "", anchor] = target.split("#");
      expect(files, target).toContain(page);
      if (anchor) expect(headings(textOf(page)), target).toContain(anchor);
    }
  });

  it.each(pages)("$file: typography", ({ text }) => {
    expect(prose(text)).not.toMatch(/[ \t][:;!?»]/);
    expect(prose(text)).not.toMatch(/['"]|«[^\u00a0]/);
    expect(text).not.toMatch(/\.\.\.|[ \t]+$/m);
  });
});

describe("the guide’s images", () => {
  const used = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = "", src = ""]) => ({ file, alt, src })),
  );

  it("exist, and none is kept for nothing", () => {
    for (const { file, src } of used) expect(existsSync(join(folder, src)), `${file}: ${src}`).toBe(true);
    expect(globSync("images/*", { cwd: folder }).sort()).toEqual(
      [...new Set(used.map(({ src }) => src))].sort(),
    );
  });

  it("say in words what they show, each its own", () => {
    for (const { src, alt } of used) expect(alt.length, src).toBeGreaterThan(15);
    expect(new Set(used.map(({ alt }) => alt)).size).toBe(used.length);
  });
});

describe("the words quoted from the screens", () => {
  const screens = screenWords(root);

  it.each(pages)("$file: each « **[…]** » is written so somewhere in the sources", ({ text }) => {
    const quoted = all(text, /\*\*\[([^\]]+)\]\*\*/g);
    expect(quoted.filter((label) => !screens.has(asRead(label)))).toEqual([]);
  });

  it("a word that no screen has is found out", () => {
    expect(screens.has(asRead("Valider"))).toBe(true);
    expect(screens.has(asRead("Valider la lune"))).toBe(false);
  });
});

it("a page is read into its title, its hidden words and its sections", () => {
  const page = readPage(
    "dossier-fige",
    "# Le titre\n\n<!-- mots: geler, gel -->\n\nAvant **[Valider]**.\n\n## Une partie\n\n- un [lien](x.md)\n\n![image](images/a.png)\n",
  );
  expect(page).toMatchObject({ titre: "Le titre", mots: "geler, gel" });
  expect(page.corps).not.toContain("mots");
  expect(page.sections).toEqual([
    { titre: "Le titre", texte: "Avant Valider." },
    { titre: "Une partie", ancre: "une-partie", texte: "un lien" },
  ]);
});
