import { PDFCheckBox, PDFDocument, PDFTextField } from "pdf-lib";
import { boxOf, fields, formVersions } from "../../../shared/dossier/index.ts";
import type { Box, DossierData, FormVersion, Value } from "../../../shared/dossier/kernel.ts";

/** The form version a filled PDF is of, by the names of its fields; undefined when it is none. */
const versionOf = (names: ReadonlySet<string>): FormVersion | undefined => {
  const found = formVersions.map((form) => {
    const champs = fields.flatMap((field) => champsOf(boxOf(field, form)));
    const hits = champs.filter((champ) => names.has(champ)).length;
    return { form, whole: hits / champs.length, likeness: (2 * hits) / (champs.length + names.size) };
  });
  // Forms name some boxes alike, versions of one form most of them: the right one is almost wholly there, and leaves
  // the fewest names over.
  const [best] = found.filter(({ whole }) => whole > 0.95).toSorted((a, b) => b.likeness - a.likeness);
  return best?.form;
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
 * Reads the form fields of a CERFA filled elsewhere, by field id, as typed text, with the version it is of. Undefined when the PDF has no
 * readable form (scanned, flattened, another document).
 */
export const readCerfa = async (
  bytes: Uint8Array,
): Promise<{ readonly form: FormVersion; readonly data: DossierData } | undefined> => {
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
      const box = boxOf(field, version);
      const value = box && field.knownBy !== "depot" ? readBox(box, text, ticked) : undefined;
      if (value !== undefined) out[field.id] = value;
    }
    return Object.keys(out).length > 0 ? { form: version, data: out } : undefined;
  } catch {
    return undefined;
  }
};
