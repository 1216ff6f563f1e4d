import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../main/app.ts";
import { toOrpcError } from "../../main/doors/rpc.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { servePortal } from "../../main/hosts/portal/server.ts";
import { createLog } from "../../main/log.ts";
import { buildRenderer } from "../../scripts/build.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";
import type { StaffClient } from "../../shared/api/staff/index.ts";
import { actor, withCfa } from "../builders/core.ts";
import { frozen, typed } from "../builders/dossier.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";

/** A planted NIR, then everything the application wrote or said is searched for it, grouped or not. */
const data = aCompleteApprentissage();
const NIR = String(data.apprentiNir);
const spellings = [
  NIR,
  NIR.slice(0, 13),
  NIR.replace(/^(.)(..)(..)(..)(...)(...)(..)?$/, "$1 $2 $3 $4 $5 $6").trim(),
];
const found = (text: string | Buffer): string[] => spellings.filter((one) => text.includes(one));
const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

let folder: string;
let app: App;
let client: StaffClient;
const said: string[] = [];
beforeAll(async () => {
  await buildRenderer();
  folder = await mkdtemp(join(tmpdir(), "cactus-nir-"));
  app = await createApp({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "node",
    version: "test",
    keychain: createFileKeychain(folder),
    log: createLog("node", (line) => said.push(line)),
    now: () => new Date("2026-08-20T09:00:00.000Z"),
  });
  await app.start();
  const motDePasse = "sept chèvres sur le toit";
  await createRouterClient(app.router, { context: {} }).acces.creerCfa({
    cfa: {
      denomination: "CFA des Deux Rives",
      siret: "90000002700012",
      uai: "0139999Y",
      adresse: { voie: "boulevard Charles-Livon", codePostal: "13007", commune: "Marseille" },
      cfaEntreprise: "non",
    },
    administrateur: { nom: "Agnès Morel", courriel: "agnes@example.fr", motDePasse },
  });
  const { jeton } = await createRouterClient(app.router, { context: {} }).acces.connexion({
    courriel: "agnes@example.fr",
    motDePasse,
  });
  client = createRouterClient(app.router, { context: { jeton } }) as unknown as StaffClient;
}, 60_000);
afterAll(async () => {
  await app.close();
  await removeFolder(folder);
});

describe("the NIR", () => {
  it("is in no file, answer, error nor log once it was typed, frozen, printed, backed up and searched", async () => {
    const core = { deps: app.deps } as Parameters<typeof withCfa>[0];
    const formation = await withCfa(core);
    const dossier = await frozen(core, formation, data);
    const answers: unknown[] = [
      dossier,
      await client.dossiers.lire({ id: dossier.id }),
      await client.dossiers.historique({ id: dossier.id }),
      await client.dossiers.lister({ filtre: { recherche: NIR } }),
      await client.tableau.lire(),
      await client.courriels.lister({}),
    ];
    // A frozen dossier refuses it again, and a wrong one is refused with its remedy: neither repeats it.
    const errors = await Promise.all([
      typed(core, { ...dossier, data: {} }, { apprentiNir: NIR }).then(
        (answer) => answer,
        (error: unknown) => toOrpcError(error) ?? error,
      ),
      client.dossiers.lire({ id: NIR }).catch((error: unknown) => error),
    ]);
    await app.documents.produce(actor(), dossier.id, "cerfa");
    await app.deps.store.backup(join(folder, "copie.db"));
    await app.deps.store.verify();
    expect(found(JSON.stringify(answers))).toEqual([]);
    for (const error of errors)
      expect(found(JSON.stringify(error) + String(error) + ((error as Error).stack ?? ""))).toEqual([]);
    expect(found(said.join("\n"))).toEqual([]);
    const files = filesUnder(folder);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect({ file, found: found(readFileSync(file)) }).toEqual({ file, found: [] });
  });

  it("would be found by this search if it were written", async () => {
    await writeFile(join(folder, "temoin.txt"), `x${NIR}x`);
    expect(filesUnder(folder).filter((file) => found(readFileSync(file)).length > 0)).toHaveLength(1);
  });

  it("leaves by the one gesture that the history records", async () => {
    const { lignes } = await client.dossiers.lister({ filtre: {} });
    const id = lignes[0]?.id ?? "";
    expect(await client.dossiers.revelerNir({ id })).toEqual({ nir: NIR });
    const history = await client.dossiers.historique({ id });
    expect(history.lignes[0]).toMatchObject({
      acteur: "Agnès Morel",
      phrase: expect.stringContaining("NIR"),
    });
    expect(found(JSON.stringify(history))).toEqual([]);
  });
});

describe("the portal’s access log", () => {
  it("names routes, never people, addresses or tokens", async () => {
    const lines: string[] = [];
    const server = await servePortal(
      { deps: app.deps, documents: app.documents } as Parameters<typeof servePortal>[0],
      { host: "127.0.0.1", port: 0, journal: (line) => lines.push(line) },
    );
    const secret = "lea.canari@example.fr";
    await fetch(`${server.url}/mot-de-passe?jeton=${secret}`);
    await fetch(`${server.url}/${secret}/${NIR}`);
    await fetch(`${server.url}/rpc/acces/connexion`, {
      method: "POST",
      headers: { origin: server.url, "content-type": "application/json", cookie: `cactus=${secret}` },
      body: JSON.stringify({ json: { courriel: secret, motDePasse: NIR } }),
    });
    await server.close();
    expect(lines).toHaveLength(3);
    expect(lines.join("\n")).not.toContain("canari");
    expect(found(lines.join("\n"))).toEqual([]);
  });
});
