import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import Database from "better-sqlite3";
import nodemailer from "nodemailer";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createPortalControl } from "../../main/admin/portal-control.ts";
import type { PortalLauncher } from "../../main/admin/portal-process.ts";
import { type App, createApp } from "../../main/app.ts";
import { inFrench } from "../../main/doors/rpc.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { serveStaff } from "../../main/hosts/node/server.ts";
import { servePortal } from "../../main/hosts/portal/server.ts";
import { openLog } from "../../main/log-file.ts";
import { createOutboxWorker } from "../../main/mail/outbox-worker.ts";
import { buildRenderer } from "../../scripts/build.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";
import { zipEntries } from "../builders/zip.ts";
import { addMail, useServer } from "./mail/outbox-fixture.ts";

/** Planted in every error path, then searched for in all that the application wrote, printed or answered. */
const planted = {
  nir: "2 05 01 75 012 345 67",
  nirSerre: "205017501234567",
  nom: "Durand-Lemaître",
  adresse: "12 rue des Lilas",
  courriel: "camille.durand@example.fr",
  motDePasse: "sept chèvres sur le toit",
};
const text = `${Object.values(planted).join(" ")}\n    at ${planted.nom} (/srv/${planted.nirSerre}/main/app.ts:1:1)`;

let folder: string;
let app: App;
let jeton: string;
const printed: string[] = [];
const answers: unknown[] = [];
beforeAll(async () => {
  await buildRenderer();
  folder = await mkdtemp(join(tmpdir(), "cactus-traces-"));
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    vi.spyOn(stream, "write").mockImplementation(((chunk: string, ...rest: []) => {
      printed.push(String(chunk));
      return write(chunk, ...rest);
    }) as typeof stream.write);
  }
  app = await createApp({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "node",
    version: "1.0.0",
    keychain: createFileKeychain(folder),
    log: openLog(folder, "node"),
  });
  const open = createRouterClient(app.router, { context: {} });
  await open.acces.creerCfa({
    cfa: {
      denomination: "CFA des Deux Rives",
      siret: "90000002700012",
      uai: "0139999Y",
      adresse: { voie: planted.adresse, codePostal: "13007", commune: "Marseille" },
      cfaEntreprise: "non",
    },
    administrateur: { nom: planted.nom, courriel: planted.courriel, motDePasse: planted.motDePasse },
  });
  ({ jeton } = await open.acces.connexion({ courriel: planted.courriel, motDePasse: planted.motDePasse }));
}, 120_000);
afterEach(() => {
  const seen = [...printed, ...answers.map(readable), ...logs()].join("\n");
  for (const [what, secret] of Object.entries(planted)) expect(seen.includes(secret), what).toBe(false);
});
afterAll(async () => {
  await app.close();
  vi.restoreAllMocks();
  await removeFolder(folder);
});

const readable = (answer: unknown): string =>
  answer instanceof Error ? `${answer.message} ${JSON.stringify(answer)}` : JSON.stringify(answer);
const logs = (): string[] => {
  const journaux = join(folder, "journaux");
  return readdirSync(journaux).map((name) => readFileSync(join(journaux, name), "utf8"));
};
const lines = (evenement: string): Record<string, unknown>[] =>
  logs()
    .flatMap((one) => one.trim().split("\n"))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.evenement === evenement);

/** What drivers and libraries really throw, with what a person typed in it. */
const thrown: readonly [string, () => unknown][] = [
  ["an error", () => new Error(text)],
  ["its causes", () => new Error("out", { cause: new TypeError(text, { cause: text }) })],
  ["several at once", () => new AggregateError([new Error(text), text], text)],
  ["zod", () => z.object({ nir: z.literal("a") }).safeParse({ nir: text, [text]: 1 }).error],
  [
    "SQLite",
    () => {
      const db = new Database(":memory:");
      try {
        return db.prepare(`SELECT "${text}" FROM absent`);
      } catch (error) {
        return error;
      } finally {
        db.close();
      }
    },
  ],
  [
    "PostgreSQL",
    () =>
      Object.assign(new pg.DatabaseError(text, 10, "error"), {
        code: "23505",
        severity: "ERROR",
        detail: `Key (nom)=(${planted.nom}) already exists.`,
      }),
  ],
  [
    "a file",
    () => {
      try {
        return readFileSync(join(folder, planted.nom, planted.nirSerre));
      } catch (error) {
        return error;
      }
    },
  ],
  ["a text", () => text],
  ["an object", () => ({ name: planted.nom, code: planted.nirSerre, message: text, stack: text })],
];

