import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";
import {
  createElectronStandIn,
  type ElectronStandIn,
  type Settings,
} from "../../../tests/electron-stand-in/index.ts";
import type { App } from "../../app.ts";
import { silentLog } from "../../log.ts";
import { runHost } from "./host.ts";

/** Before each test, a folder of screens with a database that must not be served; gone after it. */
export const aScreensFolder = (): { readonly folder: string } => {
  const screens = { folder: "" };
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), "cactus-electron-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><head></head><body></body>");
    writeFileSync(join(folder, "assets", "app.js"), "export {}");
    writeFileSync(join(folder, "secret.db"), "no");
    screens.folder = folder;
  });
  afterEach(() => {
    for (const standIn of running.splice(0)) standIn.electron.app.exit();
    rmSync(screens.folder, { recursive: true, force: true });
  });
  return screens;
};

export const places = (renderer: string) => ({
  renderer: () => renderer,
  preload: join(renderer, "index.html"),
  args: [] as string[],
});

const stubApp = (dataDir: string) => {
  const app = {
    deps: { config: { dataDir, demo: false }, log: silentLog },
    busy: () => false,
    wake: () => {},
    start: vi.fn(async () => {}),
    close: vi.fn(async () => {}),
    portal: { start: vi.fn(async () => "http://127.0.0.1:4780") },
    router: {},
    contextFor: () => ({}),
  };
  return { app: app as unknown as App, calls: app };
};

/** Applications of the current test: none is left behind. */
const running: ElectronStandIn[] = [];

/** Electron’s stand-in, whose home is the folder: nothing is written elsewhere. */
export const aStandIn = (folder: string, settings: Settings = {}): ElectronStandIn => {
  const standIn = createElectronStandIn({ home: join(folder, "poste"), ...settings });
  running.push(standIn);
  return standIn;
};

/** The host started on an application that does nothing, whose calls are given back. */
export const started = async (standIn: ElectronStandIn, folder: string, args: string[] = []) => {
  const { app, calls } = stubApp(folder);
  const data = args.includes("--data") || args.includes("--demo") ? [] : ["--data", folder];
  await standIn.start(() => {
    void runHost(standIn.electron, { ...places(folder), args: [...data, ...args] }, async () => app);
  });
  await vi.waitFor(() => expect(standIn.windows.size).toBe(1), { timeout: 30_000 });
  return calls;
};
