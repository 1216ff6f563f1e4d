import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../../tests/builders/dossier-data.ts";
import { officialBoxes } from "../../tests/builders/forms.ts";
import { completeness } from "./completeness.ts";
import { fieldById, fields } from "./fields/index.ts";
import {
  formIdentifierOf,
  fromFormIdentifiers,
  resolveAlias,
  toFormIdentifiers,
} from "./form-identifiers.ts";
import { formVersions } from "./forms/index.ts";

describe("identifiers of the form documents", () => {
  it.each(formVersions)("%s: every one resolves to a field", (form) => {
    for (const { champ } of officialBoxes(form)) expect(resolveAlias(form, champ), champ).toBeDefined();
  });

  it.each([
    ["10103*14", "apprentiNir", "apprentiNir", undefined],
    ["12434*05", "salarieNir", "apprentiNir", undefined],
    ["12434*05", "apprentiNir", "apprentiNir", undefined],
    ["12434*05", "diplomeVise", "diplomeVisePro", undefined],
    ["10103*14", "diplomeVise", "diplomeVise", undefined],
    ["10103*14", "salaireBrutMensuelCentimes", "salaireBrutMensuel", "centimes"],
    ["12434*05", "salaireBrutEuros", "salaireBrutMensuel", "euros"],
    ["12434*05", "employeurCodeNaf", "employeurCodeApe", undefined],
    ["12434*05", "dateDebutFormation", "dateDebutFormationCfa", undefined],
    ["12434*05", "opcoNom", "depotOrganismeNom", undefined],
  ] as const)("%s %s is %s", (form, key, id, part) => {
    expect(resolveAlias(form, key)).toEqual(part ? { field: fieldById(id), part } : { field: fieldById(id) });
  });

  it.each([
    ["10103*14", "salarieNir"],
    ["10103*14", "diplomeVisePro"],
    ["12434*05", "apprentiNationalite"],
    ["10103*14", "inconnu"],
  ] as const)("%s does not know %s", (form, key) => {
    expect(resolveAlias(form, key)).toBeUndefined();
  });

  it("names a field as the form does", () => {
    expect(formIdentifierOf("apprentiNir", "12434*05")).toBe("salarieNir");
    expect(formIdentifierOf("salaireBrutMensuel", "10103*14")).toBe("salaireBrutMensuelEuros");
    expect(formIdentifierOf("salaireBrutMensuel", "12434*05")).toBe("salaireBrutEuros");
    expect(formIdentifierOf(fieldById("contactEntrepriseCourriel"), "10103*14")).toBe(
      "contactEntrepriseCourriel",
    );
  });

  it.each([
    ["10103*14", aCompleteApprentissage()],
    ["12434*05", aCompleteProfessionnalisation()],
  ] as const)("%s: data written then read is the same", (form, data) => {
    const written = toFormIdentifiers(data, form);
    expect(written.salaireBrutMensuel).toBeUndefined();
    expect(fromFormIdentifiers(written, form)).toEqual({ data, issues: [] });
  });

  it("cuts and joins amounts", () => {
    const written = toFormIdentifiers({ contrat: "apprentissage", salaireBrutMensuel: 98_905 }, "10103*14");
    expect(written).toMatchObject({ salaireBrutMensuelEuros: 989, salaireBrutMensuelCentimes: 5 });
    const read = (raw: Record<string, unknown>) =>
      fromFormIdentifiers(raw, "10103*14").data.salaireBrutMensuel;
    expect(read({ salaireBrutMensuelEuros: 989, salaireBrutMensuelCentimes: 5 })).toBe(98_905);
    expect(read({ salaireBrutMensuelCentimes: "50", salaireBrutMensuelEuros: "1 200" })).toBe(120_050);
    expect(read({ salaireBrutMensuelEuros: "1 200" })).toBe(120_000);
    expect(read({ salaireBrutMensuelCentimes: 7 })).toBe(7);
    expect(read({ salaireBrutMensuelEuros: "", salaireBrutMensuelCentimes: null })).toBeUndefined();
    expect(read({ salaireBrutMensuel: 98_905 })).toBe(98_905);
  });

  it("tidies values, reports the wrong and the unknown under the key they came by, ignores signatures", () => {
    const { data, issues } = fromFormIdentifiers(
      {
        salarieNomNaissance: " Rossi ",
        salarieDateNaissance: "18/04/2002",
        salarieNir: "123",
        salaireBrutEuros: "mille",
        inconnu: 1,
        signatureEmployeur: "x",
        visaCfa: "x",
        contrat: "apprentissage",
      },
      "12434*05",
    );
    expect(data).toEqual({
      contrat: "professionnalisation",
      niveauSaisie: "complete",
      apprentiNomNaissance: "Rossi",
      apprentiDateNaissance: "2002-04-18",
    });
    expect(issues.map(({ champ }) => champ)).toEqual(["salarieNir", "inconnu", "salaireBrutEuros"]);
    expect(issues[1]?.message).toContain("n’existe pas dans le formulaire 12434*05");
  });

  it("follows the form for the contract, whatever the data say", () => {
    expect(fromFormIdentifiers({ contrat: "apprentissage" }, "12434*05").data.contrat).toBe(
      "professionnalisation",
    );
    expect(fromFormIdentifiers({}, "10103*14").data.contrat).toBe("apprentissage");
    expect(fromFormIdentifiers({ niveauSaisie: "simple" }, "10103*14").data.niveauSaisie).toBe("simple");
  });

  it("judges a bare CERFA: the company’s address stands for the contact the form does not hold", () => {
    const { contactEntrepriseCourriel, ...bare } = toFormIdentifiers(aCompleteApprentissage(), "10103*14");
    expect(contactEntrepriseCourriel).toBeDefined();
    const { data } = fromFormIdentifiers(bare, "10103*14");
    expect(data.contactEntrepriseCourriel).toBe("contact@calanques-conseil.example.fr");
    expect(completeness({ data, mission: "facultative", form: "10103*14" }).complet).toBe(true);
    const own = fromFormIdentifiers({ ...bare, contactEntrepriseCourriel: "a@b.fr" }, "10103*14");
    expect(own.data.contactEntrepriseCourriel).toBe("a@b.fr");
  });

  it("never throws and never quotes a NIR, whatever the file holds", () => {
    const keys = [
      ...fields.map(({ id }) => id),
      ...officialBoxes("12434*05").map(({ champ }) => champ),
      "__proto__",
      "x",
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), fc.anything()),
        fc.constantFrom(...formVersions),
        (raw, form) => {
          const { data, issues } = fromFormIdentifiers(raw, form);
          completeness({ data, mission: "obligatoire", form });
          for (const { message } of issues) expect(message).toMatch(/\.$|…$|\)$/);
        },
      ),
      { numRuns: 300 },
    );
    const { issues } = fromFormIdentifiers({ apprentiNir: "203051305512338" }, "10103*14");
    expect(issues[0]?.message).not.toMatch(/203|055|123/);
  });
});
