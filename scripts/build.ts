import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { build as viteBuild } from "vite";
import { bundled, licences } from "./licences.ts";

/** Builds what does not run from the sources: the two web applications, and the Electron bundle with `--electron`. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..");

const filesUnder = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))
    : [path];

const sourceHash = (): string => {
  const hash = createHash("sha256");
  for (const place of ["renderer", "shared", "docs/guide", "vite.config.ts", "package.json"])
    for (const file of filesUnder(join(root, place)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
};

/** Renderer built when its sources changed since; nothing to do otherwise. */
export const buildRenderer = async (): Promise<boolean> => {
  const stamp = join(root, "dist", "renderer", ".stamp");
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return false;
  for (const app of ["staff", "portal"]) {
    if (!existsSync(join(root, "renderer", app, "index.html"))) continue;
    process.env.CACTUS_APP = app;
    await viteBuild({ configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
};

/**
 * What stays a package in the application: native modules, and tinypool, whose threads start from files of its own.
 * Everything else is bundled: the package carries what runs, and nothing that does not.
 */
export const packages = ["better-sqlite3", "@node-rs/argon2", "tinypool"] as const;

/** CommonJS packages inside an ES module ask for these three. */
const commonJs = [
  'import { createRequire as cactusRequire } from "node:module";',
  "const require = cactusRequire(import.meta.url);",
  "const { filename: __filename, dirname: __dirname } = import.meta;",
].join("\n");

/**
 * Main process, preload, PDF thread and portal as plain JavaScript in `outdir`, each whole: the thread and the portal
 * run unpacked, outside the archive, where nothing of the others can be found. Fonts and the metrics of pdfkit beside.
 */
export const buildElectron = async (outdir = join("dist", "electron")): Promise<void> => {
  rmSync(join(root, outdir), { recursive: true, force: true });
  const common = {
    bundle: true,
    platform: "node",
    target: "node24",
    absWorkingDir: root,
    sourcemap: true,
    metafile: true,
    logLevel: "warning",
    // Whose updates the application believes (Ed25519, SPKI in base64): written in when it is built, never asked later.
    define: {
      "process.env.CACTUS_CLE_MISES_A_JOUR": JSON.stringify(process.env.CACTUS_CLE_MISES_A_JOUR ?? ""),
    },
  } as const;
  const modules = {
    ...common,
    format: "esm",
    mainFields: ["module", "main"] as string[],
    external: ["electron", ...packages, "pg-native"] as string[],
    banner: { js: commonJs },
    outdir,
  } as const;
  const built = await Promise.all([
    // Split: what the entry imports before Electron is ready is small, the application comes after.
    bundle({ ...modules, splitting: true, entryPoints: { main: "main/hosts/electron/main.ts" } }),
    bundle({ ...modules, entryPoints: { "pdf-worker": "main/documents/pdf-worker.ts" } }),
    bundle({ ...modules, entryPoints: { portal: "main/hosts/portal/main.ts" } }),
    bundle({
      ...common,
      format: "cjs",
      external: ["electron"],
      outfile: join(outdir, "preload.cjs"),
      entryPoints: ["preload/index.ts"],
    }),
  ]);
  const copy = (from: string, to: string, wanted: RegExp): void => {
    mkdirSync(join(root, outdir, to), { recursive: true });
    for (const name of readdirSync(from).filter((one) => wanted.test(one)))
      copyFileSync(join(from, name), join(root, outdir, to, name));
  };
  copy(join(root, "templates", "fonts"), "fonts", /\.ttf$/);
  copy(join(root, "node_modules", "pdfkit", "js", "data"), "data", /\.(afm|icc)$/);
  writeFileSync(
    join(root, outdir, "LICENCES.txt"),
    [
      licences(root, [...bundled(built.map(({ metafile }) => metafile)), ...packages]),
      // The screens’ own, as Vite lists them, and the fonts’.
      ...[
        ...["staff", "portal"].map((app) => join(root, "dist", "renderer", app, "licences.txt")),
        join(root, "templates", "fonts", "LICENSE"),
      ]
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path, "utf8")),
    ].join("\n\n"),
  );
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildRenderer();
  if (process.argv.includes("--electron")) await buildElectron();
}
