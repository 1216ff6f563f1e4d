import PDFDocument from "pdfkit";
import { type FormLayout, layoutOf } from "../../shared/dossier/forms/index.ts";
import { formValues } from "../../templates/pdf/cerfa/values.ts";
import { renderDocument } from "../../templates/pdf/render.ts";
import type { DocumentInput } from "../../templates/pdf/types.ts";
import { aDocumentInput } from "../builders/document.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";
import { compare, type Measure } from "./measure.ts";

const layout: FormLayout = await layoutOf(aDocumentInput().form);

const names = [
  "Wacquez",
  "Lefèvre",
  "Kowalczyk",
  "O’Brien",
  "Jérôme-Vidal",
  "Žitnik",
  "Muñoz",
  "Hébrard",
  "Çelik",
];
const towns = ["Gap", "Digne-les-Bains", "Fréjus", "L’Isle-sur-la-Sorgue", "Vaison", "Hyères", "Ymonville"];
/** Another person, company and town each round: no document is drawn twice. */
const input = (round: number): DocumentInput => {
  const name = names[Math.abs(round) % names.length] ?? "";
  const town = towns[Math.abs(round) % towns.length] ?? "";
  return aDocumentInput({
    reference: `D2026-${String(Math.abs(round)).padStart(5, "0")}`,
    data: aCompleteApprentissage({
      apprentiNomNaissance: name,
      apprentiAdresseVoie: `avenue ${name} ${round}`,
      apprentiAdresseCommune: town,
      employeurDenomination: `${name} & ${town}`,
      employeurAdresseCommune: town,
      maitre1Nom: `${town} ${round}`,
    }),
  });
};

/** The same texts, rules, fills and values at the same places in a standard font: what pdfkit cannot go below. */
const plain = (input: DocumentInput): Promise<number> =>
  new Promise((resolve) => {
    const values = formValues(input);
    const document = new PDFDocument({ autoFirstPage: false, margin: 0 });
    let bytes = 0;
    document.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    document.on("end", () => resolve(bytes));
    for (const page of layout.pages) {
      document.addPage({ size: [page.width, page.height], margin: 0 });
      for (const fill of page.fills)
        document.rect(fill.x, page.height - fill.y - fill.h, fill.w, fill.h).fill(fill.color);
      for (const line of page.lines)
        document
          .lineWidth(line.w)
          .moveTo(line.x1, page.height - line.y1)
          .lineTo(line.x2, page.height - line.y2)
          .stroke("#000000");
      document.fillColor("#000000");
      for (const text of page.texts)
        document
          .font(text.style === "bold" ? "Helvetica-Bold" : "Helvetica")
          .fontSize(text.size)
          .text(text.text, text.x, page.height - text.y, { lineBreak: false, baseline: "alphabetic" });
      document.font("Helvetica").fontSize(8);
      for (const box of page.boxes) {
        const value = values.get(box.nom);
        if (value)
          document.text(value.text || "X", box.rect[0] ?? 0, page.height - (box.rect[1] ?? 0) - 3, {
            lineBreak: false,
            baseline: "alphabetic",
          });
      }
    }
    document.end();
  });

export const documentBenches = async (): Promise<Measure[]> => [
  await compare(
    "one CERFA 10103 / standard-font pdfkit pages of equal content",
    1.6,
    60,
    (round) => renderDocument("cerfa", input(round)),
    (round) => plain(input(round)),
  ),
];
