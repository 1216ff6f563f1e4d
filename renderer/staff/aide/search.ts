import MiniSearch from "minisearch";
import { fold, singular, wordsOf } from "./fold.ts";
import type { GuidePage, PageSection } from "./page.ts";
import type { PageId } from "./sommaire.ts";

export interface Found {
  readonly page: PageId;
  readonly titre: string;
  readonly section: PageSection;
  /** Where the words stand, cut into pieces: those found are to be marked. */
  readonly extrait: readonly Piece[];
}
export interface Piece {
  readonly texte: string;
  readonly trouve: boolean;
}

const around = 70;

/** A few words before and after the first one found; a beginning of the text when the words are in its title. */
export const excerpt = (text: string, words: readonly string[]): Piece[] => {
  const folded = fold(text);
  const hits = words
    .flatMap((word) => [...folded.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, "gu"))])
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from);
  const first = hits[0]?.from ?? 0;
  const cut = first <= around ? 0 : text.lastIndexOf(" ", first - around) + 1;
  const end = text.indexOf(" ", Math.max(first, cut) + around * 2);
  const stop = end < 0 ? text.length : end;
  const pieces: Piece[] = [];
  let at = cut;
  for (const { from, to } of hits) {
    if (from < at || to > stop) continue;
    pieces.push(
      { texte: text.slice(at, from), trouve: false },
      { texte: text.slice(from, to), trouve: true },
    );
    at = to;
  }
  pieces.push({ texte: text.slice(at, stop), trouve: false });
  if (cut > 0) pieces.unshift({ texte: "… ", trouve: false });
  if (stop < text.length) pieces.push({ texte: " …", trouve: false });
  return pieces.filter(({ texte }) => texte !== "");
};

/** Words in titles, headings and texts; accents, case and plurals ignored, a beginning or a slip is enough. */
export const indexOf = (pages: Iterable<GuidePage>): ((question: string) => Found[]) => {
  const places = new Map<string, { page: GuidePage; section: PageSection }>();
  const index = new MiniSearch<{ id: string; titre: string; section: string; mots: string; texte: string }>({
    fields: ["titre", "section", "mots", "texte"],
    tokenize: (text) => wordsOf(text),
    processTerm: singular,
  });
  for (const page of pages)
    for (const section of page.sections) {
      const id = `${page.id}#${section.ancre ?? ""}`;
      places.set(id, { page, section });
      const head = section.ancre === undefined;
      index.add({
        id,
        titre: head ? page.titre : "",
        section: head ? "" : section.titre,
        mots: head ? page.mots : "",
        texte: section.texte,
      });
    }
  return (question) => {
    const words = wordsOf(question);
    if (words.length === 0) return [];
    const options = {
      prefix: true,
      fuzzy: (term: string) => (term.length > 4 ? 0.2 : false),
      boost: { titre: 5, mots: 4, section: 3 },
    };
    const every = index.search(question, { ...options, combineWith: "AND" });
    return (every.length > 0 ? every : index.search(question, options)).slice(0, 20).flatMap((hit) => {
      const place = places.get(hit.id);
      return place
        ? [
            {
              page: place.page.id,
              titre: place.page.titre,
              section: place.section,
              extrait: excerpt(place.section.texte, hit.terms),
            },
          ]
        : [];
    });
  };
};
