import { randomBytes } from "node:crypto";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BaseAbimee, BaseEtrangere, BaseIndisponible, BasePlusRecente } from "../../../db/errors.ts";
import { openStore } from "../../../db/open.ts";
import { createSecretBox } from "../../../db/secret-box.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { aFormation } from "../../builders/formation.ts";

/** What happens to a file on a workstation: each case is refused in words, and the file left as it was. */
let folder: string;
let path: string;
const secrets = createSecretBox(randomBytes(32));
const open = (readOnly = false) => openStore({ url: `sqlite:${path}`, secrets, readOnly });
/** A sound database with one formation, closed. */
const sound = async (): Promise<void> => {
  const store = await open();
  await store.migrate();
  await store.write((tx) => tx.formations.create(aFormation()));
  await store.close();
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-damage-"));
  path = join(folder, "cactus.db");
});
afterEach(() => removeFolder(folder));

describe("a file that cannot be used", () => {
  const cases: readonly [string, () => void | Promise<void>, typeof BaseAbimee][] = [
    ["empty: a lost database, not a new one", () => writeFileSync(path, ""), BaseAbimee],
    ["a text", () => writeFileSync(path, "ceci n’est pas une base".repeat(20)), BaseEtrangere],
    [
      "another program’s SQLite file",
      () => {
        const db = new Database(path);
        db.exec("CREATE TABLE autre (id)");
        db.close();
      },
      BaseEtrangere,
    ],
    [
      "of a later version",
      async () => {
        await sound();
        const db = new Database(path);
        db.pragma("user_version = 99");
        db.close();
      },
      BasePlusRecente,
    ],
    [
      "without its tables",
      async () => {
        await sound();
        const db = new Database(path);
        db.exec("DROP TABLE migration");
        db.close();
      },
      BaseAbimee,
    ],
    [
      "whose schema page is garbage",
      async () => {
        await sound();
        const bytes = readFileSync(path);
        bytes.fill(0xff, 100, 3900);
        writeFileSync(path, bytes);
      },
      BaseAbimee,
    ],
  ];
  it.each(cases)("%s", async (_name, damage, error) => {
    await damage();
    const before = readFileSync(path);
    await expect(open()).rejects.toThrow(error);
    expect(readFileSync(path).equals(before)).toBe(true);
    // SQLite’s own files beside a database of ours; nothing at all beside a file that is not.
    const beside = error === BaseEtrangere ? ["cactus.db"] : ["cactus.db", "cactus.db-shm", "cactus.db-wal"];
    expect(beside).toEqual(expect.arrayContaining(await readdir(folder)));
  });

  it("truncated pages are found by the check of integrity, never mended in silence", async () => {
    await sound();
    const bytes = readFileSync(path);
    bytes.fill(0, bytes.length - 3 * 4096);
    writeFileSync(path, bytes);
    const outcome = await open().then(
      async (store) => {
        const points = await store.verify().catch((error: unknown) => error);
        await store.close();
        return Array.isArray(points) ? points.every((point: { ok: boolean }) => point.ok) : points;
      },
      (error: unknown) => error,
    );
    expect(outcome).not.toBe(true);
  });

  it("a folder without the right to write says so", async () => {
    if (process.getuid?.() === 0) return expect(existsSync(folder)).toBe(true);
    chmodSync(folder, 0o500);
    await expect(open()).rejects.toThrow(BaseIndisponible);
    chmodSync(folder, 0o700);
  });
});

describe("a database opened to look", () => {
  it("refuses writes, and a file that is not there is not made", async () => {
    await expect(open(true)).rejects.toThrow(BaseIndisponible);
    expect(existsSync(path)).toBe(false);
    await sound();
    const store = await open(true);
    await store.migrate();
    expect(await store.read((tx) => tx.formations.list())).toHaveLength(1);
    await expect(store.write((tx) => tx.formations.create(aFormation()))).rejects.toThrow("lecture seule");
    await store.close();
  });
});

describe("a backup", () => {
  it("is one sound file, private, taken while others write", async () => {
    await sound();
    const store = await open();
    const to = join(folder, "copie.db");
    const [, ...written] = await Promise.all([
      store.backup(to),
      ...Array.from({ length: 20 }, (_, n) =>
        store.write((tx) => tx.reglages.set(`cle-${n}`, { valeur: "x".repeat(2000) })),
      ),
    ]);
    expect(written).toHaveLength(20);
    await store.close();
    const copy = new Database(to, { readonly: true });
    expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(copy.prepare("SELECT count(*) FROM formation").pluck().get()).toBe(1);
    copy.close();
    expect((await readdir(folder)).sort()).toEqual(["cactus.db", "copie.db"]);
  });

  it("never replaces the live database, whatever the spelling of its path", async () => {
    await sound();
    const store = await open();
    for (const to of [path, join(folder, ".", "cactus.db"), `${path}-wal`, join(folder, "absent", "x.db")])
      await expect(store.backup(to)).rejects.toThrow(BaseIndisponible);
    expect(await store.read((tx) => tx.formations.list())).toHaveLength(1);
    await store.close();
  });

  it("can be opened again as the database", async () => {
    await sound();
    const store = await open();
    await store.backup(join(folder, "copie.db"));
    await store.close();
    copyFileSync(join(folder, "copie.db"), path);
    const restored = await open();
    await restored.migrate();
    expect((await restored.verify()).filter(({ ok }) => !ok)).toEqual([]);
    await restored.close();
  });
});
