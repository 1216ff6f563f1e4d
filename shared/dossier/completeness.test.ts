import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../../tests/builders/dossier-data.ts";
import { formWith } from "../../tests/builders/forms.ts";
import { completeness } from "./completeness.ts";
import { fieldById, fields } from "./fields/index.ts";
import { type DossierData, modesMission, type Onglet, type Value } from "./kernel.ts";
import { fieldsOfTab, isEmpty, isRequired, tabsOf } from "./layout.ts";
import { checkValue } from "./values.ts";

const tab = (data: DossierData, onglet: Onglet, mission: (typeof modesMission)[number] = "obligatoire") =>
  completeness({ data, mission, form: formWith(data) }).onglets.find((one) => one.onglet === onglet);

describe("completeness (G10)", () => {
  it.each([
    ["apprentissage", aCompleteApprentissage()],
    ["professionnalisation", aCompleteProfessionnalisation()],
  ])("the builder’s %s is complete in every mode and level", (_, data) => {
    for (const mission of modesMission)
      for (const niveauSaisie of ["complete", "simple"]) {
        const result = completeness({ data: { ...data, niveauSaisie }, mission, form: formWith(data) });
        expect(result.onglets.flatMap(({ manquants, invalides }) => [...manquants, ...invalides])).toEqual(
          [],
        );
        expect(result.complet).toBe(true);
      }
  });

  it("names what is missing, in the tab and in Données de base when it stands in both", () => {
    const data = aCompleteApprentissage({ apprentiNomNaissance: undefined, maitre1Nom: undefined });
    expect(completeness({ data, mission: "masquee", form: formWith(data) }).complet).toBe(false);
    expect(tab(data, "alternant")).toMatchObject({ complet: false, manquants: ["apprentiNomNaissance"] });
    expect(tab(data, "base")).toMatchObject({ complet: false, manquants: ["apprentiNomNaissance"] });
    expect(tab(data, "employeur")?.manquants).toEqual(["maitre1Nom"]);
    expect(tab(data, "contrat")?.complet).toBe(true);
  });

  it("counts what is required and what of it is filled", () => {
    const full = tab(aCompleteApprentissage(), "employeur");
    expect(full?.remplis).toBe(full?.requis);
    const less = tab(
      aCompleteApprentissage({ maitre1Nom: undefined, employeurSiret: "90000001900018" }),
      "employeur",
    );
    expect(less?.requis).toBe(full?.requis);
    expect(less?.remplis).toBe((full?.requis ?? 0) - 2);
    expect(less?.manquants).toEqual(["maitre1Nom"]);
    expect(less?.invalides).toEqual([{ champ: "employeurSiret", message: expect.stringContaining("clé") }]);
  });

  it("is not complete with something that cannot be right, even optional", () => {
    const data = aCompleteApprentissage({ apprentiIne: "12" });
    expect(completeness({ data, mission: "masquee", form: formWith(data) }).complet).toBe(false);
    expect(tab(data, "alternant")).toMatchObject({ complet: false, manquants: [] });
  });

  it("leaves the contract tab out in saisie simple, and Données de base in", () => {
    const data = aCompleteApprentissage({
      niveauSaisie: "simple",
      dateConclusion: undefined,
      faitA: undefined,
    });
    expect(completeness({ data, mission: "masquee", form: formWith(data) }).complet).toBe(true);
    expect(
      completeness({
        data: { ...data, contactEntrepriseCourriel: "" },
        mission: "masquee",
        form: formWith(data),
      }).complet,
    ).toBe(false);
  });

  it.each([
    ["obligatoire", false],
    ["facultative", true],
    ["masquee", true],
  ] as const)("with an empty mission that is %s: complete is %s", (mission, complet) => {
    const data = aCompleteApprentissage({ missionIntitule: undefined, missionDescription: undefined });
    expect(completeness({ data, mission, form: formWith(data) }).complet).toBe(complet);
  });

  it("is not spoilt by a wrong value in an optional mission", () => {
    const data = aCompleteApprentissage({ missionService: "x".repeat(101) });
    expect(completeness({ data, mission: "facultative", form: formWith(data) }).complet).toBe(true);
    expect(completeness({ data, mission: "obligatoire", form: formWith(data) }).complet).toBe(false);
  });

  it("finds everything missing in an empty dossier", () => {
    const result = completeness({ data: {}, mission: "obligatoire", form: formWith({}) });
    expect(result.complet).toBe(false);
    for (const { complet, remplis } of result.onglets) expect([complet, remplis]).toEqual([false, 0]);
  });
});

describe("completeness over random partial dossiers", () => {
  const full = { ...aCompleteProfessionnalisation(), ...aCompleteApprentissage() };
  const junk = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom("oui", "non", "2009-02-28", "31", "8"),
  );
  const data = fc
    .tuple(
      fc.constantFrom("apprentissage", "professionnalisation"),
      fc.constantFrom("complete", "simple"),
      fc.subarray(Object.keys(full)),
      fc.dictionary(fc.constantFrom(...fields.map(({ id }) => id)), junk, { maxKeys: 12 }),
    )
    .map(([contrat, niveauSaisie, kept, odd]): DossierData => {
      const base = contrat === "apprentissage" ? aCompleteApprentissage() : aCompleteProfessionnalisation();
      const entries = kept.flatMap((id): [string, Value][] => {
        const value = base[id];
        return value === undefined ? [] : [[id, value]];
      });
      return { ...Object.fromEntries(entries), contrat, niveauSaisie, ...odd } as DossierData;
    });

  it("complete, missing and invalid never disagree", () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...modesMission), (entered, mission) => {
        const ctx = { data: entered, mission, form: formWith(entered) };
        const { complet, onglets } = completeness(ctx);
        expect(onglets.map(({ onglet }) => onglet)).toEqual(tabsOf(ctx));
        const needed = onglets.filter(({ onglet }) => onglet !== "mission" || mission === "obligatoire");
        expect(complet).toBe(
          needed.every(({ manquants, invalides }) => manquants.length + invalides.length === 0),
        );
        for (const one of onglets) {
          const shown = fieldsOfTab(one.onglet, ctx);
          expect(one.complet).toBe(one.manquants.length === 0 && one.invalides.length === 0);
          expect(one.manquants).toEqual(
            shown.filter((field) => isRequired(field, ctx) && isEmpty(entered[field.id])).map(({ id }) => id),
          );
          const sensitive = String(entered.apprentiNir ?? "");
          for (const { champ, message } of one.invalides) {
            const field = fieldById(champ);
            expect(shown).toContain(field);
            expect(checkValue(field, entered[champ], ctx.form)).toBe(message);
            if (sensitive.length > 5) expect(message).not.toContain(sensitive);
          }
          expect(one.remplis).toBeLessThanOrEqual(one.requis - one.manquants.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
