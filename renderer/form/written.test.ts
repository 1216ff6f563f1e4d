import { describe, expect, it } from "vitest";
import { fieldById, fields } from "../../shared/dossier/index.ts";
import { judge, sendable, written } from "./written.ts";

describe("written", () => {
  it.each([
    ["apprentiDateNaissance", "2005-09-05", "05/09/2005"],
    ["salaireBrutMensuel", 123456, "1\u202f234,56"],
    ["salaireBrutMensuel", 0, "0,00"],
    ["remunerationA1P1Pourcentage", 43, "43"],
    ["employeurSiret", "35600000000048", "356\u00a0000\u00a0000\u00a000048"],
    ["apprentiSexe", "F", "F"],
    ["apprentiRqth", "non", "non"],
    ["attestationPieces", true, true],
    ["attestationPieces", undefined, false],
    ["apprentiNomNaissance", undefined, ""],
  ])("%s: %s is shown %s", (id, value, expected) => {
    expect(written(fieldById(id), value, "10103*14")).toBe(expected);
  });

  it("reads back what it writes, for every kind", () => {
    const samples: Record<string, string | number | boolean> = {
      date: "2026-02-28",
      cents: 98_765_401,
      integer: 0,
      yesNo: "oui",
      check: true,
      phone: "+33491000000",
      siret: "35600000000048",
      postalCode: "13001",
      email: "lea.martin@exemple.fr",
    };
    const seen = new Set<string>();
    for (const field of fields) {
      // Within the bounds of each field: a new one is an entry of the schema, not a case of this test.
      const value = field.kind.type === "integer" ? field.kind.max : samples[field.kind.type];
      if (value === undefined) continue;
      seen.add(field.kind.type);
      const judged = judge(field, written(field, value, "10103*14"), "10103*14");
      expect(judged, field.id).toEqual({ ok: true, value });
    }
    expect(seen.size).toBe(Object.keys(samples).length);
  });

  it("keeps a masked value as it is", () => {
    expect(written(fieldById("apprentiNir"), "••• •••", "10103*14")).toBe("••• •••");
  });
});

describe("sendable", () => {
  it("says nothing for an empty control", () => {
    expect([sendable(""), sendable(false), sendable("x"), sendable(true)]).toEqual([null, null, "x", true]);
  });
});
