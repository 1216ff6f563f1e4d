import { PDFDocument } from "pdf-lib";
import { describe, expect, it, vi } from "vitest";
import { layoutOf } from "../../../shared/dossier/forms/index.ts";
import type { FormVersion } from "../../../shared/dossier/kernel.ts";
import { aDocumentInput } from "../../../tests/builders/document.ts";
import { aCompleteApprentissage } from "../../../tests/builders/dossier-data.ts";
import { next } from "../../../tests/builders/form-10103-15/register.ts";
import { drawCerfa } from "./draw.ts";
import { readCerfa } from "./read.ts";
import { formValues } from "./values.ts";

vi.mock("../../../shared/dossier/forms/index.ts", async (original) =>
  (await import("../../../tests/builders/form-10103-15/register.ts")).withOneMore(await original()),
);

const before: FormVersion = "10103*14";
const data = aCompleteApprentissage({ apprentiPassEducation: "AB12", apprentiTransport: "velo" });
const written = (form: FormVersion) =>
  new Map([...formValues({ data, form })].map(([champ, { text, tick }]) => [champ, tick ? "X" : text]));

describe("a form version registered beside the others", () => {
  it("prints in its two more boxes, the same as before everywhere else", () => {
    const old = written(before);
    const now = written(next);
    expect(now.get("Zone de texte 9_1")).toBe("AB12");
    expect(now.get("Zone de texte 9_2")?.replace(/\s/g, "")).toBe("0491000001");
    const added = [...now.keys()].filter((champ) => !old.has(champ));
    expect(added.toSorted()).toEqual(["Zone de texte 9_1", "Zone de texte 9_2"]);
    const gone = [...old.keys()].filter((champ) => !now.has(champ));
    expect(gone.map((champ) => old.get(champ)?.replace(/\s/g, ""))).toEqual(["0491000000"]);
    for (const [champ, text] of now) if (old.has(champ)) expect(text, champ).toBe(old.get(champ));
  });

  it("is drawn on its own blank, under its own title", async () => {
    const title = async (form: FormVersion) =>
      (await PDFDocument.load(await drawCerfa(aDocumentInput({ form, data })))).getTitle();
    expect(await title(next)).toContain("10103*15");
    expect(await title(before)).toContain("10103*14");
  });

  it("is told from the version it derives from when a filled PDF is read", async () => {
    const filled = async (form: FormVersion) => {
      const pdf = await PDFDocument.create();
      const page = pdf.addPage();
      for (const { boxes } of (await layoutOf(form)).pages)
        for (const { nom, type } of boxes) {
          if (type === "texte") {
            const box = pdf.getForm().createTextField(nom);
            box.addToPage(page);
            const text = written(form).get(nom);
            if (text) box.setText(text.replace(/[^\x20-\x7e\u00a1-\u00ff]/g, " "));
          } else pdf.getForm().createCheckBox(nom).addToPage(page);
        }
      return readCerfa(await pdf.save());
    };
    const now = await filled(next);
    expect(now?.form).toBe(next);
    expect(now?.data.apprentiPassEducation).toBe("AB12");
    const old = await filled(before);
    expect(old?.form).toBe(before);
    expect(old?.data.apprentiPassEducation).toBeUndefined();
  });
});
