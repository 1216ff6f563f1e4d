import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
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
    // Notices are for the package, not for whoever visits the portal.
    const notices = join(root, "dist", "notices");
    mkdirSync(notices, { recursive: true });
    renameSync(join(root, "dist", "renderer", app, "licences.json"), join(notices, `${app}.json`));
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
};

/**
 * What stays a package, because it is more than JavaScript: native modules, and tinypool, whose threads start from a file
 * of its own. Everything else is in the bundles; `pg-native` is an optional package that nobody has.
 */
export const keptPackages = ["better-sqlite3", "@node-rs/argon2", "tinypool"] as const;

/** Packages written as CommonJS ask for Node’s own modules through `require`, which an ES module does not have. */
const banner = `import { createRequire as requireFrom } from "node:module";
const require = requireFrom(import.meta.url);`;

/**
 * Main process, portal, preload and threads as plain JavaScript in `outdir`, fonts beside them. Gives the source files
 * that went in, those of packages too.
 */
export const buildElectron = async (outdir = join("dist", "electron")): Promise<readonly string[]> => {
  const common = {
    bundle: true,
    platform: "node",
    target: "node24",
    absWorkingDir: root,
    sourcemap: true,
    // Their licences are in LICENCES.txt, whole.
    legalComments: "none",
    metafile: true,
    logLevel: "warning",
  } as const;
  const parts = [
    await bundle({
      ...common,
      format: "esm",
      external: ["electron", "pg-native", ...keptPackages],
      banner: { js: banner },
      outdir,
      entryPoints: {
        main: "main/hosts/electron/main.ts",
        "pdf-worker": "main/documents/pdf-worker.ts",
        portal: "main/hosts/portal/main.ts",
      },
    }),
    await bundle({
      ...common,
      format: "cjs",
      external: ["electron"],
      outfile: join(outdir, "preload.cjs"),
      entryPoints: ["preload/index.ts"],
    }),
  ];
  // Beside the archive there is no package.json of the application to say so.
  writeFileSync(join(root, outdir, "package.json"), '{ "type": "module" }\n');
  const fonts = join(root, "templates", "fonts");
  mkdirSync(join(root, outdir, "fonts"), { recursive: true });
  for (const name of readdirSync(fonts).filter((one) => one.endsWith(".ttf")))
    copyFileSync(join(fonts, name), join(root, outdir, "fonts", name));
  return parts.flatMap((part) => Object.keys(part.metafile.inputs));
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildRenderer();
  if (process.argv.includes("--electron")) await buildElectron();
}
