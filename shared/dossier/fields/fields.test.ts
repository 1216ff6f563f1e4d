import { describe, expect, it } from "vitest";
import { formWhere, officialBoxes } from "../../../tests/builders/forms.ts";
import { aliasOf, boxOf, contratOfForm, formVersions } from "../forms/index.ts";
import type { Box, Field, FormVersion } from "../kernel.ts";
import { findNomenclature } from "../nomenclatures/index.ts";
import { baseLayout } from "./base.ts";
import { fieldById, fields, findField } from "./index.ts";

/** [AcroForm name, identifier of the form document, role] of each box a field fills. */
const boxesOf = (field: Field, form: FormVersion): [string, string, string][] => {
  const box: Box | undefined = boxOf(field, form);
  const alias = aliasOf(field, form);
  const id = typeof alias === "string" ? alias : field.id;
  if (!box) return [];
  switch (box.kind) {
    case "text":
      return [[box.champ, id, "valeur"]];
    case "date":
      return [
        [box.jour, id, "jour"],
        [box.mois, id, "mois"],
        [box.annee, id, "année"],
      ];
    case "email":
      return [
        [box.avant, id, "avant @"],
        [box.apres, id, "après @"],
      ];
    case "cents": {
      const { euros, centimes } = alias as { euros: string; centimes: string };
      return [
        [box.euros, euros, "valeur"],
        [box.centimes, centimes, "valeur"],
      ];
    }
    case "ticks":
      return Object.entries(box.cases).map(([value, champ]) => [
        champ,
        id,
        { true: "coché", TT: "travail temporaire" }[value] ?? value,
      ]);
  }
};

describe("the fields", () => {
  it("have distinct identifiers, labels and sections", () => {
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const field of fields) {
      expect(field.id).toMatch(/^[a-z][A-Za-z0-9]+$/);
      expect(field.label).toMatch(/\S/);
      expect(field.label).not.toMatch(/[\s\u00a0]:$/);
      expect(field.section).toMatch(/\S/);
      expect(field.contrats.length).toBeGreaterThan(0);
      expect(field.required.libelle).toMatch(/\S/);
    }
  });

  it.each(formVersions)("fill every box of %s exactly once, and no other", (form) => {
    const expected = officialBoxes(form).map(({ nom, champ, role }) => [nom, champ, role].join(" | "));
    const filled = fields.flatMap((field) => boxesOf(field, form)).map((box) => box.join(" | "));
    expect(new Set(filled).size).toBe(filled.length);
    expect(filled.toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ["10103*14", 216],
    ["12434*05", 114],
  ] as const)("%s has %i boxes, as counted in the official file", (form, count) => {
    expect(officialBoxes(form)).toHaveLength(count);
  });

  it("have a box of the right shape for their kind, on a form of their contracts", () => {
    for (const field of fields)
      for (const form of formVersions) {
        const box = boxOf(field, form);
        if (!box) continue;
        expect(field.contrats).toContain(contratOfForm(form));
        const { type } = field.kind;
        const shapes: Record<string, readonly string[]> = {
          date: ["date"],
          cents: ["cents"],
          email: ["text", "email"],
          yesNo: ["ticks"],
          check: ["ticks"],
          choice: ["ticks", "text"],
        };
        expect(shapes[type] ?? ["text"], field.id).toContain(box.kind);
      }
  });

  it("use nomenclatures that exist", () => {
    for (const field of fields) {
      const { id, kind } = field;
      if (kind.type === "code" || kind.type === "choice")
        expect(findNomenclature(kind.nomenclature, formWhere(field)), id).toBeDefined();
      if (kind.type === "text" && kind.suggestions)
        expect(findNomenclature(kind.suggestions, formWhere(field)), id).toBeDefined();
    }
  });

  it("tick boxes for codes that exist", () => {
    for (const field of fields)
      for (const form of formVersions) {
        const box = boxOf(field, form);
        if (box?.kind === "ticks" && field.kind.type === "choice") {
          const codes = findNomenclature(field.kind.nomenclature, form)?.items.map(({ code }) => code);
          expect(Object.keys(box.cases).toSorted()).toEqual(codes?.toSorted());
        }
      }
  });

  it("are laid out in Données de base: all of its own and those shown there too", () => {
    const laid = baseLayout.flatMap(({ ids }) => ids);
    const expected = fields
      .filter((field) => field.onglet === "base" || field.alsoInBase)
      .map(({ id }) => id);
    expect(laid.toSorted()).toEqual(expected.toSorted());
  });

  it("hold the NIR as the one sensitive field, the deposit frame out of reach", () => {
    expect(fields.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual(["apprentiNir"]);
    const depot = fields.filter(({ knownBy }) => knownBy === "depot");
    expect(depot).toHaveLength(7);
    for (const field of depot)
      expect(field.shown.test({ data: {}, mission: "obligatoire", form: formWhere(field) })).toBe(false);
  });

  it("are found by identifier", () => {
    expect(fieldById("apprentiNir").kind.type).toBe("nir");
    expect(findField("inconnu")).toBeUndefined();
    expect(() => fieldById("inconnu")).toThrow("inconnu");
  });
});
