import qrcode from "qrcode";
import { formatDate } from "../../shared/dossier/calendar.ts";
import { printable } from "../fonts/index.ts";
import { makePdf } from "./page.ts";
import { facts, paragraph, title } from "./text.ts";

export interface AccessLetter {
  readonly reference: string;
  readonly cfa: string;
  readonly formation: string;
  readonly nom?: string | undefined;
  readonly courriel: string;
  readonly url: string;
  readonly qualite: "alternant" | "entreprise";
  /** ISO instant printed as the date of the letter. */
  readonly date: string;
}

/** To hand over at the counter: where and with which address to sign in. It carries no password. */
export const renderAccessLetter = (letter: AccessLetter): Promise<Uint8Array> =>
  makePdf(
    { titre: `Lettre d’accès – ${letter.reference}`, sujet: letter.reference, le: letter.date },
    (pdf) => {
      pdf.font("bold").fontSize(11).text(printable(letter.cfa)).moveDown(2);
      title(pdf, "Votre accès à Cactus", `Le ${formatDate(letter.date.slice(0, 10))}`);
      paragraph(pdf, letter.nom ? `Bonjour ${letter.nom},` : "Bonjour,");
      paragraph(
        pdf,
        letter.qualite === "alternant"
          ? `Cactus prépare votre contrat d’alternance pour la formation «\u00a0${letter.formation}\u00a0».`
          : `Cactus prépare le contrat d’alternance de votre futur alternant pour la formation «\u00a0${letter.formation}\u00a0».`,
      );
      facts(pdf, [
        ["Adresse du site", letter.url],
        ["Votre adresse de connexion", letter.courriel],
        ["Dossier", letter.reference],
      ]);
      paragraph(pdf, "1. Ouvrez le site (adresse ci-dessus, ou le code à photographier).");
      paragraph(
        pdf,
        "2. Dans le volet gauche de l’écran d’accueil, cliquez sur «\u00a0Mot de passe oublié\u00a0» et saisissez votre adresse de connexion.",
      );
      paragraph(
        pdf,
        "3. Ouvrez le message reçu et choisissez votre mot de passe. S’il n’arrive pas, regardez dans les courriels indésirables, puis appelez le CFA\u00a0: un code d’accès peut vous être dicté par téléphone.",
      );
      const code = qrcode.create(letter.url, { errorCorrectionLevel: "M" }).modules;
      const side = 130;
      const cell = side / code.size;
      const x = (pdf.page.width - side) / 2;
      const y = pdf.y + 16;
      for (let row = 0; row < code.size; row++)
        for (let column = 0; column < code.size; column++)
          if (code.get(row, column))
            pdf.rect(x + column * cell, y + row * cell, cell + 0.1, cell + 0.1).fill("#000000");
    },
  );
