import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from "pdf-lib";

/**
 * Draws the layout of an official blank form out of its PDF: texts, rules and fills with their places, and the boxes
 * of its champs.json map. Run once per form version, into its folder; the result is committed.
 *   node scripts/extract-form-layout.ts blank.pdf champs.json shared/dossier/forms/10103-14
 */
const [pdfPath, mapPath, folder] = process.argv.slice(2);
if (!pdfPath || !mapPath || !folder) throw new Error("usage: blank.pdf champs.json folder");
const form = basename(folder).replace("-", "*");

interface Text {
  x: number;
  y: number;
  size: number;
  style: "regular" | "bold" | "italic";
  text: string;
}
const pdf = await PDFDocument.load(readFileSync(pdfPath));
const map = JSON.parse(readFileSync(mapPath, "utf8")) as {
  champs: { nom: string; type: string; page: number; rect: number[] }[];
};
const round = (value: number): number => Math.round(value * 100) / 100;
const decoded = (object: PDFObject | undefined): string =>
  object instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(object).decode()).toString("latin1") : "";

interface Font {
  bytes: 1 | 2;
  style: Text["style"];
  unicode: Map<number, string>;
  widths: (code: number) => number;
}
const hexToText = (hex: string): string =>
  String.fromCodePoint(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
const fontOf = (dict: PDFDict): Font => {
  const context = pdf.context;
  const name = String(dict.get(PDFName.of("BaseFont")));
  const unicode = new Map<number, string>();
  const cmap = decoded(context.lookup(dict.get(PDFName.of("ToUnicode"))));
  for (const block of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const pair of (block[1] ?? "").matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      unicode.set(Number.parseInt(pair[1] ?? "", 16), hexToText(pair[2] ?? ""));
  for (const block of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const range of (block[1] ?? "").matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const from = Number.parseInt(range[1] ?? "", 16);
      const base = Number.parseInt(range[3] ?? "", 16);
      for (let code = from; code <= Number.parseInt(range[2] ?? "", 16); code++)
        unicode.set(code, String.fromCodePoint(base + code - from));
    }
    for (const range of (block[1] ?? "").matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*\[([^\]]*)\]/g))
      for (const [index, item] of [...(range[3] ?? "").matchAll(/<([0-9A-Fa-f]+)>/g)].entries())
        unicode.set(Number.parseInt(range[1] ?? "", 16) + index, hexToText(item[1] ?? ""));
  }
  const first = Number(String(dict.get(PDFName.of("FirstChar")) ?? 0));
  const widths = context.lookup(dict.get(PDFName.of("Widths")));
  const list =
    widths instanceof PDFArray
      ? widths.asArray().map((item) => (item instanceof PDFNumber ? item.asNumber() : 0))
      : [];
  return {
    bytes: String(dict.get(PDFName.of("Subtype"))) === "/Type0" ? 2 : 1,
    style: /bold/i.test(name) ? "bold" : /ital|obli/i.test(name) ? "italic" : "regular",
    unicode,
    widths: (code) => list[code - first] ?? 500,
  };
};

