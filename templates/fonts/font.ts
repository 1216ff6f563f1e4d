/** Our three fonts, parsed once a process: what pdfkit alone would do again for every document is remembered. */
import { existsSync, readFileSync } from "node:fs";
import { create, type Font, type GlyphRun, type Subset } from "fontkit";
import { characters } from "./characters.ts";

export type FontName = "regular" | "bold" | "italic";

/** From the sources, or beside the bundle. */
const read = (name: FontName): Buffer => {
  const here = new URL(`./${name}.ttf`, import.meta.url);
  return readFileSync(existsSync(here) ? here : new URL(`./fonts/${name}.ttf`, import.meta.url));
};

/** Words laid out that a font remembers before it forgets them all: the forms’ wording, and some thousand names. */
const WORDS = 4000;
/** Files of the glyphs used together: a form’s wording uses the same ones for every dossier. */
const SUBSETS = 16;

/** What a key gave the first time; everything is forgotten when it is full. */
const remember = <T>(limit: number, make: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      if (known.size === limit) known.clear();
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
};

const rememberWords = (font: Font): void => {
  const layout = font.layout.bind(font);
  const runOf = remember(WORDS, (word) => layout(word));
  font.layout = (text, ...options) => {
    if (typeof text !== "string" || options.some((option) => option !== undefined))
      return layout(text, ...options);
    const run = runOf(text);
    // pdfkit scales the positions it is given, then reads the width they add up to.
    const positions = run.positions.map((position) => ({ ...position }));
    return {
      ...run,
      positions,
      get advanceWidth() {
        return positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
      },
    } as GlyphRun;
  };
};

/** What fontkit’s subset is: a glyph by number, its place in the file. Its published types say otherwise. */
interface GlyphFile {
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

const rememberSubsets = (font: Font): void => {
  const createSubset = font.createSubset.bind(font) as () => Subset & GlyphFile;
  const fileOf = remember(SUBSETS, (glyphs) => {
    const subset = createSubset();
    for (const glyph of glyphs.split(" ")) subset.includeGlyph(Number(glyph));
    return subset.encode();
  });
  font.createSubset = () => {
    const places = new Map<number, number>([[0, 0]]);
    const file: GlyphFile = {
      includeGlyph: (glyph) => {
        const place = places.get(glyph) ?? places.size;
        places.set(glyph, place);
        return place;
      },
      encode: () => fileOf([...places.keys()].join(" ")),
    };
    return file as unknown as Subset;
  };
};

const load = (name: FontName): Font => {
  const font = create(read(name)) as Font;
  // A glyph keeps the character it was first asked for, which PDF readers copy: ask in one order, whoever comes first.
  for (const char of characters) font.glyphForCodePoint(char.codePointAt(0) ?? 0);
  rememberWords(font);
  rememberSubsets(font);
  return font;
};

const fonts = new Map<FontName, Font>();
/** A font parsed once a process, its words laid out once: pdfkit alone does both again for every document. */
export const fontOf = (name: FontName): Font => {
  let font = fonts.get(name);
  if (!font) {
    font = load(name);
    fonts.set(name, font);
  }
  return font;
};
