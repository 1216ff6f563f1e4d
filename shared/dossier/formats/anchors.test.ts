/** An identifier is the whole of what was typed: nothing before it, nothing after it, whatever the format. */
import { describe, expect, it } from "vitest";
import {
  isEmail,
  isIdcc,
  isNaf,
  isNir,
  isNumeroDeclaration,
  isPostalCode,
  isRncp,
  isSiren,
  isSiret,
  isUai,
  tidyCents,
  tidyCodeDiplome,
  tidyDate,
  tidyEmail,
  tidyIdcc,
  tidyIne,
  tidyNaf,
  tidyNumeroDeclaration,
  tidyPhone,
  tidyPostalCode,
  tidyRncp,
  tidySiren,
  tidySiret,
  tidyUai,
} from "./index.ts";

type Tidy = (raw: string) => { ok: boolean };
const cases: readonly [tidy: Tidy, valid: string][] = [
  [tidySiret, "90000001900019"],
  [tidySiren, "900000019"],
  [tidyNaf, "7022Z"],
  [tidyUai, "0139999Y"],
  [tidyIne, "1234567890A"],
  [tidyIdcc, "1486"],
  [tidyRncp, "35916"],
  [tidyDate, "05/09/2026"],
  [tidyDate, "2026-09-05"],
  [tidyDate, "05092026"],
  [tidyDate, "5 septembre 2026"],
  [tidyNumeroDeclaration, "93139999913"],
  [tidyCodeDiplome, "13531545"],
  [tidyPostalCode, "13002"],
  [tidyPhone, "0491000000"],
  [tidyEmail, "lea@example.fr"],
  [tidyCents, "1 234,56"],
];
describe.each(cases.map(([tidy, valid]) => [tidy.name, valid, tidy] as const))(
  "%s %s",
  (_name, valid, tidy) => {
    it("alone", () => expect(tidy(valid).ok).toBe(true));
    it.each([
      ["after words", `abc def ${valid}`],
      ["before words", `${valid} abc def`],
      ["between words", `§${valid}§`],
      ["twice", `${valid};${valid}`],
    ])("%s is refused", (_where, raw) => expect(tidy(raw).ok).toBe(false));
  },
);

const predicates: readonly [is: (value: string) => boolean, stored: string][] = [
  [isSiret, "90000001900019"],
  [isSiren, "900000019"],
  [isNaf, "7022Z"],
  [isUai, "0139999Y"],
  [isIdcc, "1486"],
  [isRncp, "35916"],
  [isNumeroDeclaration, "93139999913"],
  [isPostalCode, "13002"],
  [isEmail, "lea@example.fr"],
  [isNir, "2030513055123"],
];
describe.each(predicates.map(([is, stored]) => [is.name, stored, is] as const))(
  "%s %s",
  (_name, stored, is) => {
    it("as it is stored, and nothing else", () => {
      expect(is(stored)).toBe(true);
      for (const other of [`§${stored}`, `${stored}§`, `1 ${stored}`, `${stored} 1`, "", " "])
        expect([other, is(other)]).toEqual([other, false]);
    });
  },
);
