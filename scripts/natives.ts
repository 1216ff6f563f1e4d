import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The native packages of every processor this system’s installers are for. npm installs those of this machine alone: an
 * installer made here for the other processor would lack its own. Versions and hashes are the lock file’s.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";

export const architectures = ["x64", "arm64"] as const;

interface Locked {
  readonly version: string;
  readonly integrity: string;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

/** Packages of the lock file with a binary for this system, on this processor; Electron itself needs glibc. */
export const nativePackages = (
  lock: Readonly<Record<string, Locked>>,
  platform: string,
  arch: string,
): readonly (readonly [folder: string, locked: Locked])[] =>
  Object.entries(lock).filter(
    ([folder, { os, cpu, libc }]) =>
      folder.startsWith("node_modules/@node-rs/argon2-") &&
      os?.includes(platform) &&
      cpu?.includes(arch) &&
      (libc?.includes("glibc") ?? true),
  );

const run = (command: string, args: readonly string[], cwd: string): void => {
  // npm is a batch file on Windows; no argument here comes from outside.
  const { status, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", shell: windows });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
};

const fetchPackage = (folder: string, { version, integrity }: Locked): void => {
  const name = folder.slice("node_modules/".length);
  const work = mkdtempSync(join(tmpdir(), "cactus-natives-"));
  try {
    run("npm", ["pack", `${name}@${version}`, "--silent"], work);
    const [file = ""] = readdirSync(work);
    const hash = createHash("sha512")
      .update(readFileSync(join(work, file)))
      .digest("base64");
    if (integrity !== `sha512-${hash}`)
      throw new Error(`${name}@${version} is not the one of package-lock.json`);
    const to = join(root, folder);
    rmSync(to, { recursive: true, force: true });
    mkdirSync(to, { recursive: true });
    run("tar", ["-xzf", file, "--strip-components=1", "-C", windows ? `"${to}"` : to], work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const installed = (folder: string): string | undefined => {
  const path = join(root, folder, "package.json");
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version
    : undefined;
};

/** Fetches what is missing; gives the folders that are there afterwards. */
export const fetchNatives = (platform: string = process.platform): readonly string[] => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Locked>;
  };
  return architectures.flatMap((arch) => {
    const wanted = nativePackages(packages, platform, arch);
    if (wanted.length === 0)
      throw new Error(`no native package for ${platform}-${arch} in package-lock.json`);
    for (const [folder, locked] of wanted)
      if (installed(folder) !== locked.version) fetchPackage(folder, locked);
    return wanted.map(([folder]) => folder);
  });
};
