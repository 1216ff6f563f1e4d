import { PDFCheckBox, PDFDocument, PDFTextField } from "pdf-lib";
import { fields } from "../../../shared/dossier/index.ts";
import type { Box, DossierData, FormVersion, Value } from "../../../shared/dossier/kernel.ts";

/** The form version a filled PDF is of, by the names of its fields; undefined when it is neither. */
const versionOf = (names: ReadonlySet<string>): FormVersion | undefined => {
  const score = (form: FormVersion): number => {
    const boxes = fields.flatMap((field) => champsOf(field.box?.[form]));
    return boxes.filter((champ) => names.has(champ)).length / boxes.length;
  };
  // The two forms name some boxes alike: the one that is almost wholly there is the right one.
  const [best] = (["10103*14", "12434*05"] as const)
    .map((form) => ({ form, score: score(form) }))
    .sort((a, b) => b.score - a.score);
  return best && best.score > 0.95 ? best.form : undefined;
};

const champsOf = (box: Box | undefined): string[] => {
  switch (box?.kind) {
    case "text":
      return [box.champ];
    case "date":
      return [box.jour, box.mois, box.annee];
    case "cents":
      return [box.euros, box.centimes];
    case "email":
      return [box.avant, box.apres];
    case "ticks":
      return Object.values(box.cases);
    default:
      return [];
  }
};

/** What one field’s boxes say, as a person would type it; undefined when empty. */
const readBox = (
  box: Box,
  text: (champ: string) => string,
  ticked: (champ: string) => boolean,
): Value | undefined => {
  switch (box.kind) {
    case "text":
      return text(box.champ) || undefined;
    case "date": {
      const [jour, mois, annee] = [text(box.jour), text(box.mois), text(box.annee)];
      return jour && mois && annee ? `${jour.padStart(2, "0")}/${mois.padStart(2, "0")}/${annee}` : undefined;
    }
    case "cents": {
      const euros = text(box.euros);
      return euros ? `${euros},${(text(box.centimes) || "00").padStart(2, "0")}` : undefined;
    }
    case "email": {
      const [before, after] = [text(box.avant), text(box.apres)];
      return before && after ? `${before}@${after}` : undefined;
    }
    case "ticks": {
      const hit = Object.entries(box.cases).find(([, champ]) => ticked(champ));
      return hit ? (hit[0] === "true" ? true : hit[0]) : undefined;
    }
  }
};

/**
 * Reads the form fields of a CERFA filled elsewhere, by field id, as typed text. Undefined when the PDF has no
 * readable form (scanned, flattened, another document).
 */
export const readCerfa = async (bytes: Uint8Array): Promise<DossierData | undefined> => {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const form = pdf.getForm();
    const byName = new Map(form.getFields().map((field) => [field.getName(), field]));
    const version = versionOf(new Set(byName.keys()));
    if (!version) return undefined;
    const text = (champ: string): string => {
      const field = byName.get(champ);
      return field instanceof PDFTextField ? (field.getText() ?? "").trim() : "";
    };
    const ticked = (champ: string): boolean => {
      const field = byName.get(champ);
      return field instanceof PDFCheckBox && field.isChecked();
    };
    const out: Record<string, Value> = {};
    for (const field of fields) {
      const box = field.box?.[version];
      const value = box && field.knownBy !== "depot" ? readBox(box, text, ticked) : undefined;
      if (value !== undefined) out[field.id] = value;
    }
    return Object.keys(out).length > 0 ? out : undefined;
  } catch {
    return undefined;
  }
};
