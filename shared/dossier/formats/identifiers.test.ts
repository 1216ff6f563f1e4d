import { describe, expect, it } from "vitest";
import { isCodeDiplome, tidyCodeDiplome } from "./code-diplome.ts";
import { tidyDepartement } from "./departement.ts";
import { isIdcc, tidyIdcc } from "./idcc.ts";
import { isIne, tidyIne } from "./ine.ts";
import { displayNaf, isNaf, tidyNaf } from "./naf.ts";
import { isNumeroContrat, tidyNumeroContrat } from "./numero-contrat.ts";
import { isNumeroDeclaration, tidyNumeroDeclaration } from "./numero-declaration.ts";
import { isPostalCode, tidyPostalCode } from "./postal-code.ts";
import { displayRncp, isRncp, tidyRncp } from "./rncp.ts";
import type { Tidied } from "./tidied.ts";
import { isUai, tidyUai, uaiKey } from "./uai.ts";

/** raw, stored value (undefined: refused), why — the rule of regles.md § 1 in the title. */
type Case = readonly [raw: string, value: string | undefined, why: string];
const table = (
  title: string,
  tidyOne: (raw: string) => Tidied,
  remedy: RegExp,
  cases: readonly Case[],
): void => {
  describe(title, () => {
    it.each(cases)("%s → %s (%s)", (raw, value) => {
      const tidied = tidyOne(raw);
      expect(tidied.ok ? tidied.value : undefined).toBe(value);
      if (!tidied.ok) expect(tidied.message).toMatch(remedy);
    });
  });
};

table("UAI (F6)", tidyUai, /UAI/, [
  ["0951099D", "0951099D", "the rule’s own example: 0951099 mod 23 = 3 → D"],
  ["095 1099 d", "0951099D", "spaces and case"],
  ["0951099E", undefined, "wrong key"],
  ["0951098D", undefined, "wrong digits"],
  ["951099D", undefined, "6 digits"],
  ["0951099", undefined, "no key"],
  ["0951099DD", undefined, "too long"],
  ["UAI : 0139999Y", "0139999Y", "prefix pasted"],
]);

table("RNCP (F7)", tidyRncp, /RNCP.*1 à 5 chiffres/, [
  ["35916", "35916", "digits only, as the form wants"],
  ["RNCP35916", "35916", "OPCO writing"],
  ["rncp n° 35 916", "35916", "prefix, sign and space"],
  ["RNCP00123", "123", "leading zeros"],
  ["7", "7", "one digit"],
  ["0", undefined, "zero"],
  ["123456", undefined, "six digits"],
  ["RS1234", undefined, "répertoire spécifique"],
]);

table("Code diplôme (F8)", tidyCodeDiplome, /8 caractères/, [
  ["13531545", "13531545", "8 digits"],
  ["135 315-45", "13531545", "signs"],
  ["13x31545", "13X31545", "third character may be a letter"],
  ["13531545A", "13531545", "9th letter dropped"],
  ["1353154", undefined, "7"],
  ["1353154A", undefined, "letter out of place"],
  ["A3531545", undefined, "letter first"],
  ["135315451", undefined, "9 digits"],
]);

table("IDCC (F9)", tidyIdcc, /4 chiffres/, [
  ["1486", "1486", "4 digits"],
  ["16", "0016", "padded"],
  ["IDCC 573", "0573", "prefix and padding"],
  ["9999", "9999", "no agreement"],
  ["9998", "9998", "under negotiation"],
  ["3180", "3180", "private household (12434)"],
  ["0", undefined, "zero"],
  ["12345", undefined, "5 digits"],
  ["12A4", undefined, "letter"],
]);

table("APE / NAF (F10)", tidyNaf, /4 chiffres puis 1 lettre/, [
  ["84.11Z", "8411Z", "dot taken off"],
  ["7022 z", "7022Z", "case, space"],
  ["APE : 7022Z", "7022Z", "prefix"],
  ["7022", undefined, "no letter"],
  ["70222", undefined, "digit last"],
  ["702ZZ", undefined, "letter early"],
  ["7022ZZ", undefined, "too long"],
]);

