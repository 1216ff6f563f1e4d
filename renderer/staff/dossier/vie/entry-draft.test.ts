import { describe, expect, it } from "vitest";
import type { VieEntree } from "../../../../shared/api/models.ts";
import { emptyDraft, readDraft, toDraft } from "./entry-draft.ts";

const entree: VieEntree = {
  id: "e1",
  version: 1,
  auteur: "Une conseillère",
  creeLe: "2026-10-01T08:00:00.000Z",
  rubrique: "absence",
  du: "2026-10-05",
  au: "2026-10-07",
  titre: "Absence justifiée",
  visibilite: "partagee",
  fait: true,
};

describe("vie de l’étudiant", () => {
  it("comes back as it was stored", () => {
    const { id: _i, version: _v, auteur: _a, creeLe: _c, ...saisie } = entree;
    const read = readDraft(toDraft(entree));
    expect(read.ok && JSON.parse(JSON.stringify(read.entree))).toEqual(saisie);
  });
  it.each([
    [{ titre: " " }, ["titre"]],
    [{ du: "" }, ["du"]],
    [{ au: "31/02/2026" }, ["au"]],
    [{ au: "01/10/2026" }, ["au"]],
    [{ du: "x", titre: "" }, ["du", "titre"]],
  ])("refuses %j by naming %j", (change, expected) => {
    const read = readDraft({ ...toDraft(entree), ...change });
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(expected);
  });
  it("starts today, for the CFA only", () => {
    expect(emptyDraft("2026-10-05")).toMatchObject({ du: "05/10/2026", visibilite: "cfa" });
  });
});
