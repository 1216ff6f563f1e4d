import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { newReference, readFault, recordIncident } from "./incident.ts";
import { createLog, type Log } from "./log.ts";

/** What must never be read in a log, in the places where errors carry their text. */
const planted = [
  "2 05 01 75 012 345 67",
  "205017501234567",
  "Durand-Lemaître",
  "12 rue des Lilas",
  "m0t-de-passe!",
];
const kept = (): { log: Log; lines: string[] } => {
  const lines: string[] = [];
  return { lines, log: createLog("node", (line) => lines.push(line)) };
};
const written = (error: unknown): string => {
  const { log, lines } = kept();
  recordIncident(log, error, { lieu: "poste", procedure: "dossiers.lire" });
  return lines.join("");
};
const free = (text: string): void => {
  for (const one of planted) expect(text).not.toContain(one);
};

describe("an incident", () => {
  it("has a reference that can be read on the telephone", () => {
    expect(newReference()).toMatch(/^[0-9A-F]{4}-[0-9A-F]{2}$/);
  });

  it("keeps the kind, the code and the places of an error and of its causes", () => {
    const cause = Object.assign(new Error("EPIPE"), { code: "EPIPE" });
    const { type, cadres, causes } = readFault(new TypeError("x", { cause }));
    expect(type).toBe("TypeError");
    expect(cadres[0]).toMatchObject({ fichier: "main/incident.test.ts" });
    expect(causes).toMatchObject([{ type: "Error", code: "EPIPE" }]);
    expect(JSON.parse(written(new TypeError("x", { cause })))).toMatchObject({
      niveau: "error",
      evenement: "erreur",
      lieu: "poste",
      procedure: "dossiers.lire",
      type: "TypeError",
      causes: [{ code: "EPIPE" }],
    });
  });

  it("keeps no word of any error, wherever it carries it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...planted),
        fc.string(),
        fc.constantFrom("", "\n", "\n    at ", "\n    at f (main/app.ts:", "file:///"),
        (secret, noise, trick) => {
          const text = `${noise}${trick}${secret}\n    at ${secret} (/${secret}/main/app.ts:1:1)`;
          const named = Object.assign(new Error(text), { name: secret, code: secret, errno: secret });
          const zod = z.object({ nir: z.enum(["a"]) }).safeParse({ nir: secret, [secret]: 1 }).error;
          const late = new Error(text);
          late.message = "another";
          const shaped = {
            name: secret,
            message: text,
            stack: text,
            code: secret.toUpperCase(),
            detail: text,
          };
          for (const error of [
            new Error(text),
            named,
            late,
            shaped,
            zod,
            new AggregateError([new Error(text), named], text, { cause: named }),
            new Error("out", { cause: new Error(text, { cause: shaped }) }),
            text,
            undefined,
          ])
            free(written(error));
        },
      ),
    );
  });

  it("survives an object that throws when it is read, and one that causes itself", () => {
    const hostile = {
      get stack(): string {
        throw new Error("no");
      },
    };
    expect(JSON.parse(written(hostile))).toMatchObject({ type: "inconnu" });
    const loop = new Error("loop");
    loop.cause = loop;
    expect(JSON.parse(written(loop)).causes.length).toBeLessThan(10);
  });
});

describe("a line", () => {
  it("holds fields of their kind and of the catalogue, and nothing else", () => {
    const { log, lines } = kept();
    for (const secret of planted) {
      log.say("appel-lent", { porte: "poste", procedure: secret, ms: 3000 });
      log.say("courriel", { id: secret, modele: secret, sort: "sent", tentatives: 1, ms: 3 });
      log.say("erreur", {
        reference: secret,
        lieu: secret as never,
        type: secret as never,
        code: secret,
        cadres: [{ fichier: "a", ligne: secret as never, colonne: 1 }],
      });
      log.say("sauvegarde", { ms: 1, [secret]: secret } as never);
    }
    free(lines.join(""));
    expect(JSON.parse(lines[0] as string)).toMatchObject({ procedure: "?", ms: 3000 });
  });
});
