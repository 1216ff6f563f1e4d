import { describe, expect, it } from "vitest";
import { placeOf } from "./issues.ts";
import { getPath, setPath } from "./paths.ts";

describe("paths", () => {
  const source = { a: { b: 1, c: 2 }, l: [{ x: "un" }, { x: "deux" }] };

  it("reads nested values and nothing where there is nothing", () => {
    expect(getPath(source, "a.b")).toBe(1);
    expect(getPath(source, "l.1.x")).toBe("deux");
    expect(getPath(source, "a.z.y")).toBeUndefined();
  });

  it("replaces one value and shares the rest", () => {
    const next = setPath(source, "l.1.x", "trois");
    expect(next).toEqual({ a: { b: 1, c: 2 }, l: [{ x: "un" }, { x: "trois" }] });
    expect(next.a).toBe(source.a);
    expect(source.l[1]?.x).toBe("deux");
    expect(Array.isArray(next.l)).toBe(true);
  });

  it("creates the objects that are missing on the way", () => {
    expect(setPath({} as object, "lieu.adresse.voie", "rue")).toEqual({ lieu: { adresse: { voie: "rue" } } });
  });
});

describe("placeOf", () => {
  const formation = { dateDebut: "", code: "", lieu: { siret: "" }, variantes: [{ code: "" }] };
  const start = { cfa: { siret: "", courriel: "", adresse: { voie: "" } }, administrateur: { courriel: "" } };
  it.each([
    ["code", formation, [], "code"],
    ["variantes.0.code", formation, [], "variantes.0.code"],
    ["variantes[0].code", formation, [], "variantes.0.code"],
    ["saisie.lieu.siret", formation, [], "lieu.siret"],
    ["calendrier", formation, [], "calendrier"],
    ["siret", start, ["administrateur", "cfa"], "cfa.siret"],
    ["adresse.voie", start, ["administrateur", "cfa"], "cfa.adresse.voie"],
    ["courriel", start, ["administrateur", "cfa"], "administrateur.courriel"],
    ["cfa.courriel", start, ["administrateur", "cfa"], "cfa.courriel"],
  ])("%s", (champ, values, parts, expected) => {
    expect(placeOf(champ, values, parts)).toBe(expected);
  });
});
