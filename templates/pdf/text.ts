import { formatDate } from "../../shared/dossier/calendar.ts";
import { displaySiret } from "../../shared/dossier/formats/index.ts";
import { displayValue, findField } from "../../shared/dossier/index.ts";
import type { DossierData } from "../../shared/dossier/kernel.ts";
import { printable } from "../fonts/index.ts";
import type { Pdf } from "./page.ts";
import type { DocumentInput } from "./types.ts";

/** « 1 234,56 € » from cents. */
export const euros = (cents: number): string => {
  const units = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return `${cents < 0 ? "−" : ""}${units},${String(Math.abs(cents) % 100).padStart(2, "0")}\u00a0€`;
};

export const value = ({ data, form }: Pick<DocumentInput, "data" | "form">, id: string): string => {
  const field = findField(id);
  const stored = data[id];
  return field && stored !== undefined ? displayValue(field, stored, form) : "";
};
export const day = (iso: string | undefined): string => (iso ? formatDate(iso.slice(0, 10)) : "");

export const addressOf = (data: DossierData, prefix: string): string =>
  [
    [data[`${prefix}AdresseNumero`], data[`${prefix}AdresseVoie`]].filter(Boolean).join(" "),
    data[`${prefix}AdresseComplement`],
    [data[`${prefix}AdresseCodePostal`], data[`${prefix}AdresseCommune`]].filter(Boolean).join(" "),
  ]
    .filter(Boolean)
    .join(", ");

export const cfaAddress = ({ adresse }: DocumentInput["cfa"]): string =>
  [
    [adresse.numero, adresse.voie].filter(Boolean).join(" "),
    adresse.complement,
    `${adresse.codePostal} ${adresse.commune}`,
  ]
    .filter(Boolean)
    .join(", ");

const width = (pdf: Pdf): number => pdf.page.width - pdf.page.margins.left - pdf.page.margins.right;

/** Starts a new page when less than this height is left, so a title never stands alone. */
export const need = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
};

export const letterhead = (pdf: Pdf, input: DocumentInput): void => {
  const { cfa } = input;
  const top = pdf.y;
  let x = pdf.page.margins.left;
  if (cfa.logo) {
    try {
      pdf.image(Buffer.from(cfa.logo), x, top, { fit: [90, 46] });
      x += 104;
    } catch {
      // A logo that pdfkit cannot read is left out: the document matters more.
    }
  }
  pdf.font("bold").fontSize(11).text(printable(cfa.denomination), x, top);
  pdf.font("regular").fontSize(8.5).fillColor("#444444");
  pdf.text(printable(cfaAddress(cfa)), x);
  pdf.text(
    printable(
      [
        `SIRET ${displaySiret(cfa.siret)}`,
        `UAI ${cfa.uai}`,
        cfa.numeroDeclaration ? `N° de déclaration d’activité ${cfa.numeroDeclaration}` : "",
      ]
        .filter(Boolean)
        .join(" – "),
    ),
    x,
  );
  pdf.fillColor("#000000");
  pdf.x = pdf.page.margins.left;
  pdf.y = Math.max(pdf.y, top + (cfa.logo ? 50 : 0)) + 14;
};

export const title = (pdf: Pdf, text: string, under?: string): void => {
  pdf.font("bold").fontSize(16).text(printable(text), { align: "center" });
  if (under)
    pdf
      .font("regular")
      .fontSize(9.5)
      .fillColor("#444444")
      .text(printable(under), { align: "center" })
      .fillColor("#000000");
  pdf.moveDown(1);
};

export const heading = (pdf: Pdf, text: string): void => {
  need(pdf, 60);
  pdf.moveDown(0.6).font("bold").fontSize(11).fillColor("#24563a").text(printable(text));
  const y = pdf.y + 1;
  pdf
    .lineWidth(0.7)
    .moveTo(pdf.page.margins.left, y)
    .lineTo(pdf.page.margins.left + width(pdf), y)
    .stroke("#24563a");
  pdf.fillColor("#000000").moveDown(0.4);
};

