import { describe, expect, it } from "vitest";
import type { DossierContext } from "../../shared/dossier/kernel.ts";
import { entryTabs, isEntry, openTab } from "./tabs.ts";

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

describe("openTab", () => {
  it.each([
    ["suivi", "suivi"],
    ["employeur", "base"],
    ["nimporte", "base"],
    ["economie", "base"],
    [undefined, "base"],
  ])("%s opens %s while only the base and the follow-up are open", (asked, expected) => {
    expect(openTab(asked, ["base"], [{ id: "suivi" }])).toBe(expected);
  });
  it("knows which tabs are entered", () => {
    expect(["base", "mission", "suivi"].map((tab) => isEntry(tab, ["base", "mission"]))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
