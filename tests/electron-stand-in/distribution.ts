import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPackage } from "@electron/asar";

/** @electron/fuses, src/constants.ts: what the fuse wire follows in Electron’s binary. */
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
/** Electron’s own state of each fuse (docs/tutorial/fuses.md), in the order of the wire, version 1. */
const DEFAULTS = "10110001";

/**
 * What electron-builder takes for Electron’s distribution on Linux: its layout (docs/tutorial/application-distribution.md),
 * and an executable that carries the fuse wire, whose fuses electron-builder turns for good. Started, it runs the packed
 * application on the stand-in: `CACTUS_STAND_IN_LAUNCH` names the command.
 */
export const standInDistribution = async (folder: string, version: string): Promise<void> => {
  mkdirSync(join(folder, "resources"), { recursive: true });
  mkdirSync(join(folder, "locales"), { recursive: true });
  writeFileSync(join(folder, "version"), version);
  writeFileSync(join(folder, "LICENSE"), "Electron’s licence stands here in the real distribution.\n");
  writeFileSync(join(folder, "LICENSES.chromium.html"), "<!doctype html><title>Chromium</title>");
  for (const locale of ["fr", "en-US", "de"]) writeFileSync(join(folder, "locales", `${locale}.pak`), locale);
  const empty = mkdtempSync(join(tmpdir(), "cactus-default-app-"));
  writeFileSync(join(empty, "main.js"), "");
  await createPackage(empty, join(folder, "resources", "default_app.asar"));
  rmSync(empty, { recursive: true });
  const script = [
    "#!/bin/sh",
    // The binary’s own folder, as Electron finds its archive.
    'exec $CACTUS_STAND_IN_LAUNCH "$(dirname "$(readlink -f "$0")")/resources/app.asar" "$@"',
    "exit 1",
    "",
  ].join("\n");
  const wire = Buffer.concat([
    Buffer.from(SENTINEL),
    Buffer.from([1, DEFAULTS.length]),
    Buffer.from(DEFAULTS),
  ]);
  const executable = join(folder, "electron");
  writeFileSync(executable, Buffer.concat([Buffer.from(script), wire, Buffer.from("\n")]));
  chmodSync(executable, 0o755);
  for (const helper of ["chrome-sandbox", "chrome_crashpad_handler"]) {
    writeFileSync(join(folder, helper), "");
    chmodSync(join(folder, helper), 0o755);
  }
};
