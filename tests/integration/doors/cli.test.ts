import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { type DossierData, formIdentifierOf } from "../../../shared/dossier/index.ts";
import { aCompleteApprentissage, aCompleteProfessionnalisation } from "../../builders/dossier-data.ts";
import { formWith } from "../../builders/forms.ts";

/** The black-box door, as a script outside would use it: arguments in, JSON or a French sentence out. */
const root = join(import.meta.dirname, "..", "..", "..");
interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
const cactus = (...args: string[]): Promise<Answer> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, "main", "hosts", "cli.ts"), ...args],
      { cwd: root, maxBuffer: 50_000_000 },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-cli-"));
  data = join(folder, "demo");
  expect(await cactus("demo", "--data", data)).toMatchObject({ code: 0, err: "" });
});
afterAll(() => removeFolder(folder));

const dossiersShape = z.array(
  z.strictObject({
    reference: z.string().regex(/^D\d{4}-\d{5}$/),
    etat: z.enum(["invite", "saisie", "demande", "valide", "abandonne"]),
    contrat: z.enum(["apprentissage", "professionnalisation"]),
    niveauSaisie: z.enum(["complete", "simple"]),
    complet: z.boolean(),
    documents: z.array(z.enum(["cerfa", "convention", "calendrier", "programme"])),
  }),
);
const dossiers = async () =>
  dossiersShape.parse(JSON.parse((await cactus("dossiers", "--json", "--data", data)).out));

describe("the demonstration", () => {
  it("gives an account of each role, and the same ones when asked again", async () => {
    const shape = z.strictObject({
      comptes: z.array(
        z.strictObject({ role: z.string(), courriel: z.email(), motDePasse: z.string().min(15) }),
      ),
    });
    const first = shape.parse(JSON.parse((await cactus("demo", "--json", "--data", data)).out));
    expect(first.comptes.map(({ role }) => role)).toEqual([
      "administrateur",
      "conseiller",
      "secretaire",
      "exporteur",
    ]);
    expect(JSON.parse((await cactus("demo", "--json", "--data", data)).out)).toEqual(first);
  });

  it("lists 300 dossiers with the documents available now", async () => {
    const all = await dossiers();
    expect(all).toHaveLength(300);
    for (const one of all) {
      expect(one.documents.includes("cerfa")).toBe(one.etat === "valide" && one.niveauSaisie === "complete");
      if (one.documents.includes("convention")) expect(one.etat).toBe("valide");
    }
    expect(all.filter(({ documents }) => documents.length === 4).length).toBeGreaterThan(30);
  });

  it("is sound", async () => {
    const points = z
      .array(z.strictObject({ point: z.string(), ok: z.literal(true), detail: z.string() }))
      .parse(JSON.parse((await cactus("verifier", "--json", "--data", data)).out));
    expect(points.length).toBeGreaterThanOrEqual(5);
  });
});

