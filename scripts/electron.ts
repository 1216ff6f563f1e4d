import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export const electronFolder = (): string =>
  dirname(createRequire(import.meta.url).resolve("electron/package.json"));

/** Electron’s executable, where its package has already fetched it. */
export const electronBinary = (): string | undefined => {
  const folder = electronFolder();
  const marker = join(folder, "path.txt");
  const path = existsSync(marker) ? join(folder, "dist", readFileSync(marker, "utf8").trim()) : undefined;
  return path && existsSync(path) ? path : undefined;
};

export const hasDisplay = (): boolean =>
  process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
