import { createHash, generateKeyPairSync } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeHttpExecutor } from "builder-util";
import { configureRequestOptions, configureRequestUrl, type DownloadOptions } from "builder-util-runtime";
import { AppImageUpdater } from "electron-updater";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { signUpdate } from "../../../main/hosts/electron/update-signature.ts";
import { followUpdates, type Updates } from "../../../main/hosts/electron/updates.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import type { MiseAJour } from "../../../shared/api/poste/index.ts";

/** electron-updater itself, its generic provider, and a real server on loopback. */
const keys = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519", {
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return { publicKey: publicKey.toString("base64"), privateKey: privateKey.toString("base64") };
};
const ours = keys();
const url = "Cactus-1.1.0-linux-x86_64.AppImage";
const good = Buffer.from("the application, version 1.1.0");
const sha512 = (bytes: Buffer): string => createHash("sha512").update(bytes).digest("base64");

let folder: string;
let server: Server;
let served: Map<string, Buffer | string>;
let address: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-updates-"));
  served = new Map();
  server = createServer((request, response) => {
    const found = served.get(decodeURIComponent((request.url ?? "").split("?")[0] ?? ""));
    response.statusCode = found === undefined ? 404 : 200;
    response.end(found ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // electron-updater replaces this file when it installs.
  vi.stubEnv("APPIMAGE", join(folder, "Cactus.AppImage"));
  writeFileSync(join(folder, "Cactus.AppImage"), "the application, version 1.0.0");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await removeFolder(folder);
});

const publish = (
  changes: { version?: string; privateKey?: string; bytes?: Buffer; signature?: string } = {},
): void => {
  const { version = "1.1.0", privateKey = ours.privateKey, bytes = good } = changes;
  const files = [{ url, sha512: sha512(good), size: bytes.length }];
  const signature = changes.signature ?? signUpdate({ version, files }, privateKey);
  served.set(
    "/latest-linux.yml",
    [
      `version: ${version}`,
      "files:",
      `  - url: ${url}`,
      `    sha512: ${sha512(good)}`,
      `    size: ${bytes.length}`,
      `path: ${url}`,
      `sha512: ${sha512(good)}`,
      ...(signature ? [`signature: ${signature}`] : []),
      "releaseDate: '2026-11-25T00:00:00.000Z'",
    ].join("\n"),
  );
  served.set(`/${url}`, bytes);
};

interface Followed {
  readonly updates: Updates;
  readonly told: MiseAJour[];
  readonly said: string[];
  readonly logged: unknown[];
  readonly quits: () => number;
  busy: boolean;
}
/** Electron’s executor asks Chromium’s network; this one asks Node’s the same questions (electronHttpExecutor.ts). */
class Executor extends NodeHttpExecutor {
  download(from: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const requestOptions = { headers: options.headers ?? undefined, redirect: "manual" };
      configureRequestUrl(from, requestOptions);
      configureRequestOptions(requestOptions);
      this.doDownload(
        requestOptions,
        {
          destination,
          options,
          onCancel,
          callback: (error) => (error ? reject(error) : resolve(destination)),
          responseHandler: null,
        },
        0,
      );
    });
  }
}