table("Code postal (F11)", tidyPostalCode, /5 chiffres/, [
  ["13001", "13001", "5 digits"],
  ["13 001", "13001", "space"],
  ["F-13001", "13001", "international writing"],
  ["1000", undefined, "zero lost by a spreadsheet"],
  ["130011", undefined, "6 digits"],
  ["2A000", undefined, "letters"],
]);

table("Département de naissance (F15)", tidyDepartement, /département|Corse/, [
  ["13", "13", "code"],
  ["1", "01", "padded"],
  ["2a", "2A", "Corsica"],
  ["2B", "2B", "Corsica"],
  ["974", "974", "overseas"],
  ["988", "988", "New Caledonia"],
  ["099", "099", "born abroad (notice 51649, p. 2)"],
  ["99", "099", "born abroad, as older forms wrote it"],
  ["Bouches-du-Rhône", "13", "name"],
  ["bouches du rhone", "13", "name without accent"],
  ["20", undefined, "Corsica must be split"],
  ["96", undefined, "does not exist"],
  ["Atlantide", undefined, "does not exist"],
]);

table("INE", tidyIne, /11 chiffres et lettres/, [
  ["060803922 HG", "060803922HG", "9 digits and 2 letters"],
  ["1234567890a", "1234567890A", "10 digits and a letter"],
  ["1234567890", undefined, "10 characters"],
  ["ABCDEFGHIJK", undefined, "no digit"],
]);

table("Numéro de contrat (F16, an alert: only nonsense is refused)", tidyNumeroContrat, /numéro de dépôt/, [
  ["02B202212000000", "02B202212000000", "the rule’s own example"],
  ["013 2024 09 00 1234", "013202409001234", "spaces"],
  ["DEP123456", "DEP123456", "odd shape kept: the rule alerts"],
  ["12", undefined, "far too short"],
  ["n’existe pas encore", undefined, "words"],
]);

table(
  "Numéro de déclaration (F18, to be confirmed: only nonsense is refused)",
  tidyNumeroDeclaration,
  /11 chiffres/,
  [
    ["93 13 00000 00", "93130000000", "11 digits with spaces"],
    ["NDA: 93130000000", "93130000000", "prefix"],
    ["9313000000", "9313000000", "10 digits kept: the rule alerts"],
    ["en cours", undefined, "words"],
  ],
);

describe("shapes judged by the rules", () => {
  it.each([
    [isNumeroContrat, "02B202212000000", true],
    [isNumeroContrat, "913202401000000", true],
    [isNumeroContrat, "113202401000000", false],
    [isNumeroContrat, "013202413000000", false],
    [isNumeroContrat, "01320241200000", false],
    [isNumeroDeclaration, "93130000000", true],
    [isNumeroDeclaration, "9313000000", false],
    [isUai, "0951099D", true],
    [isUai, "0951099E", false],
    [isUai, "951099D", false],
    [isRncp, "35916", true],
    [isRncp, "035916", false],
    [isIdcc, "0016", true],
    [isIdcc, "0000", false],
    [isNaf, "8411Z", true],
    [isNaf, "84.11Z", false],
    [isCodeDiplome, "13531545", true],
    [isCodeDiplome, "x13531545", false],
    [isPostalCode, "13001", true],
    [isPostalCode, "130011", false],
    [isIne, "060803922HG", true],
    [isIne, "060803922H", false],
  ] as const)("%o(%s) is %s", (judge, value, expected) => {
    expect(judge(value)).toBe(expected);
  });

  it("uses 23 letters, without I, O and Q", () => {
    const letters = new Set(Array.from({ length: 23 }, (_, i) => uaiKey(String(i).padStart(7, "0"))));
    expect(letters.size).toBe(23);
    expect([..."IOQ"].some((letter) => letters.has(letter))).toBe(false);
  });

  it("displays as usage writes them", () => {
    expect(displayNaf("8411Z")).toBe("84.11Z");
    expect(displayRncp("35916")).toBe("RNCP35916");
  });
});
