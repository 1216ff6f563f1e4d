import { describe, expect, it } from "vitest";
import { compareCerfa } from "./compare.ts";

describe("entered data against the signed CERFA", () => {
  it.each([
    ["the same", { apprentiNomNaissance: "Arnaud" }, { apprentiNomNaissance: "Arnaud" }, []],
    [
      "another value",
      { salaireBrutMensuel: 98953 },
      { salaireBrutMensuel: 99000 },
      [{ champ: "salaireBrutMensuel", saisi: 98953, lu: 99000 }],
    ],
    [
      "case, spaces, apostrophes",
      { employeurAdresseVoie: "rue de  l'Église" },
      { employeurAdresseVoie: " RUE DE L’ÉGLISE" },
      [],
    ],
    [
      "accents do differ",
      { apprentiPrenom: "Léa" },
      { apprentiPrenom: "Lea" },
      [{ champ: "apprentiPrenom", saisi: "Léa", lu: "Lea" }],
    ],
    ["only on the CERFA", {}, { codeRncp: "35916" }, [{ champ: "codeRncp", lu: "35916" }]],
    ["only entered", { codeRncp: "35916" }, {}, []],
    ["empty on the CERFA", { codeRncp: "35916" }, { codeRncp: "" }, []],
    ["a box not ticked", { attestationPieces: true }, { attestationPieces: false }, []],
    ["a box ticked", {}, { attestationPieces: true }, [{ champ: "attestationPieces", lu: true }]],
    ["a field nobody knows", {}, { inconnu: "x" }, []],
    [
      "a number against a text",
      { dureeHebdoHeures: 35 },
      { dureeHebdoHeures: "35" },
      [{ champ: "dureeHebdoHeures", saisi: 35, lu: "35" }],
    ],
  ])("%s", (_what, entered, read, expected) => {
    expect(compareCerfa(entered, read)).toEqual(expected);
  });
  it("in the order of the schema, whatever that of the form", () => {
    const read = {
      dateFinContrat: "2028-08-31",
      employeurDenomination: "Calanques",
      apprentiNomNaissance: "Arnaud",
    };
    expect(compareCerfa({}, read).map(({ champ }) => champ)).toEqual([
      "apprentiNomNaissance",
      "employeurDenomination",
      "dateFinContrat",
    ]);
  });
});
