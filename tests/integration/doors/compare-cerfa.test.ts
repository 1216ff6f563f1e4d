import { PDFDocument } from "pdf-lib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attachCerfa } from "../../../main/entry/attach-cerfa.ts";
import { compareAttachedCerfa, takeOverCerfa } from "../../../main/exchange/compare-cerfa.ts";
import type { DossierVue, Formation } from "../../../shared/api/models.ts";
import { boxOf, fields } from "../../../shared/dossier/index.ts";
import type { Box, DossierData, FormVersion, Value } from "../../../shared/dossier/kernel.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled } from "../../builders/dossier.ts";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../../builders/dossier-data.ts";

/** The boxes of a form filled with these data by another program: the names of the official PDF’s fields. */
const filledForm = async (form: FormVersion, data: DossierData): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const written = pdf.getForm();
  const known = new Set<string>();
  const text = (name: string, value: string): void => {
    if (known.has(name)) return;
    known.add(name);
    const box = written.createTextField(name);
    box.addToPage(page);
    if (value) box.setText(value);
  };
  const tick = (name: string, on: boolean): void => {
    if (known.has(name)) return;
    known.add(name);
    const box = written.createCheckBox(name);
    box.addToPage(page);
    if (on) box.check();
  };
  const write = (box: Box, value: Value | undefined): void => {
    const said = value === undefined ? "" : String(value);
    if (box.kind === "text") text(box.champ, said);
    else if (box.kind === "date") {
      const [annee = "", mois = "", jour = ""] = said.split("-");
      text(box.jour, jour);
      text(box.mois, mois);
      text(box.annee, annee);
    } else if (box.kind === "cents") {
      text(box.euros, value === undefined ? "" : String(Math.floor(Number(value) / 100)));
      text(box.centimes, value === undefined ? "" : String(Number(value) % 100).padStart(2, "0"));
    } else if (box.kind === "email") {
      const [avant = "", apres = ""] = said.split("@");
      text(box.avant, avant);
      text(box.apres, apres);
    } else if (box.kind === "ticks")
      for (const [code, name] of Object.entries(box.cases)) tick(name, code === said);
  };
  for (const field of fields) {
    const box = boxOf(field, form);
    if (box) write(box, data[field.id]);
  }
  return pdf.save();
};

let core: TestCore;
let formation: Formation;
beforeEach(async () => {
  core = await aCore();
  formation = await withCfa(core);
});
afterEach(() => core.close());

/** A dossier in saisie simple with this CERFA attached. */
const withCerfa = async (contenu: Uint8Array, data = aCompleteApprentissage()): Promise<DossierVue> => {
  const dossier = await filled(core, formation, { ...data, niveauSaisie: "simple" });
  return attachCerfa(core.deps)(actor(), dossier.id, dossier.version, { nom: "cerfa signé.pdf", contenu });
};

describe("saisie simple: the signed CERFA is read and compared", () => {
  it.each([
    ["10103*14", aCompleteApprentissage()],
    ["12434*05", aCompleteProfessionnalisation()],
  ] as const)("%s: the same data give no difference", async (form, data) => {
    const dossier = await withCerfa(await filledForm(form, data), data);
    const { lisible, ecarts } = await compareAttachedCerfa(core.deps)(actor(), dossier.id);
    expect(lisible).toBe(true);
    // What the simple entry leaves out is in the CERFA only; nothing entered is contradicted.
    expect(ecarts.filter(({ saisi }) => saisi !== undefined)).toEqual([]);
  });

  it("lists what differs, and takes over the chosen fields through the rights of typing", async () => {
    const signed = aCompleteApprentissage({
      apprentiPrenom: "Lea-Marie",
      employeurAdresseVoie: "rue Paradis",
      employeurEffectif: 51,
    });
    const dossier = await withCerfa(await filledForm("10103*14", signed));
    const { ecarts } = await compareAttachedCerfa(core.deps)(actor(), dossier.id);
    const found = ecarts.filter(({ saisi }) => saisi !== undefined);
    expect(found.map(({ champ, saisi, cerfa }) => [champ, saisi, cerfa])).toEqual(
      expect.arrayContaining([
        ["apprentiPrenom", "Léa", "Lea-Marie"],
        ["employeurAdresseVoie", "rue de la République", "rue Paradis"],
        ["employeurEffectif", expect.stringContaining("48"), expect.stringContaining("51")],
      ]),
    );
    expect(found).toHaveLength(3);
    const { dossier: after, refus } = await takeOverCerfa(core.deps)(actor(), dossier.id, [
      "apprentiPrenom",
      "employeurEffectif",
    ]);
    expect(refus).toEqual([]);
    expect(after.data).toMatchObject({
      apprentiPrenom: "Lea-Marie",
      employeurEffectif: 51,
      employeurAdresseVoie: "rue de la République",
    });
  });

  it("shows a different NIR masked, and never in clear", async () => {
    const signed = aCompleteApprentissage({ apprentiNir: "2030513055222" });
    const dossier = await withCerfa(await filledForm("10103*14", signed));
    const answer = await compareAttachedCerfa(core.deps)(actor(), dossier.id);
    expect(answer.ecarts.map(({ champ }) => champ)).toContain("apprentiNir");
    expect(JSON.stringify(answer)).not.toContain("055222");
  });

  it("a field that the CERFA leaves empty is not taken over", async () => {
    const dossier = await withCerfa(await filledForm("10103*14", aCompleteApprentissage()));
    await expect(
      takeOverCerfa(core.deps)(actor(), dossier.id, ["apprentiNomUsage", "inconnu"]),
    ).rejects.toMatchObject({ code: "IMPOSSIBLE" });
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    [
      "scanned",
      async () => {
        const pdf = await PDFDocument.create();
        pdf.addPage();
        return pdf.save();
      },
    ],
    [
      "another form",
      async () => {
        const pdf = await PDFDocument.create();
        const page = pdf.addPage();
        pdf.getForm().createTextField("Zone de texte 8_18").addToPage(page);
        return pdf.save();
      },
    ],
    [
      "cut in the middle",
      async () => {
        const whole = await filledForm("10103*14", aCompleteApprentissage());
        return Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from("\n%%EOF\n")]);
      },
    ],
    ["only a header and an end", async () => Buffer.from(`%PDF-1.7\n${"garbage ".repeat(50)}\n%%EOF`)],
  ])("%s: compare on screen, says the answer", async (_name, bytes) => {
    const dossier = await withCerfa(await bytes());
    const answer = await compareAttachedCerfa(core.deps)(actor(), dossier.id);
    expect(answer).toMatchObject({ lisible: false, ecarts: [] });
    expect(answer.message).toContain("comparez-le à l’écran");
  });

  it.each([
    ["a picture named .pdf", Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(200)])],
    ["nothing", Buffer.alloc(0)],
    ["a PDF without its end", Buffer.from(`%PDF-1.7\n${"x".repeat(5000)}`)],
  ])("%s is refused with its remedy", async (_name, contenu) => {
    await expect(withCerfa(contenu)).rejects.toMatchObject({ code: "SAISIE_INVALIDE" });
  });

  it("says when no CERFA is attached", async () => {
    const dossier = await filled(core, formation);
    await expect(compareAttachedCerfa(core.deps)(actor(), dossier.id)).rejects.toMatchObject({
      code: "INTROUVABLE",
    });
  });
});
