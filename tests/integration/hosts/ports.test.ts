import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createCore } from "../../../main/app.ts";
import type { Keychain } from "../../../main/deps.ts";
import { portalUrl } from "../../../main/dossier/portal-address.ts";
import { runHost } from "../../../main/hosts/electron/host.ts";
import { createSystemKeychain } from "../../../main/hosts/electron/keychain.ts";
import { createFileKeychain } from "../../../main/hosts/node/keychain.ts";
import { buildRenderer } from "../../../scripts/build.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { createElectronStandIn } from "../../electron-stand-in/index.ts";

/** The portal’s port is taken: what starts says. A port of this test’s own stands for 4780, which may be anybody’s. */
const root = join(import.meta.dirname, "..", "..", "..");
let folder: string;
let squatter: Server;
let taken: number;
beforeAll(async () => {
  await buildRenderer();
}, 600_000);
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-ports-"));
  squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(0, "127.0.0.1", resolve));
  taken = (squatter.address() as AddressInfo).port;
});
afterEach(async () => {
  await new Promise((resolve) => squatter.close(resolve));
  await removeFolder(folder);
});

/** A folder whose demonstration is already made (of nothing: this is about ports), or a CFA’s own. */
const prepare = async (
  keychain: Keychain,
  reglages: Readonly<Record<string, unknown>>,
): Promise<() => Promise<string>> => {
  const opened = () =>
    createCore({
      dataDir: folder,
      databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
      demo: false,
      host: "cli",
      version: "test",
      keychain,
    });
  const core = await opened();
  await core.deps.store.write(async (tx) => {
    await tx.reglages.set("portail", { port: taken });
    for (const [key, value] of Object.entries(reglages)) await tx.reglages.set(key, value);
  });
  await core.close();
  return async () => {
    const again = await opened();
    const url = await again.deps.store.read(portalUrl);
    await again.close();
    return url;
  };
};

const said = (child: ChildProcess, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (more: string) => {
        text += more;
        const found = pattern.exec(text)?.[1];
        if (found) resolve(found);
      });
    child.once("exit", () => reject(new Error(text)));
  });
const startNode = (...args: string[]): ChildProcess =>
  spawn(process.execPath, ["main/hosts/node/main.ts", "--no-open", "--data", folder, ...args], { cwd: root });
const ended = (child: ChildProcess): Promise<number | null> => {
  child.kill();
  return new Promise((resolve) => child.once("exit", resolve));
};
const elsewhere = async (url: string, inMails: string): Promise<void> => {
  expect(Number(new URL(url).port)).toBeGreaterThan(taken);
  expect(await (await fetch(url)).text()).toContain("<title>Cactus");
  expect(inMails).toBe(url);
};

describe("the portal’s port is taken", { timeout: 120_000 }, () => {
  it("under Node, the demonstration’s portal takes the next free one, says it, and its mails lead there", async () => {
    const inMails = await prepare(createFileKeychain(folder), { demo: { comptes: [] } });
    const host = startNode("--demo");
    try {
      await elsewhere(await said(host, /^Portail: (\S+)$/m), await inMails());
    } finally {
      await ended(host);
    }
  });

  it("under Electron as well", async () => {
    const home = join(folder, "poste");
    const former = createElectronStandIn({ home });
    await former.start(() => {});
    const keychain = await createSystemKeychain(former.electron.safeStorage, folder);
    const inMails = await prepare(keychain, { demo: { comptes: [] } });
    const standIn = createElectronStandIn({ home });
    let out = "";
    const printed = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      out += text;
      return true;
    });
    try {
      await standIn.start(() => {
        void runHost(standIn.electron, {
          renderer: () => folder,
          preload: folder,
          args: ["--demo", "--data", folder],
        });
      });
      const address = () => /^Portail: (\S+)$/m.exec(out)?.[1];
      await vi.waitFor(() => expect(address()).toBeDefined(), { timeout: 120_000 });
      await elsewhere(address() as string, await inMails());
    } finally {
      printed.mockRestore();
      standIn.play.quit();
      expect(await standIn.exited).toBe(0);
    }
  });

  it("two demonstrations run at once", async () => {
    await prepare(createFileKeychain(folder), { demo: { comptes: [] } });
    const first = startNode("--demo");
    const urls = [await said(first, /^Portail: (\S+)$/m)];
    const own = folder;
    folder = mkdtempSync(join(tmpdir(), "cactus-ports-"));
    try {
      await prepare(createFileKeychain(folder), { demo: { comptes: [] } });
      const second = startNode("--demo");
      urls.push(await said(second, /^Portail: (\S+)$/m));
      expect(new Set(urls).size).toBe(2);
      for (const url of urls) expect((await fetch(url)).status).toBe(200);
      await ended(second);
    } finally {
      await ended(first);
      await removeFolder(own);
    }
  });

  it("a CFA’s portal stays on its port, and says in French that it is taken", async () => {
    const inMails = await prepare(createFileKeychain(folder), {});
    const portal = spawn(process.execPath, ["main/hosts/portal/main.ts", "--data", folder], { cwd: root });
    const code = new Promise((resolve) => portal.once("exit", resolve));
    expect(await said(portal, /(Le port .*)/)).toMatch(/^Le port est déjà pris\s: choisissez-en un autre/);
    expect(await code).toBe(1);
    expect(await inMails()).toBe(`http://127.0.0.1:${taken}`);
  });

  it("the staff application says the same of the port that it is given", async () => {
    const host = startNode("--port", String(taken));
    const code = new Promise((resolve) => host.once("exit", resolve));
    expect(await said(host, /(Le port .*)/)).toMatch(/^Le port est déjà pris\s: choisissez-en un autre/);
    expect(await code).toBe(1);
  });
});
