import { describe, expect, it } from "vitest";
import { displaySiret, isSiren, isSiret, luhn, tidySiren, tidySiret } from "./siret.ts";

describe("SIRET (regles.md F1)", () => {
  it.each<[string, string | undefined, string]>([
    ["90000001900019", "90000001900019", "Luhn on 14 digits and on the SIREN"],
    ["900 000 019 00019", "90000001900019", "spaces tidied"],
    ["900\u00a0000\u202f019.00019", "90000001900019", "NBSP and dots tidied"],
    ["９0000001900019", "90000001900019", "full-width digit folded"],
    ["35600000000048", "35600000000048", "La Poste’s head office passes Luhn"],
    ["35600000000016", undefined, "La Poste: digit sum 21, not a multiple of 5"],
    ["35600000000059", undefined, "La Poste: digit sum 28"],
    ["35600000000060", "35600000000060", "La Poste exception: digit sum 20, Luhn false"],
    ["90000001900018", undefined, "Luhn false"],
    ["90000001800019", undefined, "SIREN false"],
    ["900000019", undefined, "a SIREN only"],
    ["9000000190001", undefined, "13 digits"],
    ["900000019000190", undefined, "15 digits"],
    ["9000000190001O", undefined, "letter O"],
    ["00000000000000", undefined, "zeros pass Luhn but are no SIRET"],
  ])("%s → %s (%s)", (raw, value) => {
    const tidied = tidySiret(raw);
    expect(tidied.ok ? tidied.value : undefined).toBe(value);
    if (tidied.ok) expect(isSiret(tidied.value)).toBe(true);
  });

  it.each([
    ["900000019", /SIREN.*ajoutez les 5 chiffres/],
    ["9000000190001", /14 chiffres et non 13/],
    ["9000000190001O", /que des chiffres/],
    ["90000001900018", /clé de contrôle/],
  ])("says what is wrong with %s", (raw, message) => {
    expect(tidySiret(raw)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });

  it("judges a SIREN", () => {
    expect(tidySiren("900 000 019")).toEqual({ ok: true, value: "900000019" });
    expect(tidySiren("900000018")).toMatchObject({ ok: false, message: expect.stringContaining("clé") });
    expect(tidySiren("9000")).toMatchObject({
      ok: false,
      message: expect.stringContaining("9 chiffres et non 4 caractères"),
    });
    expect(tidySiren("90000001X")).toMatchObject({ ok: false });
    expect(isSiren("356000000")).toBe(true);
    expect(isSiren("000000000")).toBe(false);
  });

  it("weighs every second digit from the right", () => {
    expect(luhn("18")).toBe(true);
    expect(luhn("81")).toBe(false);
    expect(luhn("0000000026")).toBe(true);
    expect(luhn("059")).toBe(true);
  });

  it("displays groups", () => {
    expect(displaySiret("90000001900019")).toBe("900\u00a0000\u00a0019\u00a000019");
    expect(displaySiret("x")).toBe("x");
  });
});
