import { type FormLayout, layoutOf, titleOf } from "../../../shared/dossier/forms/index.ts";
import { printable } from "../../fonts/index.ts";
import { fitted, makePdf, type Pdf, seal } from "../page.ts";
import type { DocumentInput } from "../types.ts";
import { type BoxValue, boxLabel, formValues } from "./values.ts";

const VALUE_SIZE = 8.5;
const FLOOR = 4.5;

/** The blank of the form: fills, rules and wording where the official one has them (PDF origin: bottom left). */
const drawBlank = (pdf: Pdf, page: FormLayout["pages"][number]): void => {
  const { height } = page;
  for (const fill of page.fills) pdf.rect(fill.x, height - fill.y - fill.h, fill.w, fill.h).fill(fill.color);
  for (const line of page.lines)
    pdf
      .lineWidth(line.w)
      .moveTo(line.x1, height - line.y1)
      .lineTo(line.x2, height - line.y2)
      .stroke("#000000");
  pdf.fillColor("#000000");
  for (const text of page.texts) {
    pdf.font(text.style).fontSize(text.size);
    pdf.text(printable(text.text), text.x, height - text.y, { lineBreak: false, baseline: "alphabetic" });
  }
};

const drawTick = (pdf: Pdf, [x = 0, y = 0, w = 0, h = 0]: readonly number[], height: number): void => {
  const side = Math.min(w, h) * 0.62;
  const cx = x + w / 2;
  const cy = height - y - h / 2;
  pdf
    .lineWidth(1.3)
    .moveTo(cx - side / 2, cy - side / 2)
    .lineTo(cx + side / 2, cy + side / 2)
    .stroke("#000000");
  pdf
    .moveTo(cx - side / 2, cy + side / 2)
    .lineTo(cx + side / 2, cy - side / 2)
    .stroke("#000000");
};

/** Writes a value in its box; too long even in the smallest size, it is cut there and given whole in the annex. */
const drawValue = (
  pdf: Pdf,
  value: BoxValue,
  [x = 0, y = 0, w = 0, h = 0]: readonly number[],
  height: number,
): boolean => {
  const text = printable(value.text);
  pdf.font("regular").fillColor("#0b2a6b");
  const room = w - 2;
  const { size, fits } = fitted(pdf, text, room, Math.min(VALUE_SIZE, h - 2), FLOOR);
  let shown = text;
  if (!fits) while (shown.length > 1 && pdf.widthOfString(`${shown}…`) > room) shown = shown.slice(0, -1);
  const baseline = height - y - h / 2 + size * 0.34;
  pdf
    .fontSize(size)
    .text(fits ? text : `${shown}…`, x + 1, baseline, { lineBreak: false, baseline: "alphabetic" });
  pdf.fillColor("#000000");
  return fits;
};

/** Values that did not fit their box, in full. */
const drawAnnex = (pdf: Pdf, input: DocumentInput, cut: readonly BoxValue[]): void => {
  pdf.addPage({ size: "A4", margin: 48 });
  pdf.font("bold").fontSize(13).text("Suite des informations", { align: "center" });
  pdf.moveDown(0.5).font("regular").fontSize(9.5);
  pdf.text(
    printable(
      `Les valeurs ci-dessous, trop longues pour leur case, figurent ici en entier. ${titleOf(input.form)}, dossier ${input.reference}.`,
    ),
  );
  pdf.moveDown();
  for (const value of cut) {
    pdf.font("bold").text(printable(`${boxLabel(value.field, input)}\u00a0: `), { continued: true });
    pdf.font("regular").text(printable(value.text)).moveDown(0.4);
  }
};

/**
 * The CERFA drawn by ourselves on the layout of the official form: 2 pages, an annex when a value does not fit.
 * Signatures and the visa stay blank zones, the deposit frame is never written.
 */
export const drawCerfa = async (input: DocumentInput): Promise<Uint8Array> => {
  const layout = await layoutOf(input.form);
  const values = formValues(input);
  return makePdf(
    { titre: titleOf(input.form), sujet: seal(input.reference, input.empreinte), le: input.figeLe },
    (pdf) => {
      const cut: BoxValue[] = [];
      layout.pages.forEach((page, index) => {
        if (index > 0) pdf.addPage({ size: [page.width, page.height], margin: 0 });
        drawBlank(pdf, page);
        for (const box of page.boxes) {
          const value = values.get(box.nom);
          if (!value) continue;
          if (value.tick) drawTick(pdf, box.rect, page.height);
          else if (!drawValue(pdf, value, box.rect, page.height)) cut.push(value);
        }
        pdf.font("regular").fontSize(5.5).fillColor("#555555");
        pdf.text(printable(seal(input.reference, input.empreinte)), 16, page.height - 4, {
          lineBreak: false,
          baseline: "alphabetic",
        });
        pdf.fillColor("#000000");
      });
      if (cut.length > 0) drawAnnex(pdf, input, cut);
    },
    0,
  );
};
