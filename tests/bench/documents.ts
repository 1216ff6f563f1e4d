import PDFDocument from "pdfkit";
import { displayValue, findField } from "../../shared/dossier/index.ts";
import { renderDocument } from "../../templates/pdf/render.ts";
import { aDocumentInput } from "../builders/document.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";
import { compare, type Measure } from "./measure.ts";

/** Two pages of the same values and as many labels and boxes, in a standard font: what pdfkit cannot go below. */
const plain = (): Promise<number> =>
  new Promise((resolve) => {
    const document = new PDFDocument({ size: "A4", margin: 0 });
    let bytes = 0;
    document.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    document.on("end", () => resolve(bytes));
    const entries = Object.entries(aCompleteApprentissage());
    document.font("Helvetica").fontSize(7.5);
    entries.forEach(([id, value], index) => {
      const field = findField(id);
      if (index === Math.ceil(entries.length / 2)) document.addPage({ size: "A4", margin: 0 });
      const y = 20 + (index % Math.ceil(entries.length / 2)) * 13;
      document.rect(20, y, 250, 10).fill("#dddddd").fillColor("#000000");
      document.text(field?.label ?? id, 22, y, { lineBreak: false });
      document.text(field && value !== undefined ? displayValue(field, value) : "", 300, y, {
        lineBreak: false,
      });
    });
    document.end();
  });

export const documentBenches = async (): Promise<Measure[]> => [
  await compare(
    "one CERFA 10103 / standard-font pdfkit pages of equal content",
    1.6,
    60,
    () => renderDocument("cerfa", aDocumentInput()),
    plain,
  ),
];
