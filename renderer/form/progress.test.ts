import { describe, expect, it } from "vitest";
import { completeness } from "../../shared/dossier/index.ts";
import type { DossierData } from "../../shared/dossier/kernel.ts";
import { allProgress, tabOfField, tabProgress } from "./progress.ts";
import { type Entry, effectiveData, type SessionState } from "./session.ts";

const state = (data: DossierData, typed: Record<string, Entry> = {}): SessionState => {
  const full = { contrat: "apprentissage", niveauSaisie: "complete", ...data };
  const entries = new Map(Object.entries(typed));
  return {
    view: {
      id: "d",
      version: 1,
      data: full,
      mission: "obligatoire",
      form: "10103*14",
      completude: { onglets: [] },
      constats: [],
    },
    entries,
    statut: "repos",
    repris: 0,
    ctx: { data: effectiveData(full, entries, "10103*14"), mission: "obligatoire", form: "10103*14" },
  };
};
const entry = (raw: string, message?: string): Entry => ({ raw, base: null, etat: "a-envoyer", message });

describe("tabProgress", () => {
  it("agrees with the schema’s completeness while nothing is typed", () => {
    const at = state({ apprentiNomNaissance: "MARTIN", apprentiRqth: "non" });
    const expected = completeness(at.ctx).onglets;
    expect(allProgress(at)).toEqual(expected.map((tab) => ({ ...tab })));
  });

  it("counts a field as filled as soon as it is typed, and what it makes required appears", () => {
    const before = tabProgress(state({}), "alternant");
    const after = tabProgress(state({}, { apprentiRqth: entry("non") }), "alternant");
    expect(before.manquants).toContain("apprentiRqth");
    expect(after.manquants).not.toContain("apprentiRqth");
    expect(after.manquants).toContain("apprentiExtensionBoe");
    expect(after.remplis).toBe(before.remplis + 1);
  });

  it("a refused value is to be corrected, not missing", () => {
    const at = tabProgress(
      state({}, { employeurSiret: entry("12", "Le SIRET compte 14 chiffres.") }),
      "employeur",
    );
    expect(at.manquants).not.toContain("employeurSiret");
    expect(at.invalides).toEqual([{ champ: "employeurSiret", message: "Le SIRET compte 14 chiffres." }]);
    expect(at.complet).toBe(false);
  });
});

describe("tabOfField", () => {
  it("prefers the home tab, falls back on Données de base while the others are closed", () => {
    expect(tabOfField(state({}), "employeurSiret")).toBe("employeur");
    expect(tabOfField(state({}), "employeurSiret", ["base"])).toBe("base");
    expect(tabOfField(state({}), "inconnu")).toBeUndefined();
    expect(tabOfField(state({ niveauSaisie: "simple" }), "dateFinContrat")).toBe("base");
  });
});