export const paragraph = (pdf: Pdf, text: string): void => {
  need(pdf, 24);
  pdf.font("regular").fontSize(9.5).text(printable(text), { align: "left", lineGap: 1.5 }).moveDown(0.35);
};

/** « Label : value » lines, those without a value left out. */
export const facts = (pdf: Pdf, rows: readonly (readonly [label: string, value: string])[]): void => {
  for (const [label, text] of rows) {
    if (text === "") continue;
    need(pdf, 16);
    pdf
      .fontSize(9.5)
      .font("regular")
      .fillColor("#444444")
      .text(printable(`${label}\u00a0: `), { continued: true });
    pdf.fillColor("#000000").font("bold").text(printable(text)).font("regular");
  }
  pdf.moveDown(0.3);
};

export const bullets = (pdf: Pdf, items: readonly string[]): void => {
  pdf.font("regular").fontSize(9.5);
  for (const item of items) {
    need(pdf, 16);
    pdf.text(printable(`•  ${item}`), { indent: 0, lineGap: 1 });
  }
  pdf.moveDown(0.35);
};

export interface Column {
  readonly titre: string;
  readonly largeur: number;
  readonly align?: "left" | "right" | "center";
}

/** A table whose header comes back on each page; the last row may be a total. */
export const table = (
  pdf: Pdf,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total = false,
): void => {
  const left = pdf.page.margins.left;
  const whole = width(pdf);
  const sum = columns.reduce((all, column) => all + column.largeur, 0);
  const widths = columns.map((column) => (column.largeur / sum) * whole);
  const row = (cells: readonly string[], style: "header" | "plain" | "total"): void => {
    pdf.font(style === "plain" ? "regular" : "bold").fontSize(8.5);
    const height =
      Math.max(
        ...cells.map((cell, index) =>
          pdf.heightOfString(printable(cell) || " ", { width: (widths[index] ?? 0) - 8 }),
        ),
      ) + 7;
    if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) {
      pdf.addPage();
      if (style !== "header")
        row(
          columns.map((column) => column.titre),
          "header",
        );
      pdf.font(style === "plain" ? "regular" : "bold").fontSize(8.5);
    }
    const y = pdf.y;
    if (style !== "plain")
      pdf
        .rect(left, y, whole, height)
        .fill(style === "header" ? "#e4eee7" : "#f2f2f2")
        .fillColor("#000000");
    let x = left;
    cells.forEach((cell, index) => {
      pdf.text(printable(cell), x + 4, y + 4, {
        width: (widths[index] ?? 0) - 8,
        align: columns[index]?.align ?? "left",
      });
      x += widths[index] ?? 0;
    });
    pdf
      .lineWidth(0.5)
      .moveTo(left, y + height)
      .lineTo(left + whole, y + height)
      .stroke("#aaaaaa");
    pdf.x = left;
    pdf.y = y + height;
  };
  row(
    columns.map((column) => column.titre),
    "header",
  );
  for (const [index, cells] of rows.entries())
    row(cells, total && index === rows.length - 1 ? "total" : "plain");
  pdf.moveDown(0.6);
};

/** Boxes to sign in, side by side, kept on one page. */
export const signatures = (pdf: Pdf, labels: readonly string[]): void => {
  need(pdf, 120);
  const left = pdf.page.margins.left;
  const gap = 14;
  const each = (width(pdf) - gap * (labels.length - 1)) / labels.length;
  const y = pdf.y + 6;
  labels.forEach((label, index) => {
    const x = left + index * (each + gap);
    pdf.rect(x, y, each, 92).lineWidth(0.7).stroke("#777777");
    pdf
      .font("bold")
      .fontSize(9)
      .text(printable(label), x + 8, y + 8, { width: each - 16 });
  });
  pdf.x = left;
  pdf.y = y + 100;
};
