import { addDays, addMonths, parts, weekday } from "../../shared/dossier/calendar.ts";
import { printable } from "../fonts/index.ts";
import { footers, makePdf, type Pdf, seal } from "./page.ts";
import { day, facts, heading, letterhead, need, paragraph, table, title, value } from "./text.ts";
import type { DocumentInput } from "./types.ts";

type Kind = "centre" | "entreprise" | "examen" | "conges";
/** A letter and a shade each: readable in black and white. */
const kinds: Readonly<Record<Kind, { libelle: string; lettre: string; fond: string }>> = {
  centre: { libelle: "Centre de formation", lettre: "C", fond: "#bcdcc6" },
  entreprise: { libelle: "Entreprise", lettre: "E", fond: "#ffffff" },
  examen: { libelle: "Examens", lettre: "X", fond: "#f2d3a2" },
  conges: { libelle: "Congés", lettre: "V", fond: "#dddddd" },
};
const monthNames = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre",
];

const legend = (pdf: Pdf): void => {
  let x = pdf.page.margins.left;
  const y = pdf.y;
  for (const kind of Object.values(kinds)) {
    pdf.rect(x, y, 12, 12).lineWidth(0.5).fillAndStroke(kind.fond, "#666666");
    pdf
      .fillColor("#000000")
      .font("bold")
      .fontSize(8)
      .text(kind.lettre, x, y + 2, { width: 12, align: "center", lineBreak: false });
    pdf
      .font("regular")
      .fontSize(9)
      .text(kind.libelle, x + 17, y + 1.5, { lineBreak: false });
    x += 17 + pdf.widthOfString(kind.libelle) + 22;
  }
  pdf.x = pdf.page.margins.left;
  pdf.y = y + 22;
};

const ROW = 17;

/** One month a line, one day a cell: the letter of the period, week-ends hatched grey. */
const grid = (pdf: Pdf, from: string, to: string, kindOf: (date: string) => Kind | undefined): void => {
  const left = pdf.page.margins.left;
  const label = 78;
  const cell = (pdf.page.width - left * 2 - label) / 31;
  const header = (): void => {
    const y = pdf.y;
    pdf.font("regular").fontSize(6.5).fillColor("#444444");
    for (let n = 1; n <= 31; n++)
      pdf.text(String(n), left + label + (n - 1) * cell, y, {
        width: cell,
        align: "center",
        lineBreak: false,
      });
    pdf.fillColor("#000000");
    pdf.y = y + 10;
  };
  header();
  for (let month = `${from.slice(0, 8)}01`; month <= to; month = addMonths(month, 1)) {
    if (pdf.y + ROW > pdf.page.height - pdf.page.margins.bottom) {
      pdf.addPage();
      header();
    }
    const y = pdf.y;
    const { year, month: m } = parts(month);
    pdf
      .font("regular")
      .fontSize(8.5)
      .text(printable(`${monthNames[m - 1]} ${year}`), left, y + 4, { width: label - 4, lineBreak: false });
    for (let date = month; date < addMonths(month, 1); date = addDays(date, 1)) {
      const x = left + label + (parts(date).day - 1) * cell;
      const inside = date >= from && date <= to;
      const weekend = weekday(date) > 5;
      const kind = inside && !weekend ? kindOf(date) : undefined;
      pdf
        .rect(x, y, cell, ROW)
        .lineWidth(0.3)
        .fillAndStroke(
          kind ? kinds[kind].fond : inside ? (weekend ? "#efefef" : "#ffffff") : "#f7f7f7",
          "#999999",
        );
      if (kind)
        pdf
          .fillColor("#000000")
          .font("bold")
          .fontSize(7)
          .text(kinds[kind].lettre, x, y + 5, { width: cell, align: "center", lineBreak: false });
      pdf.fillColor("#000000");
    }
    pdf.x = left;
    pdf.y = y + ROW;
  }
  pdf.moveDown(0.8);
};

/** Calendrier de la formation entered as data (G23): month grid, then the list of periods. */
export const drawCalendrier = (input: DocumentInput): Promise<Uint8Array> => {
  const { formation } = input;
  const periodes = [...(formation.calendrier?.periodes ?? [])].sort((a, b) => a.du.localeCompare(b.du));
  const from = [formation.dateDebut, ...periodes.map((one) => one.du)].sort()[0] ?? formation.dateDebut;
  const to = [formation.dateFin, ...periodes.map((one) => one.au)].sort().at(-1) ?? formation.dateFin;
  const kindOf = (date: string): Kind | undefined =>
    periodes.find((one) => date >= one.du && date <= one.au)?.type;
  const person = [value(input, "apprentiPrenom"), value(input, "apprentiNomNaissance")]
    .filter(Boolean)
    .join(" ");
  return makePdf(
    {
      titre: `Calendrier – ${formation.titre}`,
      sujet: seal(input.reference, input.empreinte),
      le: input.figeLe,
    },
    (pdf) => {
      letterhead(pdf, input);
      title(
        pdf,
        "Calendrier de la formation",
        formation.variante ? `${formation.titre} – ${formation.variante}` : formation.titre,
      );
      facts(pdf, [
        ["Code de la formation", formation.code],
        ["Alternant", person],
        ["Formation", `du ${day(formation.dateDebut)} au ${day(formation.dateFin)}`],
        ["Durée", `${formation.heures}\u00a0heures, dont ${formation.heuresDistance}\u00a0à distance`],
      ]);
      legend(pdf);
      grid(pdf, from, to, kindOf);
      if (formation.calendrier?.commentaire) paragraph(pdf, formation.calendrier.commentaire);
      const listed = periodes.filter((one) => one.type !== "entreprise" || one.libelle);
      if (listed.length > 0) {
        need(pdf, 80);
        heading(pdf, "Périodes");
        table(
          pdf,
          [
            { titre: "Du", largeur: 1 },
            { titre: "Au", largeur: 1 },
            { titre: "Nature", largeur: 1.6 },
            { titre: "Précision", largeur: 3 },
          ],
          listed.map((one) => [day(one.du), day(one.au), kinds[one.type].libelle, one.libelle ?? ""]),
        );
      }
      footers(pdf, seal(input.reference, input.empreinte));
    },
  );
};
