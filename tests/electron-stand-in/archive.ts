import childProcess from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import workerThreads from "node:worker_threads";
import { extractAll, getRawHeader } from "@electron/asar";

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly unpacked?: boolean;
}

/** Files of the archive that lie beside it, as the archive’s own header says. */
const unpackedFiles = (entry: Entry, at = ""): string[] =>
  Object.entries(entry.files ?? {}).flatMap(([name, one]) =>
    one.files ? unpackedFiles(one, join(at, name)) : one.unpacked ? [join(at, name)] : [],
  );

export interface Mounted {
  /** What `process.resourcesPath` is: the archive with what lies beside it. */
  readonly resources: string;
  /** The application’s path, which ends in app.asar as the real one. */
  readonly appPath: string;
  remove(): void;
}

/**
 * Electron reads inside `app.asar` as in a folder, and takes from `app.asar.unpacked` what the archive marks so
 * (docs/tutorial/asar-archives.md). Here the archive is a folder of that name, its unpacked files links to the real
 * ones; what may not be loaded from an archive is refused by its path.
 */
export const mountArchive = (archive: string): Mounted => {
  const real = realpathSync(archive);
  const base = mkdtempSync(join(realpathSync(tmpdir()), "cactus-mounted-"));
  const resources = join(base, "resources");
  const appPath = join(resources, "app.asar");
  mkdirSync(resources);
  extractAll(real, appPath);
  const { header } = getRawHeader(real);
  for (const path of unpackedFiles(header as Entry)) {
    const mounted = join(appPath, path);
    // A link inside the package is kept as it is.
    if (existsSync(mounted) && lstatSync(mounted).isSymbolicLink()) continue;
    rmSync(mounted, { force: true });
    symlinkSync(join(`${real}.unpacked`, path), mounted);
  }
  for (const name of readdirSync(dirname(real)))
    if (name !== "app.asar") symlinkSync(join(dirname(real), name), join(resources, name));
  return { resources, appPath, remove: () => rmSync(base, { recursive: true, force: true }) };
};

const INSIDE = /[\\/]app\.asar[\\/]/;
const isInside = (path: unknown): boolean =>
  INSIDE.test(path instanceof URL ? decodeURIComponent(path.pathname) : String(path));

/**
 * What starts from a real file: a thread’s entry, a native module, a program. The documentation promises none of them
 * from inside an archive (asar-archives.md, « Limitations of the Node API »; a native module is copied out by Electron,
 * which a hardened system may forbid): refused, so that each is unpacked.
 */
export const refuseInsideArchive = (): void => {
  const refuse = (what: string, path: unknown): void => {
    if (isInside(path))
      throw new Error(
        `electron-stand-in: ${what} is loaded from inside the archive: unpack it (${String(path)})`,
      );
  };
  const { Worker } = workerThreads;
  const { dlopen } = process;
  const { execFile, execFileSync, spawn, spawnSync } = childProcess;
  const guarded =
    <F extends (...args: never[]) => unknown>(what: string, run: F) =>
    (...args: Parameters<F>): unknown => {
      for (const one of args.flat()) if (typeof one === "string") refuse(what, one);
      return run(...args);
    };
  Object.assign(childProcess, {
    execFile: guarded("a program", execFile),
    execFileSync: guarded("a program", execFileSync),
    spawn: guarded("a program", spawn),
    spawnSync: guarded("a program", spawnSync),
  });
  Object.assign(workerThreads, {
    Worker: class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        refuse("a thread", args[0]);
        super(...args);
      }
    },
  });
  process.dlopen = ((...args: Parameters<typeof dlopen>): void => {
    refuse("a native module", args[1]);
    dlopen.apply(process, args);
  }) as typeof process.dlopen;
  syncBuiltinESMExports();
};
