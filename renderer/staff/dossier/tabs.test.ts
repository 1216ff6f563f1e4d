import { describe, expect, it } from "vitest";
import type { DossierContext } from "../../../shared/dossier/kernel.ts";
import { entryTabs, isEntry, tabFromQuery } from "./tabs.ts";

const ctx = (niveauSaisie: string, mission: DossierContext["mission"]): DossierContext => ({
  data: { contrat: "apprentissage", niveauSaisie },
  mission,
  form: "10103*14",
});

describe("entryTabs", () => {
  it.each([
    [false, "complete", "obligatoire", ["base"]],
    [true, "complete", "obligatoire", ["base", "alternant", "employeur", "contrat", "mission"]],
    [true, "complete", "masquee", ["base", "alternant", "employeur", "contrat"]],
    [true, "simple", "facultative", ["base", "alternant", "employeur", "mission"]],
  ] as const)(
    "G13, G11, G14: base validée %s, saisie %s, mission %s",
    (validee, niveau, mission, expected) => {
      expect(entryTabs(ctx(niveau, mission), validee)).toEqual(expected);
    },
  );
});

describe("tabFromQuery", () => {
  it.each([
    ["onglet=suivi", "suivi"],
    ["onglet=employeur", "base"],
    ["onglet=nimporte", "base"],
    ["", "base"],
  ])("« %s » opens %s while only the base is open", (query, expected) => {
    expect(tabFromQuery(query, ["base"])).toBe(expected);
  });
  it("knows which tabs are entered", () => {
    expect(["base", "mission", "suivi", "historique"].map((tab) => isEntry(tab as "base"))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
