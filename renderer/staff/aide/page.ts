import { slugOf } from "./fold.ts";
import type { PageId } from "./sommaire.ts";

/** A part of a page under one of its headings, as search knows it. */
export interface PageSection {
  readonly titre: string;
  /** Absent for what stands before the first heading. */
  readonly ancre?: string;
  /** What is read there, without its marks. */
  readonly texte: string;
}
export interface GuidePage {
  readonly id: PageId;
  readonly titre: string;
  /** Under the title: its markdown. */
  readonly corps: string;
  /** Words that people look for and that the screens do not use (« geler »). */
  readonly mots: string;
  readonly sections: readonly PageSection[];
}

/** Markdown as it is read: no image, no mark, links and labels by their words. */
export const plain = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\*\*\[([^\]]*)\]\*\*/g, "$1")
    .replace(/^\s*(?:[-*]|\d+\.|>|#+)\s+/gm, "")
    .replace(/^[\s|:-]+$/gm, "")
    .replace(/[*`|]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** `docs/guide/<id>.md`: the title on its first line, then perhaps `<!-- mots: geler, gelé -->`, then the text. */
export const readPage = (id: PageId, source: string): GuidePage => {
  const titre = /^# (.+)$/m.exec(source)?.[1]?.trim() ?? id;
  const mots = /<!-- mots\s*: (.+?) -->/.exec(source)?.[1] ?? "";
  const corps = source
    .replace(/^# .+$/m, "")
    .replace(/<!--.*?-->/gs, "")
    .trim();
  const [before = "", ...parts] = corps.split(/^## /m);
  return {
    id,
    titre,
    corps,
    mots,
    sections: [
      { titre, texte: plain(before) },
      ...parts.map((part) => {
        const [heading = "", ...rest] = part.split("\n");
        return { titre: plain(heading), ancre: slugOf(plain(heading)), texte: plain(rest.join("\n")) };
      }),
    ],
  };
};
