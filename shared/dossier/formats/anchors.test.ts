/** An identifier is the whole of what was typed: nothing before it, nothing after it, whatever the format. */
import { describe, expect, it } from "vitest";
import * as formats from "./index.ts";

const cases: readonly [name: keyof typeof formats, valid: string][] = [
  ["tidySiret", "90000001900019"],
  ["tidySiren", "900000019"],
  ["tidyNaf", "7022Z"],
  ["tidyUai", "0139999Y"],
  ["tidyIne", "1234567890A"],
  ["tidyIdcc", "1486"],
  ["tidyRncp", "35916"],
  ["tidyDate", "05/09/2026"],
  ["tidyDate", "2026-09-05"],
  ["tidyDate", "05092026"],
  ["tidyDate", "5 septembre 2026"],
  ["tidyNumeroDeclaration", "93139999913"],
  ["tidyCodeDiplome", "13531545"],
  ["tidyPostalCode", "13002"],
  ["tidyPhone", "0491000000"],
  ["tidyEmail", "lea@example.fr"],
  ["tidyCents", "1 234,56"],
];
type Tidy = (raw: string) => { ok: boolean };

describe.each(cases)("%s %s", (name, valid) => {
  const tidy = formats[name] as unknown as Tidy;
  it("alone", () => expect(tidy(valid).ok).toBe(true));
  it.each([
    ["after words", `abc def ${valid}`],
    ["before words", `${valid} abc def`],
    ["between words", `§${valid}§`],
    ["twice", `${valid};${valid}`],
  ])("%s is refused", (_where, raw) => expect(tidy(raw).ok).toBe(false));
});

const predicates: readonly [name: keyof typeof formats, stored: string][] = [
  ["isSiret", "90000001900019"],
  ["isSiren", "900000019"],
  ["isNaf", "7022Z"],
  ["isUai", "0139999Y"],
  ["isIdcc", "1486"],
  ["isRncp", "35916"],
  ["isNumeroDeclaration", "93139999913"],
  ["isPostalCode", "13002"],
  ["isEmail", "lea@example.fr"],
  ["isNir", "2030513055123"],
];
describe.each(predicates)("%s %s", (name, stored) => {
  const is = formats[name] as unknown as (value: string) => boolean;
  it("as it is stored, and nothing else", () => {
    expect(is(stored)).toBe(true);
    for (const other of [`§${stored}`, `${stored}§`, `1 ${stored}`, `${stored} 1`, "", " "])
      expect([other, is(other)]).toEqual([other, false]);
  });
});
