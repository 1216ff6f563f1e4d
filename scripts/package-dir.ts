import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Arch, build, Platform } from "electron-builder";
import { buildElectron, buildRenderer } from "./build.ts";

/** An address nobody answers, for a package that is not published. */
const NOWHERE = "https://mises-a-jour.invalid/cactus";

/**
 * The application packed for this machine, without an installer: `npm run package:dir`. `electronDist` is a distribution
 * of Electron that is already here; without it electron-builder fetches one.
 */
export const packageDir = async (output: string, electronDist?: string): Promise<void> => {
  await buildRenderer();
  await buildElectron();
  process.env.CACTUS_MISES_A_JOUR ??= NOWHERE;
  await build({
    projectDir: fileURLToPath(new URL("..", import.meta.url)),
    targets: Platform.current().createTarget("dir", process.arch === "arm64" ? Arch.arm64 : Arch.x64),
    config: {
      extends: "electron-builder.yml",
      directories: { output },
      ...(electronDist ? { electronDist } : {}),
    },
    publish: "never",
  });
};

if (process.argv[1] === fileURLToPath(import.meta.url)) await packageDir(join("dist", "package"));