describe("documents", () => {
  it("each of the four, then a pack of two dossiers, under their final names only", async () => {
    const [one, two] = (await dossiers()).filter(({ documents }) => documents.length === 4);
    for (const type of ["cerfa", "convention", "calendrier", "programme"]) {
      const out = join(folder, `${type}.pdf`);
      const args = ["--dossier", one?.reference ?? "", "--type", type, "--out", out, "--data", data];
      expect(await cactus("document", ...args)).toEqual({ code: 0, out: "", err: "" });
      expect(readFileSync(out).subarray(0, 5).toString()).toBe("%PDF-");
    }
    const zip = join(folder, "liasses.zip");
    const references = [one?.reference ?? "", two?.reference ?? ""];
    expect(await cactus("liasse", "--dossier", ...references, "--out", zip, "--data", data)).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    const names = readFileSync(zip).toString("latin1");
    for (const reference of references)
      for (const type of ["CERFA", "Convention", "Calendrier", "Programme"])
        expect(names).toMatch(new RegExp(`${reference}[^/]*_${type}\\.pdf`));
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("failures", () => {
  it.each([
    ["dossiers", "--data", "/nulle/part", /pas de base Cactus/],
    [
      "document",
      "--dossier",
      "D2020-99999",
      "--type",
      "cerfa",
      "--out",
      "x.pdf",
      /Aucun dossier ne porte la référence D2020-99999/,
    ],
    [
      "document",
      "--dossier",
      "D2020-99999",
      "--type",
      "facture",
      "--out",
      "x.pdf",
      /Types possibles : cerfa, convention/,
    ],
    ["document", "--dossier", "D2020-99999", /Option obligatoire absente : --type/],
    ["document", "--dossier", /L’option --dossier .* attend une valeur/],
    ["liasse", "--dossier", "D2020-99999", "--out", "x.zip", /Aucun dossier/],
    ["inconnue", /Commande inconnue : inconnue/],
    ["verifier", "--inconnue", /Option inconnue : --inconnue/],
    ["verifier", "trop", /argument de trop/],
    ["controler", "--fichier", "/nulle/part.json", /Fichier illisible/],
    [
      "remuneration",
      "--naissance",
      "2003-02-30",
      "--debut",
      "2026-09-01",
      "--fin",
      "2027-08-31",
      /--naissance attend une date existante/,
    ],
    [
      "remuneration",
      "--naissance",
      "2003-02-28",
      "--debut",
      "2026-09-01",
      "--fin",
      "2026-08-31",
      /doit suivre son début/,
    ],
    [
      "remuneration",
      "--naissance",
      "2003-02-28",
      "--debut",
      "2026-09-01",
      "--fin",
      "2027-08-31",
      "--secteur",
      "mixte",
      /--secteur attend/,
    ],
  ] as const)("%s %s %s %s: a French sentence and a code", async (...row) => {
    const message = row.at(-1) as RegExp;
    const args = row.slice(0, -1) as string[];
    const needsData = ["document", "liasse", "verifier"].includes(args[0] as string);
    const answer = await cactus(...args, ...(needsData && args.length > 3 ? ["--data", data] : []));
    expect(answer.code).not.toBe(0);
    expect(answer.out).toBe("");
    expect(answer.err.replace(/\u00a0/g, " ")).toMatch(message);
    expect(answer.err.trim().split("\n").length).toBeLessThanOrEqual(2);
  });

  it("a document not available yet says why, and writes nothing", async () => {
    const waiting = (await dossiers()).find(({ documents }) => !documents.includes("cerfa"));
    const out = join(folder, "absent.pdf");
    const args = ["--dossier", waiting?.reference ?? "", "--type", "cerfa", "--out", out, "--data", data];
    const answer = await cactus("document", ...args);
    expect(answer).toMatchObject({ code: 1, out: "" });
    expect(answer.err).toMatch(/CERFA indisponible/);
    expect(readdirSync(folder).filter((name) => name.startsWith("absent"))).toEqual([]);
  });

  it("a folder as the file to write is refused, and left alone", async () => {
    const [one] = (await dossiers()).filter(({ documents }) => documents.length === 4);
    const args = ["--dossier", one?.reference ?? "", "--type", "cerfa", "--out", folder, "--data", data];
    const answer = await cactus("document", ...args);
    expect(answer.code).toBe(1);
    expect(answer.err).toContain("est un dossier");
  });

  it("the demonstration is never made over a real CFA", async () => {
    const real = join(folder, "reel");
    const { createCore } = await import("../../../main/app.ts");
    const { createFileKeychain } = await import("../../../main/hosts/node/keychain.ts");
    const { withCfa } = await import("../../builders/core.ts");
    const core = await createCore({
      dataDir: real,
      databaseUrl: `sqlite:${join(real, "cactus.db")}`,
      demo: false,
      host: "cli",
      version: "test",
      keychain: createFileKeychain(real),
    });
    await withCfa({ ...core, dataDir: real, setNow: () => {} });
    await core.close();
    const answer = await cactus("demo", "--data", real);
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining("CFA réel") });
  });
});

describe("controler", () => {
  const shape = z.object({
    complet: z.boolean(),
    onglets: z.array(z.object({ onglet: z.string(), complet: z.boolean(), manquants: z.array(z.string()) })),
    constats: z.array(
      z.strictObject({
        regle: z.string(),
        gravite: z.enum(["bloquant", "alerte", "info"]),
        champs: z.array(z.string()),
        message: z.string(),
        article: z.string(),
      }),
    ),
  });
  const named = (dossier: DossierData): Record<string, unknown> => {
    const form = formWith(dossier);
    return Object.fromEntries(
      Object.entries(dossier).map(([id, value]) => [formIdentifierOf(id, form), value]),
    );
  };
  const check = async (content: unknown): Promise<z.infer<typeof shape> & { raw: Answer }> => {
    const file = join(folder, `dossier-${Math.random()}.json`);
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    const raw = await cactus("controler", "--fichier", file, "--json");
    return { ...shape.parse(JSON.parse(raw.out || "{}")), raw };
  };

  it.each([
    ["apprentissage", aCompleteApprentissage()],
    ["professionnalisation", aCompleteProfessionnalisation()],
  ])("a complete contrat of %s has nothing blocking", async (_name, dossier) => {
    const answer = await check(named(dossier));
    expect(answer.raw).toMatchObject({ code: 0, err: "" });
    expect(answer.onglets.filter(({ complet }) => !complet)).toEqual([]);
    expect(answer.constats.filter(({ gravite }) => gravite === "bloquant")).toEqual([]);
    expect(answer.complet).toBe(true);
  });

  it("says what is missing, tab by tab, under the form’s identifiers", async () => {
    const { apprentiNomNaissance: _name, employeurSiret: _siret, ...rest } = named(aCompleteApprentissage());
    const { complet, onglets } = await check(rest);
    expect(complet).toBe(false);
    expect(onglets.find(({ onglet }) => onglet === "alternant")?.manquants).toContain("apprentiNomNaissance");
    expect(onglets.find(({ onglet }) => onglet === "employeur")?.manquants).toContain("employeurSiret");
  });

  it("judges a rule with its article and its fields", async () => {
    const { constats } = await check({ ...named(aCompleteApprentissage()), dateConclusion: "2026-09-15" });
    expect(constats).toContainEqual(
      expect.objectContaining({
        regle: "D1-conclusion",
        gravite: "bloquant",
        champs: expect.arrayContaining(["dateConclusion"]),
      }),
    );
  });

  it.each([
    ["an unknown field", { champInconnu: 1 }],
    [
      "wrong types",
      { apprentiDateNaissance: 12, employeurSiret: ["a"], dureeHebdoHeures: { a: 1 }, contrat: 4 },
    ],
    ["huge values", { apprentiNomNaissance: "x".repeat(100_000), salaireBrutMensuel: 1e300 }],
    ["nothing", {}],
    ["prototype names", JSON.parse('{"__proto__": 1, "constructor": "x", "toString": null}')],
  ])("%s: judged or refused, never a crash", async (_name, content) => {
    const { raw, complet } = await check(content);
    expect(raw.code).toBe(0);
    expect(complet).toBe(false);
  });

  it.each([
    ["an empty file", "", /JSON lisible/],
    ["an array", "[]", /objet JSON/],
    ["a number", "4", /objet JSON/],
    ["half a file", '{"a": ', /JSON lisible/],
  ])("%s is refused", async (_name, content, message) => {
    const file = join(folder, "mauvais.json");
    writeFileSync(file, content);
    const answer = await cactus("controler", "--fichier", file, "--json");
    expect(answer.code).toBe(1);
    expect(answer.err).toMatch(message);
  });

  it("never repeats a NIR, right or wrong", async () => {
    for (const apprentiNir of ["2030513055123", "203051305512345", "1 99 99 99 999 999 99"]) {
      const { raw } = await check({ ...named(aCompleteApprentissage()), apprentiNir });
      const digits = apprentiNir.replace(/\D/g, "").slice(0, 13);
      expect((raw.out + raw.err).replace(/\s/g, "")).not.toContain(digits);
    }
  });
});

describe("remuneration", () => {
  const pay = async (...args: string[]) => {
    const answer = await cactus("remuneration", ...args, "--json");
    expect(answer.err).toBe("");
    return z
      .array(
        z.strictObject({
          annee: z.int(),
          du: z.string(),
          au: z.string(),
          pourcentage: z.int(),
          base: z.enum(["SMIC", "SMC"]),
          minimumCentimes: z.int().optional(),
        }),
      )
      .parse(JSON.parse(answer.out))
      .map(({ annee, du, au, pourcentage }) => [annee, du, au, pourcentage]);
  };
  const contract = ["--debut", "2026-09-01", "--fin", "2028-08-31"];
  it.each([
    [
      "D6222-26: 20 years old, 21 in January: the bracket changes on 1 February (D6222-31)",
      ["--naissance", "2006-01-15", ...contract],
      [
        [1, "2026-09-01", "2027-01-31", 43],
        [1, "2027-02-01", "2027-08-31", 53],
        [2, "2027-09-01", "2028-08-31", 61],
      ],
    ],
    [
      "D6222-31: born on the 1st, the bracket still changes on the 1st of the next month",
      ["--naissance", "2006-01-01", ...contract],
      [
        [1, "2026-09-01", "2027-01-31", 43],
        [1, "2027-02-01", "2027-08-31", 53],
        [2, "2027-09-01", "2028-08-31", 61],
      ],
    ],
    [
      "D6222-32: a licence professionnelle is paid as a second year at least",
      ["--naissance", "2004-05-14", "--debut", "2026-09-01", "--fin", "2027-08-31", "--diplome", "62"],
      [[1, "2026-09-01", "2027-08-31", 61]],
    ],
    [
      "D6222-26: from 26 on, the whole SMIC",
      ["--naissance", "1999-05-14", ...contract],
      [
        [1, "2026-09-01", "2027-08-31", 100],
        [2, "2027-09-01", "2028-08-31", 100],
      ],
    ],
  ])("%s", async (_source, args, expected) => {
    expect(await pay(...args)).toEqual(expected);
  });
});
