import { describe, expect, it } from "vitest";
import { formTableIds, formVersions } from "../forms/index.ts";
import {
  commonIds,
  findNomenclature,
  hasCode,
  itemOf,
  labelOf,
  nomenclature,
  smicTable,
  tauxApprentissage,
  tauxProfessionnalisation,
} from "./index.ts";

describe("nomenclatures", () => {
  const tables = [
    ...formVersions.flatMap((form) => formTableIds(form).map((id) => [id, nomenclature(id, form)] as const)),
    ...commonIds.map((id) => [id, nomenclature(id)] as const),
  ];
  it.each(tables)("%s has a source, a label and distinct labelled codes", (id, table) => {
    expect(table.id).toBe(id);
    expect(table.label).not.toBe("");
    expect(table.source).not.toBe("");
    const codes = table.items.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { label } of table.items) expect(label).toBeTruthy();
  });

  it("keeps the counts of the notices", () => {
    expect(nomenclature("diplomeApprentissage", "10103*14").items).toHaveLength(24);
    expect(nomenclature("diplomeProfessionnalisation", "12434*05").items).toHaveLength(21);
    expect(nomenclature("typeContratOuAvenant", "10103*14").items).toHaveLength(12);
    expect(nomenclature("departement").items).toHaveLength(109);
    expect(nomenclature("idccOpco").items).toHaveLength(333);
  });

  it("shares no code between the two forms: BTS is 54 on one, 31 on the other", () => {
    expect(labelOf("diplomeApprentissage", "54", "10103*14")).toBe("Brevet de Technicien Supérieur");
    expect(labelOf("diplomeProfessionnalisation", "31", "12434*05")).toBe("Brevet de Technicien Supérieur");
    expect(hasCode("diplomeApprentissage", "31", "10103*14")).toBe(false);
  });

  it("keeps the facts beside the label", () => {
    expect(itemOf("typeEmployeur", "22", "10103*14")?.secteur).toBe("public");
    expect(itemOf("typeContratOuAvenant", "31", "10103*14")?.avenant).toBe(true);
    expect(itemOf("typeQualification", "6", "12434*05")?.abroge).toBe(true);
    expect(itemOf("idccOpco", "1486")?.opco).toBe("ATLAS");
    expect(itemOf("diplomeApprentissage", "62", "10103*14")).toMatchObject({
      niveauDeduit: "6",
      groupe: expect.any(String),
    });
    for (const { opco } of nomenclature("idccOpco").items) if (opco) expect(hasCode("opco", opco)).toBe(true);
  });

  it("reads a code it does not know as itself", () => {
    expect(labelOf("sexe", "X")).toBe("X");
    expect(labelOf("idccOpco", "0003")).toBe("0003");
    expect(labelOf("idccOpco", "9999")).toBe("Aucune convention collective");
  });

  it("looks in the form version first", () => {
    expect(findNomenclature("derniereClasse", "10103*14")?.id).toBe("derniereClasse");
    expect(findNomenclature("sexe", "12434*05")?.id).toBe("sexe");
    expect(findNomenclature("inconnue", "10103*14")).toBeUndefined();
    expect(() => nomenclature("inconnue", "10103*14")).toThrow("inconnue");
  });

  it("dates the SMIC, oldest first, monthly = hourly × 35 × 52 / 12", () => {
    const dates = smicTable.items.map(({ code }) => code);
    expect(dates).toEqual(dates.toSorted());
    expect(smicTable.items.at(-1)).toMatchObject({
      code: "2026-06-01",
      horaireCentimes: 1231,
      mensuel35hCentimes: 186_702,
    });
    for (const row of smicTable.items)
      expect(Math.abs((row.horaireCentimes * 35 * 52) / 12 - row.mensuel35hCentimes)).toBeLessThan(1);
  });

  it("holds both grids (D6222-26; notice 51650)", () => {
    expect(tauxApprentissage.items.map((row) => [row.annee1, row.annee2, row.annee3, row.annee4])).toEqual([
      [27, 39, 55, 55],
      [43, 51, 67, 67],
      [53, 61, 78, 78],
      [100, 100, 100, 100],
    ]);
    expect(tauxProfessionnalisation.items.slice(0, 2).map((row) => [row.infBac, row.bacProEtPlus])).toEqual([
      [55, 65],
      [70, 80],
    ]);
  });
});
