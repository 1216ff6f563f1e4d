import PDFDocument from "pdfkit";
import { fontOf, printable } from "../fonts/index.ts";

export type Pdf = PDFKit.PDFDocument;

export interface PdfMeta {
  readonly titre: string;
  readonly sujet: string;
  /** Instant written as creation date: the same input gives the same bytes. */
  readonly le: string;
}

/** An A4 document in French with our fonts, and its bytes once drawn. */
export const makePdf = async (meta: PdfMeta, draw: (pdf: Pdf) => void, margin = 48): Promise<Uint8Array> => {
  const le = new Date(meta.le);
  const pdf = new PDFDocument({
    size: "A4",
    margin,
    lang: "fr-FR",
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    // Ours only: pdfkit would read Helvetica’s metrics for each document.
    font: "",
    info: {
      Title: printable(meta.titre),
      Subject: printable(meta.sujet),
      Producer: "Cactus",
      Creator: "Cactus",
      CreationDate: le,
      ModDate: le,
    },
  });
  // pdfkit takes a parsed font too, which its types leave out.
  for (const name of ["regular", "bold", "italic"] as const)
    pdf.registerFont(name, fontOf(name) as unknown as PDFKit.Mixins.PDFFontSource);
  const chunks: Buffer[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
  pdf.addPage();
  draw(pdf);
  pdf.end();
  return done;
};

/** Foot of every page: what the document is of, its seal, and « 2 / 5 ». */
export const footers = (pdf: Pdf, left: string): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index);
    const { margins } = pdf.page;
    const bottom = margins.bottom;
    // Text below the margin would open a new page.
    margins.bottom = 0;
    const y = pdf.page.height - 30;
    pdf.font("regular").fontSize(7.5).fillColor("#555555");
    pdf.text(printable(left), margins.left, y, { lineBreak: false });
    pdf.text(`${index + 1} / ${count}`, margins.left, y, {
      width: pdf.page.width - margins.left - margins.right,
      align: "right",
      lineBreak: false,
    });
    margins.bottom = bottom;
  }
  pdf.fillColor("#000000");
};

/** « Dossier D2026-00042 – empreinte 1a2b3c4d5e6f » */
export const seal = (reference: string, empreinte: string): string =>
  empreinte === "" ? reference : `Dossier ${reference} – empreinte ${empreinte.slice(0, 16)}`;

/** The size at which a text fits a width, down to a floor; `fits` says whether it does at the floor. */
export const fitted = (
  pdf: Pdf,
  text: string,
  width: number,
  from: number,
  floor: number,
): { size: number; fits: boolean } => {
  const natural = pdf.fontSize(from).widthOfString(text);
  if (natural <= width) return { size: from, fits: true };
  const size = Math.max(floor, Math.floor((from * width * 20) / natural) / 20);
  return { size, fits: pdf.fontSize(size).widthOfString(text) <= width + 0.01 };
};
