import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formFor, formWhere } from "../../tests/builders/forms.ts";
import { fieldById, fields } from "./fields/index.ts";
import { checkValue, displayValue, maskValue, optionsOf, tidyValue } from "./values.ts";

const NBSP = "\u00a0";

describe("tidying by field", () => {
  it.each([
    ["apprentiDateNaissance", "14/05/2003", "2003-05-14"],
    ["apprentiNomNaissance", " d’Ornano ", "d'Ornano"],
    ["employeurEffectif", "1 200", 1200],
    ["employeurEffectif", 1200, 1200],
    ["salaireBrutMensuel", "1 234,56 €", 123_456],
    ["salaireBrutMensuel", 123_456, 123_456],
    ["employeurSiret", 90000001900019, "90000001900019"],
    ["apprentiRqth", true, "oui"],
    ["apprentiRqth", false, "non"],
    ["apprentiRqth", "N", "non"],
    ["apprentiRqth", " Oui ", "oui"],
    ["attestationPieces", true, true],
    ["attestationPieces", "x", true],
    ["attestationPieces", false, undefined],
    ["attestationPieces", "non", undefined],
    ["diplomeVise", "Master", "73"],
    ["diplomeVise", 73, "73"],
    ["diplomeVisePro", "Licence professionnelle", "23"],
    ["apprentiDepartementNaissance", 1, "01"],
    ["apprentiNir", "2 03 05 13 055 123", "2030513055123"],
    ["apprentiIne", "060803922hg", "060803922HG"],
    ["employeurCodeApe", "70.22z", "7022Z"],
    ["employeurIdcc", 16, "0016"],
    ["cfaUai", "0139999y", "0139999Y"],
    ["codeRncp", "RNCP35916", "35916"],
    ["codeDiplome", "13531545", "13531545"],
    ["apprentiAdresseCodePostal", 13001, "13001"],
    ["apprentiTelephone", "06 12 34 56 78", "+33612345678"],
    ["apprentiCourriel", "Lea@Exemple.fr", "lea@exemple.fr"],
    ["numeroContratPrecedent", "013 202409001234", "013202409001234"],
    ["organismeNumeroDeclaration", 93130000000, "93130000000"],
    ["missionDescription", "a\nb", "a\nb"],
    ["faitA", " Aix-en-Provence ", "Aix-en-Provence"],
    ["faitA", " \u00a0\t", undefined],
    ["faitA", "\u200b", undefined],
    ["faitA", "", undefined],
    ["faitA", null, undefined],
    ["faitA", undefined, undefined],
  ])("%s: %j → %j", (id, raw, value) => {
    expect(tidyValue(fieldById(id), raw, formWhere(fieldById(id)))).toEqual(
      value === undefined ? { ok: true } : { ok: true, value },
    );
  });

  it.each([
    ["salaireBrutMensuel", 12.5, /centimes/],
    ["salaireBrutMensuel", -1, /centimes/],
    ["salaireBrutMensuel", 1_000_000_001, /centimes/],
    ["employeurEffectif", 12.5, /entier/],
    ["employeurEffectif", Number.NaN, /nombre n’est pas valable/],
    ["employeurEffectif", -1, /de 0 à/],
    ["apprentiRqth", "peut-être", /oui ou par non/],
    ["attestationPieces", "peut-être", /Cochez/],
    ["faitA", true, /pas un texte/],
    ["faitA", ["Marseille"], /pas un texte/],
    ["faitA", { ville: "Marseille" }, /pas un texte/],
    ["avantageAutre", "une longue phrase", /12 au plus/],
    ["diplomeVisePro", "54", /liste/],
  ])("%s refuses %j", (id, raw, message) => {
    expect(tidyValue(fieldById(id), raw, formWhere(fieldById(id)))).toEqual({
      ok: false,
      message: expect.stringMatching(message),
    });
  });

  it("accepts both ends of an amount", () => {
    expect(tidyValue(fieldById("salaireBrutMensuel"), 0, formWhere(fieldById("salaireBrutMensuel")))).toEqual(
      { ok: true, value: 0 },
    );
    expect(
      tidyValue(fieldById("salaireBrutMensuel"), 1_000_000_000, formWhere(fieldById("salaireBrutMensuel")))
        .ok,
    ).toBe(true);
  });

  const anything = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."0123456789 ABab.,-/+@'’éà%€") }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, {}, [], "oui", "2A", "05/09/2026", "73"),
  );

  it("never throws, is idempotent, and agrees with checking and displaying", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), anything, (field, raw) => {
        const result = tidyValue(field, raw, formWhere(field));
        if (!result.ok) {
          expect(result.message).toMatch(/\S.*[.…)]$/s);
          return;
        }
        if (result.value === undefined) return;
        expect(tidyValue(field, result.value, formWhere(field))).toEqual(result);
        expect(checkValue(field, result.value, formWhere(field))).toBeUndefined();
        expect(displayValue(field, result.value, formWhere(field))).not.toBe("");
        expect(JSON.parse(JSON.stringify(result.value))).toBe(result.value);
      }),
      { numRuns: 2000 },
    );
  });

  it("minus nothing is nothing", () => {
    const field = fields.find(({ kind }) => kind.type === "cents");
    if (!field) throw new Error("no amount");
    const result = tidyValue(field, -0, formWhere(field));
    expect(result.ok && Object.is(result.value, 0)).toBe(true);
  });

  it("never throws when displaying or judging what should not be there", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), anything, (field, raw) => {
        expect(typeof displayValue(field, raw, formWhere(field))).toBe("string");
        expect(typeof maskValue(field, raw, formWhere(field))).toBe("string");
        expect(["string", "undefined"]).toContain(typeof checkValue(field, raw, formWhere(field)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("checking what is stored", () => {
  it.each([
    ["employeurSiret", "90000001900019", undefined],
    ["employeurSiret", "90000001900018", /clé/],
    ["employeurSiret", "900 000 019 00019", /forme enregistrée/],
    ["employeurEffectif", "12", /forme enregistrée/],
    ["employeurSiret", undefined, undefined],
    ["diplomeVise", "99", /liste/],
  ])("%s %j: %s", (id, value, message) => {
    const judged = checkValue(fieldById(id), value, formWhere(fieldById(id)));
    if (message === undefined) expect(judged).toBeUndefined();
    else expect(judged).toMatch(message);
  });
});

describe("displaying", () => {
  it.each([
    ["dateDebutExecution", "2026-09-05", "05/09/2026"],
    ["dateDebutExecution", "hier", "hier"],
    ["salaireBrutMensuel", 123_456, `1\u202f234,56${NBSP}€`],
    ["avantageLogement", 7000, `70,00${NBSP}€ / mois`],
    ["employeurEffectif", 12_000, "12\u202f000"],
    ["dureeHebdoHeures", 35, `35${NBSP}heures`],
    ["remunerationA1P1Pourcentage", 53, `53${NBSP}%`],
    ["diplomeVise", "73", "Master"],
    ["secteurEmployeur", "prive", "employeur privé"],
    ["apprentiDepartementNaissance", "2A", "2A – Corse-du-Sud"],
    ["employeurIdcc", "9999", "9999 – Aucune convention collective"],
    ["employeurIdcc", "4321", "4321"],
    ["apprentiRqth", "non", "Non"],
    ["attestationPieces", true, "Oui"],
    ["attestationPieces", false, "Non"],
    ["employeurSiret", "90000001900019", `900${NBSP}000${NBSP}019${NBSP}00019`],
    ["employeurCodeApe", "7022Z", "70.22Z"],
    ["codeRncp", "35916", "RNCP35916"],
    ["apprentiTelephone", "+33491000000", `04${NBSP}91${NBSP}00${NBSP}00${NBSP}00`],
    ["apprentiNir", "2030513055123", `2${NBSP}03${NBSP}05${NBSP}13${NBSP}055${NBSP}123`],
    ["faitA", "Marseille", "Marseille"],
    ["faitA", undefined, ""],
    ["faitA", null, ""],
    ["faitA", {}, ""],
  ])("%s %j is read %j", (id, value, shown) => {
    expect(displayValue(fieldById(id), value, formWhere(fieldById(id))).replace("€ / ", "€ / ")).toBe(shown);
  });

  it("masks the NIR and nothing else", () => {
    expect(
      maskValue(fieldById("apprentiNir"), "2030513055123", formWhere(fieldById("apprentiNir"))),
    ).not.toMatch(/\d/);
    expect(
      maskValue(fieldById("apprentiNir"), "2030513055123", formWhere(fieldById("apprentiNir"))),
    ).toContain("•");
    expect(maskValue(fieldById("apprentiNir"), undefined, formWhere(fieldById("apprentiNir")))).toBe("");
    expect(maskValue(fieldById("apprentiNir"), "", formWhere(fieldById("apprentiNir")))).toBe("");
    expect(maskValue(fieldById("faitA"), "Marseille", formWhere(fieldById("faitA")))).toBe("Marseille");
    expect(maskValue({ ...fieldById("faitA"), sensitive: true }, "Marseille", formFor("apprentissage"))).toBe(
      "••••••",
    );
  });
});

describe("lists", () => {
  it("offers what is in force", () => {
    expect(
      optionsOf(fieldById("typeQualification"), formWhere(fieldById("typeQualification"))).map(
        ({ code }) => code,
      ),
    ).toEqual(["1", "2", "3", "4", "8"]);
    expect(
      optionsOf(fieldById("specialiteFormation"), formWhere(fieldById("specialiteFormation"))).every(
        ({ code }) => code.length === 3,
      ),
    ).toBe(true);
    expect(
      optionsOf(fieldById("apprentiRqth"), formWhere(fieldById("apprentiRqth"))).map(({ code }) => code),
    ).toEqual(["oui", "non"]);
    expect(optionsOf(fieldById("employeurIdcc"), formWhere(fieldById("employeurIdcc"))).length).toBe(333);
    expect(optionsOf(fieldById("caisseRetraite"), formWhere(fieldById("caisseRetraite"))).length).toBe(45);
    expect(optionsOf(fieldById("faitA"), formWhere(fieldById("faitA")))).toEqual([]);
    expect(optionsOf(fieldById("employeurSiret"), formWhere(fieldById("employeurSiret")))).toEqual([]);
    expect(
      optionsOf(fieldById("apprentiSexe"), formWhere(fieldById("apprentiSexe"))).map(({ code }) => code),
    ).toEqual(["M", "F"]);
  });

  it("reads a value left from the other contract as the newest form that holds it", () => {
    const field = fieldById("diplomeVisePro");
    expect(displayValue(field, "31", formFor("apprentissage"))).toBe("Brevet de Technicien Supérieur");
    expect(optionsOf(field, formFor("apprentissage"))).toEqual(optionsOf(field, formWhere(field)));
  });
});