describe("an error that nobody foresaw", () => {
  it.each(thrown)(
    "%s: a reference on screen, its kind in the log, and no word of it",
    async (_what, make) => {
      const { read } = app.deps.store;
      vi.spyOn(app.deps.store, "read").mockRejectedValue(make());
      const client = createRouterClient(app.router, { context: {} });
      const answer = await client.acces.etat().catch((error: unknown) => error);
      app.deps.store.read = read;
      answers.push(answer);
      expect(answer).toMatchObject({
        code: "INATTENDUE",
        status: 500,
        message: expect.stringMatching(/Référence [0-9A-F]{4}-[0-9A-F]{2}\.$/),
      });
      const { reference } = (answer as { data: { reference: string } }).data;
      expect(lines("erreur").at(-1)).toMatchObject({ reference, lieu: "poste", procedure: "acces.etat" });
    },
  );

  it("an answer that is not the contract’s is one too", async () => {
    const { read } = app.deps.store;
    vi.spyOn(app.deps.store, "read").mockResolvedValue({ version: text, cfa: text } as never);
    const answer = await createRouterClient(app.router, { context: {} })
      .acces.etat()
      .catch((error: unknown) => error);
    app.deps.store.read = read;
    answers.push(answer);
    expect(answer).toMatchObject({ code: "INATTENDUE" });
  });

  it("outside any procedure, over HTTP, at both doors", async () => {
    const portal = await servePortal(
      { deps: app.deps, documents: app.documents } as Parameters<typeof servePortal>[0],
      { host: "127.0.0.1", port: 0 },
    );
    const { read } = app.deps.store;
    vi.spyOn(app.deps.store, "read").mockRejectedValue(new Error(text));
    const response = await fetch(`${portal.url}/${encodeURIComponent(planted.nom)}`);
    app.deps.store.read = read;
    const said = await response.text();
    answers.push(said);
    expect(response.status).toBe(500);
    expect(said).toContain(String(lines("erreur").at(-1)?.reference));
    expect(lines("erreur").at(-1)).toMatchObject({ lieu: "http" });
    await portal.close();

    const pages = {
      index: async () => {
        throw new Error(text);
      },
      register: async () => {},
    };
    const staff = await serveStaff(app, 0, { pages: pages as never, secret: "s" });
    const page = await fetch(new URL("/", staff.url), { headers: { cookie: "cactus_hote=s" } });
    answers.push(await page.text());
    expect(page.status).toBe(500);
    await staff.close();
  });

  it("in work beside requests is kept, and the work goes on", async () => {
    const worker = createOutboxWorker(app.deps);
    const { read } = app.deps.store;
    vi.spyOn(app.deps.store, "read").mockRejectedValue(new Error(text));
    worker.start();
    await vi.waitFor(() => expect(lines("erreur").at(-1)).toMatchObject({ lieu: "courriels" }), {
      timeout: 60_000,
    });
    app.deps.store.read = read;
    await worker.stop();
  });

  it("in a rendering thread reaches the caller as one", async () => {
    const input = { [planted.nom]: text } as never;
    const answer = await inFrench(
      { log: app.deps.log, porte: "poste", path: ["documents", "produire"] },
      async () =>
        (await import("../../main/documents/pool.ts"))
          .createPdfPool(app.deps.log)
          .render({ type: "cerfa", input }),
    ).catch((error: unknown) => error);
    answers.push(answer);
    expect(answer).toMatchObject({ code: "INATTENDUE" });
    expect(lines("erreur").at(-1)).toMatchObject({ procedure: "documents.produire" });
  });
});

describe("a portal that is lost", () => {
  /** A process that the test plays. */
  const played = () => {
    let say: (text: string) => void = () => {};
    let complain: (text: string) => void = () => {};
    let end: (code: number | undefined) => void = () => {};
    const launch: PortalLauncher = () => ({
      onOutput: (listener) => {
        say = listener;
        setImmediate(() => say("Portail: http://127.0.0.1:1\n"));
      },
      onErrors: (listener) => {
        complain = listener;
      },
      onExit: (listener) => {
        end = listener;
      },
      stop: () => end(0),
    });
    return { launch, complain: (text: string) => complain(text), end: (code: number) => end(code) };
  };

  it("is kept with its code, and said with a reference: its own when it gave one", async () => {
    const process = played();
    const portal = createPortalControl(app.deps, { launch: process.launch, dataKey: "" });
    await portal.start();
    process.end(137);
    const [first] = lines("portail").slice(-1);
    expect(first).toMatchObject({ etape: "perdu", code: 137 });
    expect(await portal.state()).toMatchObject({
      etat: "en-echec",
      erreur: `Le portail s’est arrêté. Référence ${first?.reference}.`,
    });
    await portal.start();
    process.complain("Portail: Cactus s’est arrêté sur une erreur inattendue. Référence 7F3A-22.\n");
    process.end(1);
    expect(lines("portail").at(-1)).toMatchObject({ etape: "perdu", reference: "7F3A-22" });
    expect((await portal.state()).erreur?.match(/Référence/g)).toHaveLength(1);
  });

  it("cut short by its runtime shows nothing of what it left on its stderr", async () => {
    const process = played();
    const portal = createPortalControl(app.deps, { launch: process.launch, dataKey: "" });
    await portal.start();
    process.complain(
      "Error: Key (courriel)=(lea.martin@example.fr)\n    at x (y.js:1:2)\n\n(node:7) Warning: passing arguments is deprecated.\n",
    );
    process.end(1);
    expect((await portal.state()).erreur).toMatch(
      /^Le portail s’est arrêté\. Référence [0-9A-F]{4}-[0-9A-F]{2}\.$/,
    );
  });
});

