import childProcess from "node:child_process";
import { readFileSync } from "node:fs";
import { registerHooks, syncBuiltinESMExports } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { mountArchive, refuseInsideArchive } from "./archive.ts";
import { type Browser, startBrowser } from "./chromium/browser.ts";
import { chromiumPage } from "./chromium/chromium-page.ts";
import { serveControl } from "./control.ts";
import type { Contents } from "./core/contents.ts";
import { ELECTRON_EXPORTS } from "./exports.ts";
import { createElectronStandIn } from "./index.ts";

/**
 * `node tests/electron-stand-in/launch.ts dist/electron/main.js --data …`: the built bundle on the stand-in, its windows
 * in the real Chromium; `… resources/app.asar` starts a packed application. CACTUS_STAND_IN, as JSON: { platform,
 * packaged, home, chromium, saveFolder, … }. A parent that opens an IPC channel plays the outside world through it
 * (control.ts).
 */
const [started = "", ...args] = process.argv.slice(2);
const {
  chromium = "/usr/bin/chromium",
  saveFolder,
  lifeline,
  ...settings
} = JSON.parse(process.env.CACTUS_STAND_IN ?? "{}") as {
  chromium?: string;
  saveFolder?: string;
  lifeline?: number;
  platform?: NodeJS.Platform;
  packaged?: boolean;
  home?: string;
};
const mounted = started.endsWith(".asar") ? mountArchive(resolve(started)) : undefined;
const packaged = mounted ? true : (settings.packaged ?? false);
const about = (folder: string): { main: string; productName?: string; name: string; version: string } =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const entry = mounted ? join(mounted.appPath, about(mounted.appPath).main) : resolve(started);
if (mounted) {
  Object.defineProperty(process, "resourcesPath", { value: mounted.resources });
  process.once("exit", () => mounted.remove());
  refuseInsideArchive();
}
// As Electron’s own: packaged, the arguments follow the executable; else they follow the application’s path.
process.argv = [process.execPath, ...(packaged ? [] : [entry]), ...args];

const frames = new Map<string, Contents>();
let browser: Promise<Browser> | undefined;
const firstBrowser = Promise.withResolvers<Browser>();
const standIn = createElectronStandIn({
  ...settings,
  packaged,
  ...(mounted ? { appPath: mounted.appPath, version: about(mounted.appPath).version } : {}),
  args: packaged ? args : [entry, ...args],
  pages: chromiumPage({
    browser: () => {
      browser ??= startBrowser(
        {
          executable: chromium,
          profile: join(standIn.paths.get("sessionData") as string, "Chromium"),
          lifeline,
        },
        standIn.world,
        standIn.session,
        (frameId) => frames.get(frameId),
      );
      firstBrowser.resolve(browser);
      return browser;
    },
    get ipc() {
      return standIn.ipc;
    },
    session: () => standIn.session,
    key: (pressed) => standIn.play.key(pressed),
    opened: (frameId, contents) => void frames.set(frameId, contents),
  }),
});

// A box that nobody sees is read in the log of the test.
const { note } = standIn.world;
standIn.world.note = (event) => {
  note(event);
  const box = standIn.seen.errorBoxes.at(-1);
  if (event === "error box" && box) process.stderr.write(`${box.title}: ${box.content}\n`);
};

// The fuse runAsNode is off: what would run a script starts a second Cactus instead (docs/tutorial/fuses.md).
const refusingNode = <F extends (...args: never[]) => unknown>(run: F): F =>
  ((...all: Parameters<F>) => {
    if ((run as unknown) === fork || all[0] === process.execPath)
      throw new Error("electron-stand-in: runAsNode is off: this starts the application again, not a script");
    return run(...all);
  }) as F;
const { fork, spawn, spawnSync, execFile, execFileSync } = childProcess;
Object.assign(
  childProcess,
  Object.fromEntries(
    Object.entries({ fork, spawn, spawnSync, execFile, execFileSync }).map(([name, run]) => [
      name,
      refusingNode(run as never),
    ]),
  ),
);
syncBuiltinESMExports();

// `import "electron"` is the stand-in; an export that Electron has and the stand-in has not throws when it is used.
const key = Symbol.for("electron-stand-in");
(globalThis as never as Record<symbol, unknown>)[key] = standIn.electron;
const source = `const electron = globalThis[Symbol.for("electron-stand-in")];
const missing = (name) => new Proxy(function () {}, { get() { return electron[name]; }, construct() { return electron[name]; }, apply() { return electron[name]; } });
${ELECTRON_EXPORTS.map((name) => `export const ${name} = Object.hasOwn(electron, "${name}") ? electron.${name} : missing("${name}");`).join("\n")}
export default electron;`;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron"
      ? { url: "electron-stand-in:electron", format: "module", shortCircuit: true }
      : next(specifier, context),
  load: (url, context, next) =>
    url === "electron-stand-in:electron"
      ? { format: "module", source, shortCircuit: true }
      : next(url, context),
});

// lib/browser/init.ts: an error that nobody takes is shown, and the application stays.
process.on("uncaughtException", (error) => {
  if (process.listenerCount("uncaughtException") > 1) return;
  process.stderr.write(`${error.stack}\n`);
  standIn.electron.dialog.showErrorBox(
    "A JavaScript error occurred in the main process",
    `Uncaught Exception:\n${error.stack}`,
  );
});
process.on("unhandledRejection", (reason) => {
  if (process.listenerCount("unhandledRejection") > 1) return;
  process.stderr.write(
    `UnhandledPromiseRejectionWarning: ${reason instanceof Error ? reason.stack : String(reason)}\n`,
  );
});

const leave = process.exit.bind(process);
process.exit = ((code?: number) => standIn.electron.app.exit(code)) as typeof process.exit;
void standIn.exited.then(async (code) => {
  await (await browser?.catch(() => undefined))?.close();
  leave(code);
});
// shell/browser/electron_browser_main_parts_posix.cc: these signals quit in order.
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => standIn.play.quit());

serveControl(standIn, { saveFolder, endpoint: async () => (await firstBrowser.promise).endpoint });
try {
  await standIn.start(async () => {
    try {
      await import(pathToFileURL(entry).href);
    } catch (error) {
      process.emit("uncaughtException", error as Error);
    }
  });
} catch (error) {
  process.stderr.write(`electron-stand-in: ${(error as Error).message}\n`);
  leave(70);
}
// Electron’s loop never ends by itself.
setInterval(() => {}, 2 ** 30);
