import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../../tests/builders/dossier-data.ts";
import { formWhere } from "../../tests/builders/forms.ts";
import { addDays } from "../dossier/calendar.ts";
import { fields, findField } from "../dossier/fields/index.ts";
import type { DossierData, Value } from "../dossier/kernel.ts";
import { optionsOf } from "../dossier/values.ts";
import { contextOf } from "./cases.fixture.ts";
import { compareCerfa } from "./compare.ts";
import { depositReadiness } from "./deposit.ts";
import { proposeRemuneration } from "./pay/proposal.ts";
import { smicTable } from "./pay/smic.ts";
import { findings, isBlocking, rules, rulesFor } from "./registry.ts";

describe("the rules", () => {
  it("are these, each with its article, its severity and its fields", () => {
    expect(
      rules.map(({ id, titre, article, gravite, contrats, champs }) => ({
        id,
        titre,
        article,
        gravite,
        contrats,
        champs,
      })),
    ).toMatchSnapshot();
  });
  it("have an identifier of their own, beginning with a number of regles.md or of ours", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id } of rules) expect(id).toMatch(/^([ADTPRMCHX]\d*|F\d*|A-pro|P-pro)-[a-z0-9-]+$/);
  });
  it("look at fields that exist in their contract", () => {
    for (const rule of rules)
      for (const id of rule.champs) {
        const field = findField(id);
        expect(field, `${rule.id}: ${id}`).toBeDefined();
        expect(
          rule.contrats.some((contrat) => field?.contrats.includes(contrat)),
          `${rule.id}: ${id}`,
        ).toBe(true);
      }
  });
  it("what is to be verified never blocks", () => {
    for (const rule of rules.filter(({ article }) => /à vérifier/i.test(article)))
      expect(rule.gravite, rule.id).not.toBe("bloquant");
  });
  it("are found by field", () => {
    expect(rulesFor("dateDebutFormationPratique").map(({ id }) => id)).toEqual(["D2-formation-pratique"]);
    expect(rulesFor("salaireBrutMensuel").map(({ id }) => id)).toEqual([
      "P0-salaire-minimal",
      "P9-avantages-en-nature",
      "P-pro-salaire-minimal",
    ]);
    expect(rulesFor("faitA")).toEqual([]);
  });
});

describe("findings", () => {
  it("are none on complete dossiers, and on an empty one", () => {
    expect(findings(contextOf(aCompleteApprentissage()))).toEqual([]);
    expect(findings(contextOf(aCompleteProfessionnalisation()))).toEqual([]);
    expect(findings(contextOf({}))).toEqual([]);
    expect(findings(contextOf({ contrat: "professionnalisation" }))).toEqual([]);
  });
  it("come in the order of the rules", () => {
    const data = aCompleteApprentissage({
      apprentiSexe: "M",
      dateConclusion: "2026-09-02",
      dureeHebdoHeures: 45,
      salaireBrutMensuel: 1,
    });
    expect(findings(contextOf(data)).map(({ regle }) => regle)).toEqual([
      "F5-nir-coherence",
      "D1-conclusion",
      "T1-duree-maximale",
      "P0-salaire-minimal",
    ]);
  });
  it("leave out what no visible field could mend (saisie simple hides the contract tab)", () => {
    const data = aCompleteApprentissage({ dureeHebdoHeures: 45 });
    expect(findings(contextOf(data)).map(({ regle }) => regle)).toEqual(["T1-duree-maximale"]);
    expect(findings(contextOf({ ...data, niveauSaisie: "simple" }))).toEqual([]);
  });
  it("know a blocking one", () => {
    const [finding] = findings(contextOf(aCompleteApprentissage({ dureeHebdoHeures: 45 })));
    expect(finding && isBlocking(finding)).toBe(true);
    expect(finding && isBlocking({ ...finding, gravite: "alerte" })).toBe(false);
  });
});

/** Values of the right kind most of the time, garbage otherwise: what old imports have left in a database. */
const anyValue = (id: string): fc.Arbitrary<Value> => {
  const field = findField(id);
  const garbage: fc.Arbitrary<Value> = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom("", "0000-00-00", "2026-02-30", "oui", "11", "\u0000"),
  );
  const day = fc.integer({ min: 0, max: 14000 }).map((n) => addDays("1990-01-01", n));
  const type = field?.kind.type;
  const options = field ? optionsOf(field, formWhere(field)).map(({ code }) => code) : [];
  const sound: fc.Arbitrary<Value> =
    type === "date"
      ? day
      : type === "integer"
        ? fc.integer({ min: 0, max: 2000 })
        : type === "cents"
          ? fc.integer({ min: 0, max: 300000 })
          : type === "check"
            ? fc.constant(true)
            : options.length > 0
              ? fc.constantFrom(...options)
              : fc.constantFrom("90000001900019", "2030513055123", "203052A055123", "Léa", "13002", "97600");
  return fc.oneof({ weight: 5, arbitrary: sound }, { weight: 1, arbitrary: garbage });
};

const partial: fc.Arbitrary<DossierData> = fc
  .subarray(
    fields.map(({ id }) => id),
    { minLength: 0 },
  )
  .chain((ids) => fc.record(Object.fromEntries(ids.map((id) => [id, anyValue(id)]))));
const faits = fc.option(
  fc.record({
    apprentisDuMaitre: fc.array(fc.constantFrom("C-1", "C-2", "C-3", "C-4")),
    memePersonne: fc.array(fc.constantFrom("C-5", "C-6")),
    contratsDeMemeNiveau: fc.nat(4),
    contratPrecedent: fc.record({ dernierPourcentage: fc.nat(120), diplomeObtenu: fc.boolean() }),
  }),
  { nil: undefined },
);

describe("whatever the data", () => {
  it("rules never throw, speak French and keep the NIR to themselves", () => {
    fc.assert(
      fc.property(partial, faits, (data, known) => {
        const ctx = contextOf(data, known);
        const all = findings(ctx);
        for (const finding of all) {
          expect(finding.champs.length).toBeGreaterThan(0);
          expect(finding.message).toMatch(/^[\p{Lu}\d].*[.]$/u);
          expect(finding.message).not.toMatch(/undefined|NaN|\[object|null|' | :|« | »| %| €/);
          const said = JSON.stringify(finding);
          const nir = data.apprentiNir;
          if (typeof nir === "string" && nir.length === 13) {
            expect(said).not.toContain(nir);
            expect(said).not.toContain(nir.slice(5));
          }
        }
        expect(findings(ctx)).toEqual(all);
        depositReadiness(ctx);
        proposeRemuneration(ctx, smicTable);
        compareCerfa(data, data);
      }),
      { numRuns: 400 },
    );
  });

  it("only a rule of the dossier’s contract speaks", () => {
    fc.assert(
      fc.property(partial, (data) => {
        const contrat = data.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage";
        for (const { regle } of findings(contextOf(data)))
          expect(rules.find(({ id }) => id === regle)?.contrats).toContain(contrat);
      }),
    );
  });
});