describe("a call that was slow", () => {
  it("is kept by its name and its time", async () => {
    await inFrench({ log: app.deps.log, porte: "portail", path: ["dossiers", "lire"] }, async () => 1, 0);
    expect(lines("appel-lent").at(-1)).toMatchObject({ porte: "portail", procedure: "dossiers.lire" });
  });
});

describe("the fate of a mail", () => {
  it("is kept by its number and its kind, never by its address", async () => {
    const transport = vi.spyOn(nodemailer, "createTransport").mockReturnValue({
      use: () => {},
      close: () => {},
      sendMail: async () => {
        throw Object.assign(new Error(text), { code: "EENVELOPE", responseCode: 550, command: "RCPT TO" });
      },
    } as never);
    const { deps } = app;
    await useServer(deps, 2525, { expediteurNom: planted.nom, expediteurCourriel: planted.courriel });
    const { id } = await addMail(deps, 1, "invitationAlternant", { secret: planted.motDePasse });
    const worker = createOutboxWorker(deps);
    await worker.pass();
    await worker.stop();
    transport.mockRestore();
    expect(lines("courriel")).toMatchObject([
      { id, modele: "invitationAlternant", sort: "final", tentatives: 1 },
    ]);
  });
});

describe("what a screen reports", () => {
  const report = (input: unknown) =>
    createRouterClient(app.router, { context: {} })
      .acces.signaler(input as never)
      .catch((error: unknown) => error);
  const asset = readdirSync(join(import.meta.dirname, "../../renderer/staff")).find((name) =>
    name.endsWith("app.tsx"),
  ) as string;

  it("is kept by its places in our files, under the reference that it shows", async () => {
    const answer = await report({
      nature: "rendu",
      type: "TypeError",
      cadres: [
        { fichier: asset, ligne: 3, colonne: 4 },
        { fichier: `assets/${planted.nirSerre}.js`, ligne: 1, colonne: 1 },
        { fichier: "../../main/app.ts", ligne: 1, colonne: 1 },
      ],
    });
    answers.push(answer);
    expect(lines("erreur").at(-1)).toMatchObject({
      ...(answer as object),
      lieu: "ecran",
      nature: "rendu",
      type: "TypeError",
      cadres: [{ fichier: `renderer/staff/${asset}`, ligne: 3, colonne: 4 }],
    });
  });

  it.each([
    ["words", { nature: "rendu", type: "TypeError", cadres: [], message: text }],
    ["a name of its own", { nature: "rendu", type: planted.nom, cadres: [] }],
    [
      "a path that is a sentence",
      { nature: "rendu", type: "Error", cadres: [{ fichier: text, ligne: 1, colonne: 1 }] },
    ],
    [
      "too much",
      { nature: "rendu", type: "Error", cadres: Array(500).fill({ fichier: "a", ligne: 1, colonne: 1 }) },
    ],
    ["nothing", undefined],
  ])("with %s: bounded, and not a word kept", async (_what, input) => {
    answers.push(await report(input));
  });

  it("in a flood is refused", async () => {
    const got = await Promise.all(
      Array.from({ length: 40 }, () => report({ nature: "script", type: "Error", cadres: [] })),
    );
    expect(
      got.filter((one) => (one as { code?: string }).code === "TROP_DE_TENTATIVES").length,
    ).toBeGreaterThan(20);
  });
});

describe("a diagnostic", () => {
  it("has what the support begins with, and nobody’s data", async () => {
    const client = createRouterClient(app.router, { context: { jeton } });
    const file = await client.reglages.diagnostic();
    expect(file.name).toMatch(/^cactus-diagnostic-\d{4}-\d\d-\d\d\.zip$/);
    const entries = zipEntries(Buffer.from(await file.arrayBuffer()));
    expect(Object.keys(entries)).toEqual(["README.txt", "diagnostic.json", "journaux/cactus-node.log"]);
    answers.push(...Object.values(entries).map(String));
    expect(JSON.parse(String(entries["diagnostic.json"]))).toMatchObject({
      cactus: { version: "1.0.0", hote: "node" },
      base: {
        ouverte: true,
        moteur: "sqlite",
        lignes: { compte: 1, dossier: 0 },
        integrite: expect.arrayContaining([{ point: "Historique", ok: true, detail: expect.any(String) }]),
        reglages: { cfa: true, envoi: { port: 2525 } },
        courriels: { failed: 1 },
      },
      disque: { libres: expect.any(Number) },
    });
  });

  it("is for administrators", async () => {
    const answer = await createRouterClient(app.router, { context: {} })
      .reglages.diagnostic()
      .catch((error: unknown) => error);
    expect(answer).toMatchObject({ code: "NON_CONNECTE" });
  });
});
