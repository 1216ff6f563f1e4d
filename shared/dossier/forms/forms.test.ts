import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { aCompleteApprentissage } from "../../../tests/builders/dossier-data.ts";
import { cerfa10103v15 } from "../../../tests/builders/form-10103-15/index.ts";
import { next } from "../../../tests/builders/form-10103-15/register.ts";
import { findings, proposeRemuneration, smicTable } from "../../rules/index.ts";
import {
  boxOf,
  checkValue,
  completeness,
  currentForm,
  displayValue,
  fieldById,
  fields,
  formIdentifierOf,
  fromFormIdentifiers,
  isRequired,
  isShown,
  optionsOf,
  resolveAlias,
  sectionsOf,
  tidyValue,
  titleOf,
  toFormIdentifiers,
} from "../index.ts";
import type { DossierContext, DossierData, FormVersion } from "../kernel.ts";
import { hasCode, itemOf, labelOf } from "../nomenclatures/index.ts";
import { cerfa10103v14 } from "./10103-14/index.ts";
import { cerfa12434v05 } from "./12434-05/index.ts";
import type { FormDefinition } from "./definition.ts";
import { formVersions, layoutOf } from "./index.ts";
import { createForms } from "./registry.ts";

vi.mock("./index.ts", async (original) =>
  (await import("../../../tests/builders/form-10103-15/register.ts")).withOneMore(await original()),
);

const before: FormVersion = "10103*14";
const ctx = (form: FormVersion, data: DossierData = aCompleteApprentissage()): DossierContext => ({
  data,
  mission: "facultative",
  form,
});
const type = fieldById("typeContratOuAvenant");
const pass = fieldById("apprentiPassEducation");
const withPass = (data: DossierData = aCompleteApprentissage()): DossierData => ({
  ...data,
  apprentiPassEducation: "AB12",
});

