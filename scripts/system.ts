import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { electronBinary, hasDisplay } from "./electron.ts";

/** What the tests need beside npm packages, found on the machine or installed from Debian’s packages. */
const has = (command: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;

const postgresFolder = (): string | undefined => {
  const base = "/usr/lib/postgresql";
  const found = existsSync(base)
    ? readdirSync(base)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => `${base}/${version}/bin`)
        .find((path) => existsSync(`${path}/initdb`))
    : undefined;
  if (found) return found;
  const config = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  const path = config.status === 0 ? config.stdout.trim() : "";
  return path && existsSync(`${path}/initdb`) ? path : undefined;
};

export const chromiumPath = (): string | undefined =>
  [
    process.env.CACTUS_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path && existsSync(path));

export interface SystemTools {
  readonly chromium: string;
  readonly postgres: string;
  /** Only where its package has its binary; without a display, Xvfb gives one. */
  readonly electron?: { readonly path: string; readonly virtualDisplay: boolean };
}

/** Installs what is missing with apt-get when that is possible; says plainly what to install otherwise. */
export const ensureTools = (): SystemTools => {
  const electron = electronBinary();
  const virtualDisplay = electron !== undefined && !hasDisplay();
  const missing = (): string[] => [
    ...(chromiumPath() ? [] : ["chromium"]),
    ...(has("pdftotext") ? [] : ["poppler-utils"]),
    ...(postgresFolder() ? [] : ["postgresql"]),
    ...(virtualDisplay && !has("xvfb-run") ? ["xvfb", "xauth"] : []),
  ];
  let packages = missing();
  if (packages.length > 0 && has("apt-get") && process.getuid?.() === 0) {
    process.stdout.write(`Installing ${packages.join(", ")} with apt-get…\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages, "fonts-liberation"], {
      stdio: ["ignore", "ignore", "inherit"],
      env,
    });
    packages = missing();
  }
  const chromium = chromiumPath();
  const postgres = postgresFolder();
  if (packages.length > 0 || !chromium || !postgres) {
    process.stderr.write(
      `The tests need: ${packages.join(", ")}. Install them (Debian: apt-get install ${packages.join(" ")}) and run again.\n`,
    );
    process.exit(1);
  }
  return { chromium, postgres, ...(electron ? { electron: { path: electron, virtualDisplay } } : {}) };
};
