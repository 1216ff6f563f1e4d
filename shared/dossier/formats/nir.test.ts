import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayNir, isNir, MASKED_NIR, nirKey, nirParts, tidyNir } from "./nir.ts";

describe("NIR (regles.md F3, F4)", () => {
  it.each<[string, string | undefined, string]>([
    ["2030513055123", "2030513055123", "13 characters, without key (notice 51649, p. 3)"],
    ["2 03 05 13 055 123", "2030513055123", "spaces tidied"],
    ["2 03 05 13 055 123 37", "2030513055123", "15 typed: key 97 − (N mod 97) checked then dropped"],
    ["203051305512338", undefined, "wrong key"],
    ["2 69 05 2A 004 001", "269052A004001", "South Corsica"],
    ["2 69 05 2a 004 001 39", "269052A004001", "2A read 19 for the key, lower case tidied"],
    ["2 69 05 2b 004 001 66", "269052B004001", "2B read 18 for the key"],
    ["2 69 05 2B 004 001 39", undefined, "2A’s key on 2B"],
    ["2690520004001", "2690520004001", "« 20 », Corsica before 1976"],
    ["3030513055123", "3030513055123", "3: pending registration"],
    ["8030513055123", "8030513055123", "8: temporary registration"],
    ["5030513055123", undefined, "no number begins with 5"],
    ["0030513055123", undefined, "nor with 0"],
    ["2031313055123", "2031313055123", "month 13: F3 leaves the months to be verified, a rule asks"],
    ["2032013055123", "2032013055123", "month 20: incomplete record"],
    ["2034213055123", "2034213055123", "month 42"],
    ["2035013055123", "2035013055123", "month 50"],
    ["2039999055123", "2039999055123", "born abroad (99), month 99"],
    ["203051305512", undefined, "12 characters"],
    ["20305130551233", undefined, "14 characters"],
    ["20305A3055123", undefined, "letter out of the Corsican place"],
    ["203052C055123", undefined, "2C is no department"],
    ["bonjour", undefined, "letters"],
  ])("%s → %s (%s)", (raw, value) => {
    const tidied = tidyNir(raw);
    expect(tidied.ok ? tidied.value : undefined).toBe(value);
  });

  it("never quotes the number in a message, whatever is typed", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789AB"), minLength: 6, maxLength: 18 });
    fc.assert(
      fc.property(digits, (raw) => {
        const tidied = tidyNir(raw);
        if (tidied.ok) return;
        for (let i = 0; i + 4 <= raw.length; i += 1)
          expect(tidied.message).not.toContain(raw.slice(i, i + 4));
      }),
    );
  });

  it.each([
    ["203051305512", /13 caractères \(15 avec sa clé\) et non 12/],
    ["5030513055123", /commence par 1 ou 2/],
    ["203051305512338", /clé du NIR/],
    ["20305A3055123", /Corse/],
    ["abc-def", /que des chiffres/],
  ])("explains", (raw, message) => {
    expect(tidyNir(raw)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it("writes the key on two digits", () => {
    expect(nirKey("2030513055123")).toBe("37");
    expect(nirKey("1000000000085")).toMatch(/^\d{2}$/);
    const small = Array.from({ length: 97 }, (_, i) => nirKey(String(1_000_000_000_000 + i)));
    expect(new Set(small).size).toBe(97);
    expect(small.every((key) => /^\d{2}$/.test(key))).toBe(true);
  });

  it("reads its parts", () => {
    expect(nirParts("2030513055123")).toEqual({
      sexe: "F",
      annee: "03",
      mois: 5,
      moisConnu: true,
      departement: "13",
    });
    expect(nirParts("1031297411123")).toMatchObject({ sexe: "M", annee: "03", mois: 12, departement: "974" });
    expect(nirParts("7032098811123")).toEqual({
      sexe: "M",
      annee: "03",
      mois: undefined,
      moisConnu: true,
      departement: "988",
    });
    expect(nirParts("8030199352123").sexe).toBe("F");
    expect(nirParts("8030199352123").departement).toBe("99");
    expect(nirParts("3030113055123").sexe).toBeUndefined();
  });

  it.each([
    ["00", false],
    ["01", true],
    ["12", true],
    ["13", false],
    ["19", false],
    ["20", true],
    ["42", true],
    ["43", false],
    ["49", false],
    ["50", true],
    ["99", true],
  ])("month %s is one that records bear: %s", (month, known) => {
    expect(nirParts(`203${month}13055123`).moisConnu).toBe(known);
  });

  it("groups in clear, masks without a digit", () => {
    expect(displayNir("203052A055123")).toBe("2\u00a003\u00a005\u00a02A\u00a0055\u00a0123");
    expect(MASKED_NIR).not.toMatch(/\d/);
    expect(isNir("2030513055123")).toBe(true);
    expect(isNir("203051305512X")).toBe(false);
  });
});
