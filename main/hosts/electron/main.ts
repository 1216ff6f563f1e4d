import { fileURLToPath } from "node:url";
import * as electron from "electron";
import { rendererFolder } from "../web/assets.ts";
import { runHost } from "./host.ts";

/**
 * The only file that imports Electron; bundled to dist/electron/main.js. It awaits nothing: `ready` comes once this
 * module has been evaluated (electron/electron #40719).
 */
void runHost(electron, {
  renderer: () => rendererFolder("staff"),
  preload: fileURLToPath(new URL("./preload.cjs", import.meta.url)),
  args: process.argv.slice(electron.app.isPackaged ? 1 : 2),
});
