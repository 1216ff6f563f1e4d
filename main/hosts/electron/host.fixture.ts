import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import type { App } from "../../app.ts";
import type { FakeElectron } from "./fake-electron.ts";
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
  afterEach(() => rmSync(screens.folder, { recursive: true, force: true }));
  return screens;
};

export const places = (renderer: string) => ({
  renderer: () => renderer,
  preload: join(renderer, "index.html"),
  args: [] as string[],
});

const stubApp = (dataDir: string) => {
  const app = {
    deps: { config: { dataDir, demo: false } },
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

/** The host started on an application that does nothing, whose calls are given back. */
export const started = async (fake: FakeElectron, folder: string, args: string[] = []) => {
  const { app, calls } = stubApp(folder);
  await runHost(fake.module, { ...places(folder), args }, async () => app);
  return calls;
};