describe("a version registered by one line (10103*15, invented)", () => {
  it("is in force from its day on, for its contract alone", () => {
    expect(formVersions).toContain(next);
    expect(currentForm("apprentissage", "2026-12-31")).toBe(before);
    expect(currentForm("apprentissage", "2027-01-01")).toBe(next);
    expect(currentForm("professionnalisation", "2027-01-01")).toBe("12434*05");
    expect(currentForm("apprentissage", "2019-01-01")).toBe(before);
    expect(titleOf(next)).toContain(next);
  });

  it("has its codes where 10103*14 keeps its own: tidied, checked, offered, displayed", () => {
    expect(tidyValue(type, "39", next)).toEqual({ ok: true, value: "39" });
    expect(tidyValue(type, "changement de lieu de formation", next)).toEqual({ ok: true, value: "39" });
    expect(tidyValue(type, "39", before)).toMatchObject({ ok: false });
    expect(tidyValue(type, "38", next)).toMatchObject({ ok: false });
    expect(checkValue(type, "38", before)).toBeUndefined();
    expect(checkValue(type, "39", before)).toMatch(/liste/);
    const codes = (form: FormVersion) => optionsOf(type, form).map(({ code }) => code);
    expect(codes(next)).toEqual([...codes(before).filter((code) => code !== "38"), "39"]);
    expect(displayValue(type, "39", next)).toBe("Changement de lieu de formation");
    expect(displayValue(type, "39", before)).toBe("39");
    const mode = fieldById("modeContractuel");
    expect(displayValue(mode, "1", next)).toBe("Durée limitée (réécrit)");
    expect(displayValue(mode, "1", before)).not.toContain("réécrit");
    expect(optionsOf(mode, next).map(({ code }) => code)).toEqual(
      optionsOf(mode, before).map(({ code }) => code),
    );
    expect(optionsOf(fieldById("apprentiTransport"), next).map(({ label }) => label)).toEqual([
      "Train",
      "Vélo",
    ]);
    expect([
      hasCode("typeContratOuAvenant", "39", next),
      hasCode("typeContratOuAvenant", "39", before),
    ]).toEqual([true, false]);
  });

  it("inherits what it does not say", () => {
    const diplome = fieldById("diplomeVise");
    expect(optionsOf(diplome, next)).toEqual(optionsOf(diplome, before));
    expect(labelOf("diplomeApprentissage", "73", next)).toBe("Master");
    for (const field of fields)
      if (
        ![
          "apprentiPassEducation",
          "apprentiTransport",
          "contactEntrepriseTelephone",
          "employeurTelephone",
        ].includes(field.id)
      )
        expect(boxOf(field, next), field.id).toEqual(boxOf(field, before));
  });

  it("prints where it says, and no longer where it says not", () => {
    expect(boxOf(pass, next)).toEqual({ kind: "text", champ: "Zone de texte 9_1" });
    expect(boxOf(pass, before)).toBeUndefined();
    expect(boxOf(fieldById("contactEntrepriseTelephone"), before)).toBeUndefined();
    expect(boxOf(fieldById("employeurTelephone"), before)).toBeDefined();
    expect(boxOf(fieldById("employeurTelephone"), next)).toBeUndefined();
  });

  it("asks for its own fields, which the others neither show nor miss", () => {
    expect(isShown(pass, ctx(before))).toBe(false);
    expect(isRequired(pass, ctx(next))).toBe(true);
    const ids = (form: FormVersion) =>
      sectionsOf("alternant", ctx(form)).flatMap(({ fields: of }) => of.map(({ id }) => id));
    expect(ids(next).filter((id) => !ids(before).includes(id))).toEqual([
      "apprentiPassEducation",
      "apprentiTransport",
    ]);
    expect(completeness(ctx(before)).complet).toBe(true);
    expect(completeness(ctx(next)).onglets.flatMap(({ manquants }) => manquants)).toEqual([
      "apprentiPassEducation",
    ]);
    expect(completeness(ctx(next, withPass())).complet).toBe(true);
    const pro = { contrat: "professionnalisation" };
    expect(isShown(pass, ctx("12434*05", pro))).toBe(false);
  });

  it("words obligations its own way", () => {
    const commune = fieldById("apprentiCommuneNaissance");
    expect([isRequired(commune, ctx(before)), isRequired(commune, ctx(next))]).toEqual([true, false]);
  });

  it("conditions and rules read its codes: 39 is an avenant on it alone", () => {
    const avenant = withPass(
      aCompleteApprentissage({
        typeContratOuAvenant: "39",
        dateConclusion: "2026-07-01",
        dateEffetAvenant: undefined,
      }),
    );
    const said = (form: FormVersion) =>
      findings({ ...ctx(form, avenant), today: "2026-08-20", smic: smicTable }).map(({ regle }) => regle);
    expect(itemOf("typeContratOuAvenant", "39", next)?.avenant).toBe(true);
    expect(isShown(fieldById("dateEffetAvenant"), ctx(next, avenant))).toBe(true);
    expect(isShown(fieldById("dateEffetAvenant"), ctx(before, avenant))).toBe(false);
    expect(said(next)).not.toEqual(said(before));
    expect(proposeRemuneration(ctx(next), smicTable)).toEqual(proposeRemuneration(ctx(before), smicTable));
  });

  it("names fields its own way at the black-box door", () => {
    expect(formIdentifierOf("contactEntrepriseTelephone", next)).toBe("employeurContactTelephone");
    expect(formIdentifierOf("contactEntrepriseTelephone", before)).toBe("contactEntrepriseTelephone");
    expect(formIdentifierOf("apprentiNir", next)).toBe("apprentiNumeroSecu");
    expect(formIdentifierOf("salaireBrutMensuel", next)).toBe(formIdentifierOf("salaireBrutMensuel", before));
    expect(resolveAlias(next, "apprentiPassEducation")).toEqual({ field: pass });
    expect(resolveAlias(before, "apprentiPassEducation")).toBeUndefined();
    const data = withPass({
      ...aCompleteApprentissage({ typeContratOuAvenant: "39" }),
      apprentiTransport: "velo",
    });
    const written = toFormIdentifiers(data, next);
    expect(written.apprentiNumeroSecu).toBe(data.apprentiNir);
    expect(fromFormIdentifiers(written, next)).toEqual({ data, issues: [] });
    const { issues } = fromFormIdentifiers(written, before);
    expect(issues.map(({ champ }) => champ).toSorted()).toEqual([
      "apprentiNumeroSecu",
      "apprentiPassEducation",
      "apprentiTransport",
      "employeurContactTelephone",
      "typeContratOuAvenant",
    ]);
  });

  it("brings its blank, and leaves the others theirs", async () => {
    const names = async (form: FormVersion) =>
      (await layoutOf(form)).pages.flatMap(({ boxes }) => boxes.map(({ nom }) => nom));
    const [old, now] = [await names(before), await names(next)];
    expect(now.filter((nom) => !old.includes(nom))).toEqual(["Zone de texte 9_1", "Zone de texte 9_2"]);
    expect(old.filter((nom) => !now.includes(nom))).toEqual(["Zone de texte 8_11"]);
  });

  it("is written without a line elsewhere: its folder reads types and the words of fields only", () => {
    const source = readFileSync(
      new URL("../../../tests/builders/form-10103-15/index.ts", import.meta.url),
      "utf8",
    );
    const imported = [...source.matchAll(/from "([^"]+)"/g)].map(([, path]) => path?.split("/dossier/")[1]);
    expect(imported).toEqual([
      "fields/kinds.ts",
      "forms/10103-14/layout.json",
      "forms/definition.ts",
      "kernel.ts",
    ]);
  });
});

describe("what cannot be registered", () => {
  const list = (...more: FormDefinition[]) => createForms([cerfa10103v14, cerfa12434v05, ...more]);
  it.each<[string, FormDefinition, RegExp]>([
    ["twice the same", cerfa10103v14, /twice/],
    ["an unknown base", { ...cerfa10103v15, base: "10103*13" }, /not registered/],
    ["a base of the other contract", { ...cerfa10103v15, base: "12434*05" }, /another contract/],
    ["its own base", { ...cerfa10103v15, base: "10103*15" }, /itself/],
    ["codes of a table that is not there", { ...cerfa10103v15, amendments: { inconnue: {} } }, /inconnue/],
  ])("%s", (_what, definition, message) => {
    expect(() => list(definition)).toThrow(message);
  });

  it("a version nobody registered is refused where it is read", () => {
    const forms = list();
    expect(() => forms.titleOf("10103*99")).toThrow("10103*99");
    expect(() => forms.boxOf(type, "10103*99")).toThrow("10103*99");
    expect(() => createForms([cerfa12434v05]).currentForm("apprentissage", "2026-01-01")).toThrow(
      "apprentissage",
    );
  });
  it("a version without a blank cannot be drawn", async () => {
    const { layout: _, ...bare } = cerfa10103v14;
    await expect(createForms([bare]).layoutOf("10103*14")).rejects.toThrow("layout");
  });
});
