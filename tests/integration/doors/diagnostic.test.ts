import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCore } from "../../../main/app.ts";
import { createFileKeychain } from "../../../main/hosts/node/keychain.ts";
import { openLog } from "../../../main/log-file.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { type TestCore, withCfa } from "../../builders/core.ts";
import { zipEntries } from "../../builders/zip.ts";

const cli = join(import.meta.dirname, "..", "..", "..", "main", "hosts", "cli.ts");
const cactus = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

let folder: string;
let data: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-diagnostic-"));
  data = mkdtempSync(join(folder, "cfa-"));
  const core = await createCore({
    dataDir: data,
    databaseUrl: `sqlite:${join(data, "cactus.db")}`,
    demo: false,
    host: "node",
    version: "1.0.0",
    keychain: createFileKeychain(data),
    log: openLog(data, "node"),
  });
  await withCfa(core as unknown as TestCore);
  await core.close();
});
afterAll(() => removeFolder(folder));

describe("a diagnostic", () => {
  const made = async (from: string) => {
    const out = join(folder, "diagnostic.zip");
    expect(await cactus("diagnostic", "--data", from, "--out", out)).toMatchObject({
      code: 0,
      out: `${out}\n`,
      err: "",
    });
    const entries = zipEntries(readFileSync(out));
    return { entries, base: JSON.parse(String(entries["diagnostic.json"])).base };
  };

  it("looks at a folder without changing its database", async () => {
    const before = readFileSync(join(data, "cactus.db"));
    const { entries, base } = await made(data);
    expect(base).toMatchObject({ ouverte: true, lignes: { formation: 1, dossier: 0 } });
    expect(base.integrite.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
    expect(Object.keys(entries)).toContain("journaux/cactus-node.log");
    expect(readFileSync(join(data, "cactus.db")).equals(before)).toBe(true);
  });

  it("is made of what is left when the database does not open", async () => {
    const damaged = mkdtempSync(join(folder, "abimee-"));
    const bytes = "not a database, and longer than the hundred bytes of a header ".repeat(4);
    writeFileSync(join(damaged, "cactus.db"), bytes);
    expect((await made(damaged)).base).toMatchObject({ ouverte: false, panne: { type: expect.any(String) } });
    expect(readFileSync(join(damaged, "cactus.db"), "utf8")).toBe(bytes);
    expect(readdirSync(damaged).sort()).toEqual(["cactus.db", "journaux"]);
    const empty = mkdtempSync(join(folder, "vide-"));
    expect((await made(empty)).base).toMatchObject({ ouverte: false });
    expect(readdirSync(empty)).not.toContain("cactus.db");
  });

  it("of a folder that is not there is refused", async () => {
    const answer = await cactus(
      "diagnostic",
      "--data",
      join(folder, "absent"),
      "--out",
      join(folder, "d.zip"),
    );
    expect(answer).toMatchObject({ code: 1, err: expect.stringMatching(/n’existe pas/) });
  });
});
