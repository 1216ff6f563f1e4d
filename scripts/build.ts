import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
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
 * Main process, preload and workers as plain JavaScript in `outdir`, fonts beside them. Packages stay packages: several
 * read files of their own (native modules, fonts of pdfkit, threads of tinypool).
 */
export const buildElectron = async (outdir = join("dist", "electron")): Promise<void> => {
  const common = {
    bundle: true,
    platform: "node",
    target: "node24",
    absWorkingDir: root,
    sourcemap: true,
    logLevel: "warning",
  } as const;
  await bundle({
    ...common,
    format: "esm",
    packages: "external",
    outdir,
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
    outfile: join(outdir, "preload.cjs"),
    entryPoints: ["preload/index.ts"],
  });
  const fonts = join(root, "templates", "fonts");
  mkdirSync(join(root, outdir, "fonts"), { recursive: true });
  for (const name of readdirSync(fonts).filter((one) => one.endsWith(".ttf")))
    copyFileSync(join(fonts, name), join(root, outdir, "fonts", name));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildRenderer();
  if (process.argv.includes("--electron")) await buildElectron();
}
