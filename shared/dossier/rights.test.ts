import { describe, expect, it } from "vitest";
import { fieldById, fields } from "./fields/index.ts";
import { canSee, canWrite, type Who } from "./rights.ts";

const everyone: readonly Who[] = ["alternant", "entreprise", "formation", "cfa"];
const who = (may: (who: Who) => boolean): Who[] => everyone.filter(may);

describe("who writes and who sees", () => {
  it.each([
    ["apprentiNomNaissance", ["alternant", "entreprise", "formation", "cfa"]],
    ["employeurSiret", ["alternant", "entreprise", "formation", "cfa"]],
    ["apprentiNir", ["alternant", "cfa"]],
    ["codeRncp", ["cfa"]],
    ["depotNumero", []],
  ])("%s is written by %o", (id, expected) => {
    expect(who((one) => canWrite(fieldById(id), one))).toEqual(expected);
  });

  it("keeps the NIR in clear for its owner and the CFA", () => {
    expect(who((one) => canSee(fieldById("apprentiNir"), one))).toEqual(["alternant", "cfa"]);
    for (const field of fields)
      if (!field.sensitive) expect(who((one) => canSee(field, one))).toEqual(everyone);
  });

  it("never lets the portal write what the CFA or the deposit organisation knows", () => {
    for (const field of fields)
      if (field.knownBy === "cfa" || field.knownBy === "depot")
        for (const one of ["alternant", "entreprise", "formation"] as const)
          expect(canWrite(field, one)).toBe(false);
  });
});
