import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle } from "esbuild";
import { build as viteBuild } from "vite";

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
  for (const place of ["renderer", "shared", "vite.config.ts", "package.json"])
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

/** Main process, preload and workers as plain JavaScript; native modules stay packages. */
export const buildElectron = async (): Promise<void> => {
  const common = {
    bundle: true,
    platform: "node",
    target: "node24",
    absWorkingDir: root,
    sourcemap: true,
    logLevel: "warning",
  } as const;
  const external = ["electron", "better-sqlite3", "@node-rs/argon2", "pg-native"];
  const banner = {
    js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
  };
  await bundle({
    ...common,
    format: "esm",
    external,
    banner,
    outdir: "dist/electron",
    entryPoints: {
      main: "main/hosts/electron/main.ts",
      "pdf-worker": "main/documents/pdf-worker.ts",
      portal: "main/hosts/portal/main.ts",
    },
  });
  await bundle({
    ...common,
    format: "cjs",
    external: ["electron"],
    outfile: "dist/electron/preload.cjs",
    entryPoints: ["preload/index.ts"],
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildRenderer();
  if (process.argv.includes("--electron")) await buildElectron();
}