const pages = pdf.getPages().map((page, pageIndex) => {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => pdf.context.lookup(ref)) : [contents];
  const content = streams.map((stream) => decoded(stream)).join("\n");
  const fontDict = page.node.Resources()?.lookup(PDFName.of("Font"), PDFDict);
  const fonts = new Map<string, Font>();
  for (const [name, ref] of fontDict?.entries() ?? []) {
    const dict = pdf.context.lookup(ref);
    if (dict instanceof PDFDict) fonts.set(String(name).slice(1), fontOf(dict));
  }
  const texts: Text[] = [];
  const fills: { x: number; y: number; w: number; h: number; color: string }[] = [];
  const lines: { x1: number; y1: number; x2: number; y2: number; w: number }[] = [];

  interface State {
    ctm: number[];
    fill: string;
    width: number;
  }
  let state: State = { ctm: [1, 0, 0, 1, 0, 0], fill: "#000000", width: 1 };
  const stack: State[] = [];
  let operands: string[] = [];
  let path: { rects: number[][]; segments: number[][]; at: number[]; start: number[] } = {
    rects: [],
    segments: [],
    at: [0, 0],
    start: [0, 0],
  };
  let font: Font | undefined;
  let size = 0;
  let tm = [1, 0, 0, 1, 0, 0];
  let lm = [1, 0, 0, 1, 0, 0];
  const at = (x: number, y: number): [number, number] => {
    const [a, b, c, d, e, f] = state.ctm as [number, number, number, number, number, number];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const multiply = (m: number[], n: number[]): number[] => {
    const [a, b, c, d, e, f] = m as [number, number, number, number, number, number];
    const [g, h, i, j, k, l] = n as [number, number, number, number, number, number];
    return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
  };
  const color = (values: number[]): string => {
    const rgb = values.length === 1 ? [values[0] ?? 0, values[0] ?? 0, values[0] ?? 0] : values;
    return `#${rgb
      .map((value) =>
        Math.round(value * 255)
          .toString(16)
          .padStart(2, "0"),
      )
      .join("")}`;
  };
  const codesOf = (token: string): number[] => {
    const bytes = token.startsWith("<")
      ? (token.slice(1, -1).match(/../g) ?? []).map((hex) => Number.parseInt(hex, 16))
      : [
          ...token
            .slice(1, -1)
            .replace(/\\(\d{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
            .replace(/\\(.)/g, "$1"),
        ].map((char) => char.charCodeAt(0));
    if (font?.bytes !== 2) return bytes;
    return bytes.flatMap((byte, index) => (index % 2 === 0 ? [byte * 256 + (bytes[index + 1] ?? 0)] : []));
  };
  const show = (items: readonly string[]): void => {
    if (!font) return;
    let text = "";
    let advance = 0;
    for (const item of items) {
      if (item.startsWith("<") || item.startsWith("(")) {
        for (const code of codesOf(item)) {
          text += font.unicode.get(code) ?? "";
          advance += font.widths(code);
        }
      } else advance -= Number(item);
    }
    const [x, y] = at(tm[4] ?? 0, tm[5] ?? 0);
    const scale = Math.abs((tm[3] ?? 1) * (state.ctm[3] ?? 1));
    if (text.trim() !== "")
      texts.push({ x: round(x), y: round(y), size: round(size * scale), style: font.style, text });
    tm = multiply([1, 0, 0, 1, (advance / 1000) * size, 0], tm);
  };
  const tokens = content.matchAll(
    /\[(?:[^[\]<(]|<[^>]*>|\((?:\\.|[^\\)])*\))*\]|<<[\s\S]*?>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|\/[^\s/<>[\]()]+|[-+]?[\d.]+|[A-Za-z'"*]+/g,
  );
  const numbers = (): number[] => operands.map(Number);
  for (const [token] of tokens) {
    if (/^[-+]?[\d.]+$|^[[<(/]/.test(token)) {
      operands.push(token);
      continue;
    }
    const n = numbers();
    switch (token) {
      case "q":
        stack.push({ ...state, ctm: [...state.ctm] });
        break;
      case "Q":
        state = stack.pop() ?? state;
        break;
      case "cm":
        state.ctm = multiply(n, state.ctm);
        break;
      case "w":
        state.width = n[0] ?? 1;
        break;
      case "rg":
      case "g":
        state.fill = color(n);
        break;
      case "re":
        path.rects.push(n);
        break;
      case "m":
        path.at = n;
        path.start = n;
        break;
      case "l":
        path.segments.push([...path.at, ...n]);
        path.at = n;
        break;
      case "h":
        path.segments.push([...path.at, ...path.start]);
        break;
      case "f":
      case "f*":
      case "F":
      case "B":
      case "B*":
        for (const [x = 0, y = 0, w = 0, h = 0] of path.rects) {
          const [px, py] = at(x, y);
          if (Math.abs(w) < 590)
            fills.push({ x: round(px), y: round(py), w: round(w), h: round(h), color: state.fill });
        }
        path = { rects: [], segments: [], at: [0, 0], start: [0, 0] };
        break;
      case "S":
      case "s":
        for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of path.segments) {
          const [a, b] = at(x1, y1);
          const [c, d] = at(x2, y2);
          lines.push({ x1: round(a), y1: round(b), x2: round(c), y2: round(d), w: round(state.width) });
        }
        for (const [x = 0, y = 0, w = 0, h = 0] of path.rects) {
          const [px, py] = at(x, y);
          lines.push(
            { x1: round(px), y1: round(py), x2: round(px + w), y2: round(py), w: round(state.width) },
            { x1: round(px), y1: round(py + h), x2: round(px + w), y2: round(py + h), w: round(state.width) },
            { x1: round(px), y1: round(py), x2: round(px), y2: round(py + h), w: round(state.width) },
            { x1: round(px + w), y1: round(py), x2: round(px + w), y2: round(py + h), w: round(state.width) },
          );
        }
        path = { rects: [], segments: [], at: [0, 0], start: [0, 0] };
        break;
      case "n":
      case "W":
      case "W*":
        if (token === "n") path = { rects: [], segments: [], at: [0, 0], start: [0, 0] };
        break;
      case "BT":
        tm = [1, 0, 0, 1, 0, 0];
        lm = [...tm];
        break;
      case "Td":
        lm = multiply([1, 0, 0, 1, n[0] ?? 0, n[1] ?? 0], lm);
        tm = [...lm];
        break;
      case "Tm":
        lm = n;
        tm = [...n];
        break;
      case "Tf": {
        font = fonts.get((operands[0] ?? "").slice(1));
        size = n[1] ?? 0;
        break;
      }
      case "Tj":
        show([operands.at(-1) ?? ""]);
        break;
      case "TJ":
        show(
          [...(operands.at(-1) ?? "").matchAll(/<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|[-+]?[\d.]+/g)].map(
            (match) => match[0],
          ),
        );
        break;
    }
    operands = [];
  }
  const boxes = map.champs
    .filter((champ) => champ.page === pageIndex + 1)
    .map(({ nom, type, rect }) => ({
      nom,
      type: type === "texte" ? "texte" : "case",
      rect: rect.map(round),
    }));
  return { width: page.getWidth(), height: page.getHeight(), fills, lines, texts, boxes };
});

writeFileSync(join(folder, "layout.json"), `${JSON.stringify({ form, pages })}\n`);
process.stdout.write(
  `${pages.map((page) => `${page.texts.length} texts, ${page.lines.length} lines, ${page.fills.length} fills, ${page.boxes.length} boxes`).join("\n")}\n`,
);