const follow = (publicKey = ours.publicKey): Followed => {
  const updater = new AppImageUpdater(
    // Its server is read from app-update.yml, as in an installed application.
    null,
    {
      version: "1.0.0",
      name: "Cactus",
      isPackaged: true,
      appUpdateConfigPath: join(folder, "app-update.yml"),
      userDataPath: folder,
      baseCachePath: join(folder, "cache"),
      whenReady: async () => {},
      relaunch: () => {},
      quit: () => {},
      onQuit: () => {},
    },
  );
  writeFileSync(
    join(folder, "app-update.yml"),
    `provider: generic\nurl: ${address}\nupdaterCacheDirName: cactus\n`,
  );
  Object.assign(updater, { httpExecutor: new Executor() });
  const state = {
    told: [] as MiseAJour[],
    said: [] as string[],
    logged: [] as unknown[],
    busy: false,
    asked: 0,
  };
  const updates = followUpdates({
    updater,
    publicKey,
    version: "1.0.0",
    busy: () => state.busy,
    quit: () => {
      state.asked += 1;
    },
    tell: (miseAJour) => state.told.push(miseAJour),
    say: (_ton, message) => state.said.push(message),
    log: { say: (event, fields) => void state.logged.push([event, fields]) },
  });
  return Object.assign(state, { updates, quits: () => state.asked });
};
const until = (followed: Followed, etat: MiseAJour["etat"]): Promise<void> =>
  vi.waitFor(() => expect(followed.told.at(-1)?.etat).toBe(etat), { timeout: 60_000 });
const downloaded = (): string[] => {
  const pending = join(folder, "cache", "cactus", "pending");
  return existsSync(pending) ? readdirSync(pending).filter((name) => name.endsWith(".AppImage")) : [];
};

describe("a new version", () => {
  it("signed by its publisher is downloaded, and waits", async () => {
    publish();
    const followed = follow();
    await until(followed, "prete");
    expect(followed.told.at(-1)).toEqual({ etat: "prete", version: "1.1.0" });
    expect(followed.logged).toEqual([
      ["mise-a-jour", { etape: "trouvee", version: "1.1.0" }],
      ["mise-a-jour", { etape: "telechargee", version: "1.1.0" }],
    ]);
    expect(downloaded()).toEqual([url]);
    expect(followed.quits()).toBe(0);
  });

  it("restarts on demand, never while a pack is being made", async () => {
    publish();
    const followed = follow();
    await until(followed, "prete");
    followed.busy = true;
    expect(followed.updates.install()).toContain("Une liasse est en préparation");
    expect(followed.quits()).toBe(0);
    expect(followed.updates.takeOver()).toBe(false);
    followed.busy = false;
    expect(followed.updates.install()).toBeUndefined();
    expect(followed.quits()).toBe(1);
    followed.updates.stay();
    expect(followed.updates.takeOver()).toBe(false);
  });

  it.each([
    ["signed by another", () => publish({ privateKey: keys().privateKey })],
    ["not signed", () => publish({ signature: "" })],
    ["with a signature of nothing", () => publish({ signature: "AAAA" })],
    [
      "with the signature of an older one",
      () => publish({ signature: signUpdate({ version: "1.0.1", files: [] }, ours.privateKey) }),
    ],
  ])("%s is refused in words, and nothing is downloaded", async (_what, prepare) => {
    prepare();
    const followed = follow();
    await until(followed, "refusee");
    expect(followed.updates.now).toMatchObject({
      message: expect.stringContaining("n’est pas signée par l’éditeur"),
    });
    expect(downloaded()).toEqual([]);
  });

  it("whose file is not the one that was published is refused in words", async () => {
    publish({ bytes: Buffer.from("something else altogether, longer") });
    const followed = follow();
    await until(followed, "refusee");
    expect(followed.updates.now).toMatchObject({
      message: expect.stringContaining("n’est pas celui que l’éditeur a publié"),
    });
    expect(downloaded()).toEqual([]);
  });

  it("older than this one is never installed", async () => {
    publish({ version: "0.9.0" });
    const followed = follow();
    await until(followed, "aucune");
    followed.updates.look();
    await vi.waitFor(() => expect(followed.said).toEqual(["Cactus est à jour (version\u00a01.0.0)."]));
    expect(downloaded()).toEqual([]);
  });

  it("that cannot be looked for bothers nobody, but who asks", async () => {
    const followed = follow();
    await until(followed, "aucune");
    expect(followed.said).toEqual([]);
    followed.updates.look();
    await vi.waitFor(() => expect(followed.said[0]).toContain("ne répond pas"));
  });
});
