import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractFile, getRawHeader, listPackage } from "@electron/asar";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packages } from "../../../scripts/build.ts";
import { packageDir } from "../../../scripts/package-dir.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { launchStandIn } from "../../electron-stand-in/client.ts";
import { standInDistribution } from "../../electron-stand-in/distribution.ts";

/** What electron-builder packs, over a stand-in for Electron’s distribution: the archive, its fuses, what is beside. */
const { version } = createRequire(import.meta.url)("electron/package.json") as { version: string };
let folder: string;
let app: string;
let archive: string;
let files: readonly string[];
const unpacked = (path: string): string => join(`${archive}.unpacked`, path);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-package-"));
  await standInDistribution(join(folder, "electron"), version);
  await packageDir(join(folder, "out"), join(folder, "electron"));
  const [made = ""] = readdirSync(join(folder, "out")).filter((one) => one.endsWith("-unpacked"));
  app = join(folder, "out", made);
  archive = join(app, "resources", "app.asar");
  files = listPackage(archive, { isPack: false });
}, 600_000);
afterAll(() => removeFolder(folder));

describe("the archive", () => {
  it("has what runs: the bundles, the screens, the packages that stay packages", () => {
    for (const path of [
      "/dist/electron/main.js",
      "/dist/electron/preload.cjs",
      "/dist/electron/portal.js",
      "/dist/electron/pdf-worker.js",
      "/dist/electron/fonts/regular.ttf",
      "/dist/electron/data/Helvetica.afm",
      "/dist/renderer/staff/index.html",
      "/dist/renderer/portal/index.html",
      ...packages.map((name) => `/node_modules/${name}/package.json`),
    ])
      expect(files, path).toContain(path);
    const start = JSON.parse(extractFile(archive, "package.json").toString()) as Record<string, unknown>;
    expect(start).toMatchObject({ main: "dist/electron/main.js", type: "module" });
    expect(existsSync(join(app, "resources", "app-update.yml"))).toBe(true);
  });

  it("has nothing that does not: no source, no map, no test, no key, no other system’s binary", () => {
    const useless = files.filter((path) =>
      /\.(ts|tsx|map|md|c|cc|cpp|h|gyp|env|pem|key|db)$|\/(tests?|docs|src|deps|\.git)(\/|$)/.test(path),
    );
    expect(useless).toEqual([]);
    const others = files.filter((path) => path.endsWith(".node") && !path.includes(`linux-${process.arch}`));
    expect(others).toEqual([]);
    const inside = files
      .flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? [])
      .filter((name) => !(packages as readonly string[]).includes(name));
    expect(inside.filter((name) => !name.startsWith("@node-rs/argon2-"))).toEqual([]);
  });

  it("imports no package that it does not carry", () => {
    const scripts = files.filter((path) => /^\/dist\/electron\/.*\.js$/.test(path));
    const imported = scripts.flatMap((path) =>
      [
        ...extractFile(archive, path.slice(1))
          .toString()
          .matchAll(/^(?:import|\} from|export).*?from "([^"./][^"]*)";$/gm),
      ].map(([, name]) => name ?? ""),
    );
    const known = new Set(["electron", ...packages]);
    expect([...new Set(imported)].filter((name) => !known.has(name) && !isBuiltin(name))).toEqual([]);
  });

  it("leaves outside what starts from a real file", () => {
    for (const path of [
      "dist/electron/portal.js",
      "dist/electron/pdf-worker.js",
      "dist/electron/fonts/regular.ttf",
      "dist/electron/data/Helvetica.afm",
      "dist/renderer/portal/index.html",
      "node_modules/tinypool/dist/entry/worker.js",
      `node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`,
    ])
      expect(existsSync(unpacked(path)), path).toBe(true);
  });

  it("carries the hash of each of its files, which Electron checks as it reads them", () => {
    const { header } = getRawHeader(archive);
    const main = at(header, "dist/electron/main.js");
    expect(main.integrity).toMatchObject({
      algorithm: "SHA256",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("ships the licences: ours, Electron’s, and those of every package bundled", () => {
    for (const name of ["LICENSE.electron.txt", "LICENSES.chromium.html", "LICENSE.Cactus.txt"])
      expect(existsSync(join(app, name)), name).toBe(true);
    const text = readFileSync(join(app, "LICENCES-TIERCES.txt"), "utf8");
    for (const name of ["better-sqlite3", "fastify", "kysely", "nodemailer", "pdfkit", "react", "zod"])
      expect(text).toMatch(new RegExp(`^(?:## )?${name} (?:- )?\\d`, "m"));
    expect(/^.*\(licence non précisée\)$/m.exec(text)).toBeNull();
  });

  it("speaks French only, and stays small", () => {
    expect(readdirSync(join(app, "locales"))).toEqual(["fr.pak"]);
    expect(statSync(archive).size).toBeLessThan(60_000_000);
  });
});

describe("the executable", () => {
  it("has every fuse decided, as Electron’s own tool reads them", async () => {
    const wire = await getCurrentFuseWire(join(app, "cactus"));
    // The wire holds the characters 0 and 1.
    const state = (fuse: FuseV1Options): boolean => String.fromCharCode(Number(wire[fuse])) === "1";
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookies: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      file: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      snapshot: false,
      file: false,
    });
  });
});

describe("the packed application", () => {
  it("starts on Electron’s stand-in: its window, its native modules, its portal in a process of its own", async () => {
    const data = join(folder, "donnees");
    const { child, control, ended } = launchStandIn({
      entry: archive,
      args: ["--data", data, "--demo"],
      home: join(folder, "poste"),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    const portal = () => /^Portail: (\S+)$/m.exec(output)?.[1];
    await expect.poll(() => portal() ?? child.exitCode, { timeout: 240_000 }).not.toBeNull();
    expect(portal(), output).toBeDefined();
    expect(await (await fetch(portal() as string)).text()).toContain("<title>Cactus");
    await expect
      .poll(async () => (await control.windows())[0], { timeout: 60_000 })
      .toMatchObject({ url: "app://cactus/index.html", title: "Se connecter – Cactus", visible: true });
    expect(await control.seen("forks")).toMatchObject([
      { entry: expect.stringContaining("app.asar.unpacked/dist/electron/portal.js") },
    ]);
    expect(await control.seen("errorBoxes")).toEqual([]);
    await control.leave();
    expect(await ended).toBe(0);
  });
});

describe("an icon", () => {
  it("of each size that Windows, macOS and Linux ask for is there", () => {
    const installer = join(import.meta.dirname, "..", "..", "..", "templates", "installer");
    const ico = readFileSync(join(installer, "icon.ico"));
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico[6 + 16 * at] || 256);
    expect(sizes).toEqual(expect.arrayContaining([16, 24, 32, 48, 64, 128, 256]));
    const icns = readFileSync(join(installer, "icon.icns"));
    expect(icns.toString("latin1", 0, 4)).toBe("icns");
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const sides = readdirSync(join(installer, "icons")).map((name) => {
      const png = readFileSync(join(installer, "icons", name));
      expect(name).toBe(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`);
      return png.readUInt32BE(16);
    });
    expect(sides.sort((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512, 1024]);
  });
});

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly integrity?: Readonly<Record<string, unknown>>;
}
const at = (header: unknown, path: string): Entry =>
  path.split("/").reduce<Entry>((entry, name) => entry.files?.[name] ?? {}, header as Entry);
