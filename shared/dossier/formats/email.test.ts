import { describe, expect, it } from "vitest";
import { isEmail, tidyEmail } from "./email.ts";

describe("Courriel: exactly one address", () => {
  it.each([
    ["Lea.Martin@Exemple.fr ", "lea.martin@exemple.fr"],
    ["mailto:lea@exemple.fr", "lea@exemple.fr"],
    ["<lea@exemple.fr>", "lea@exemple.fr"],
    ["\u200blea@exemple.fr\n", "lea@exemple.fr"],
    ["prenom.nom+cfa@sous.domaine.exemple.fr", "prenom.nom+cfa@sous.domaine.exemple.fr"],
    ["o'brien@exemple.fr", "o'brien@exemple.fr"],
    ["a_b-c@ex-emple.fr", "a_b-c@ex-emple.fr"],
  ])("%j → %s", (raw, value) => {
    expect(tidyEmail(raw)).toEqual({ ok: true, value });
    expect(isEmail(value)).toBe(true);
  });

  it.each([
    // reliability.md: nodemailer sent these to the second address
    ["x@y.fr\r\nBcc: evil@z.fr", /retour à la ligne/],
    ["x@y.fr, evil@z.fr", /Une seule adresse/],
    ["x@y.fr;evil@z.fr", /Une seule adresse/],
    ["groupe: x@y.fr", /Une seule adresse/],
    ['"x y"@z.fr', /Une seule adresse/],
    ["Léa <x@y.fr>", /Une seule adresse/],
    ["x@y@z.fr", /Une seule adresse/],
    ["x(commentaire)@z.fr", /Une seule adresse/],
    ["x@[127.0.0.1]", /Une seule adresse/],
    ["x y@z.fr", /espace/],
    ["léa@exemple.fr", /accent/],
    ["lea@exémple.fr", /accent/],
    ["lea@xn--exmple-cva.fr", /accentués/],
    ["lea.exemple.fr", /« @ »/],
    ["@exemple.fr", /précède/],
    [".lea@exemple.fr", /précède/],
    ["lea..m@exemple.fr", /précède/],
    [`${"a".repeat(65)}@exemple.fr`, /précède/],
    ["lea@exemple", /nom de domaine/],
    ["lea@-exemple.fr", /nom de domaine/],
    ["lea@exemple..fr", /nom de domaine/],
    ["lea@exemple.f", /nom de domaine/],
    ["lea@exemple.123", /nom de domaine/],
    [`lea@${"a".repeat(64)}.fr`, /nom de domaine/],
    [`lea@${"abcdefgh.".repeat(30)}fr`, /254/],
  ])("refuses %j", (raw, message) => {
    const tidied = tidyEmail(raw);
    expect(tidied.ok).toBe(false);
    if (!tidied.ok) expect(tidied.message.replaceAll("\u00a0", " ")).toMatch(message);
  });
});
