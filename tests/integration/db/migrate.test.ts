import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BaseIndisponible, BasePlusRecente } from "../../../db/errors.ts";
import { type Migration, migrations } from "../../../db/migrations/index.ts";
import { openStore } from "../../../db/open.ts";
import { createSecretBox } from "../../../db/secret-box.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { engines, freshPostgres } from "../engines.ts";

/** From one version to the next, and back: what a workstation meets when Cactus is updated, or is not. */
const secrets = createSecretBox(randomBytes(32));
const noon = () => new Date("2026-11-25T12:00:00.000Z");
const last = migrations.at(-1) as Migration;
const before = migrations.at(-2) as Migration;
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-migrate-"));
  path = join(folder, "cactus.db");
});
afterEach(() => removeFolder(folder));

/** As the version before this one: its last migration does not exist yet. */
const asOlder = async <T>(work: () => Promise<T>): Promise<T> => {
  const known = migrations as Migration[];
  const later = known.pop() as Migration;
  try {
    return await work();
  } finally {
    known.push(later);
  }
};
const open = (url = `sqlite:${path}`) => openStore({ url, secrets, clock: noon });
const withData = async (url?: string): Promise<void> => {
  const store = await open(url);
  await store.migrate();
  await store.write((tx) => tx.reglages.set("essai", { valeur: 1 }));
  await store.close();
};
const copies = (): string[] =>
  existsSync(join(folder, "sauvegardes")) ? readdirSync(join(folder, "sauvegardes")) : [];
const migrationsIn = (file: string): unknown => {
  const db = new Database(file, { readonly: true });
  try {
    return db.prepare("SELECT nom FROM migration ORDER BY nom").pluck().all();
  } finally {
    db.close();
  }
};
const names = migrations.map(({ nom }) => nom);

describe("a SQLite database of the version before", () => {
  beforeEach(() => asOlder(withData));

  it("is copied, whole, before it changes; then it is migrated, its data in it", async () => {
    const store = await open();
    expect(await store.migrate()).toEqual({ applied: [last.nom] });
    expect(await store.read((tx) => tx.reglages.get("essai"))).toEqual({ valeur: 1 });
    await store.close();
    expect(copies()).toEqual([`avant-migration-${before.nom}-${last.nom}-20261125T120000.db`]);
    const copy = join(folder, "sauvegardes", copies()[0] as string);
    expect(migrationsIn(copy)).toEqual(names.slice(0, -1));
    // The copy is what the version before opens again.
    await asOlder(async () => {
      const restored = await openStore({ url: `sqlite:${copy}`, secrets });
      expect(await restored.migrate()).toEqual({ applied: [] });
      expect(await restored.read((tx) => tx.reglages.get("essai"))).toEqual({ valeur: 1 });
      await restored.close();
    });
  });

  it("opened by two processes at once, keeps a copy of before, not of between", async () => {
    // SQLite waits for another process’s lock, and would wait for ever for one of its own: these are two of them.
    const script = `
      import { openStore } from ${JSON.stringify(new URL("../../../db/open.ts", import.meta.url).href)};
      import { createSecretBox } from ${JSON.stringify(new URL("../../../db/secret-box.ts", import.meta.url).href)};
      const store = await openStore({ url: process.argv[1], secrets: createSecretBox(Buffer.alloc(32)) });
      console.log(JSON.stringify((await store.migrate()).applied));
      await store.close();`;
    const another = () =>
      promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, `sqlite:${path}`]);
    const done = await Promise.all([another(), another()]);
    expect(done.flatMap(({ stdout }) => JSON.parse(stdout) as string[])).toEqual([last.nom]);
    expect(copies().length).toBeGreaterThan(0);
    for (const name of copies())
      expect(migrationsIn(join(folder, "sauvegardes", name))).toEqual(names.slice(0, -1));
  });

  it("that cannot be copied is not migrated, and says so", async () => {
    writeFileSync(join(folder, "sauvegardes"), "a file where the folder should be");
    const store = await open();
    const refused = await store.migrate().catch((error: unknown) => error);
    await store.close();
    expect(refused).toBeInstanceOf(BaseIndisponible);
    expect((refused as Error).message).toMatch(/^La base doit être mise à niveau.*rien n’a été changé/);
    expect(migrationsIn(path)).toEqual(names.slice(0, -1));
  });
});

it("nothing is copied for a new database, nor for one that is up to date", async () => {
  await withData();
  const store = await open();
  expect(await store.migrate()).toEqual({ applied: [] });
  await store.close();
  expect(copies()).toEqual([]);
});

describe.each(engines)("a database of a later version, on %s", (engine) => {
  it("is refused in words by the version before, and left as it was", async () => {
    const made = engine === "postgres" ? await freshPostgres() : undefined;
    try {
      await withData(made?.url);
      await asOlder(async () => {
        const refused = await open(made?.url).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(BasePlusRecente);
        expect((refused as Error).message).toContain("version plus récente de Cactus");
      });
      const store = await open(made?.url);
      expect(await store.migrate()).toEqual({ applied: [] });
      expect(await store.read((tx) => tx.reglages.get("essai"))).toEqual({ valeur: 1 });
      await store.close();
      expect(copies()).toEqual([]);
    } finally {
      await made?.drop();
    }
  });
});
