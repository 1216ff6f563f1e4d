import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { aScreensFolder, places, started } from "./host.fixture.ts";
import { runHost } from "./host.ts";
import { windowOptions } from "./window.ts";

const screens = aScreensFolder();

describe("the window", () => {
  it("has every safe preference, and no other key", () => {
    const { webPreferences } = windowOptions({ preload: "/p" }, true);
    expect(webPreferences).toEqual({
      preload: "/p",
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: true,
      plugins: true,
      devTools: false,
    });
  });

  it("opens once on our page, sandboxed, after the lock", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    expect(fake.app.sandboxed).toBe(true);
    expect(fake.windows.map((one) => one.loaded)).toEqual([["app://cactus/index.html"]]);
    expect(fake.schemes).toMatchObject([{ scheme: "app", privileges: { standard: true, secure: true } }]);
  });

  it("lets by the switches that Electron, the system and the updater add", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder, [
      "--updated",
      "--no-sandbox",
      "--data",
      screens.folder,
      "-psn_0_1",
      "--lang=fr",
    ]);
    expect(fake.app.paths.get("userData")).toBe(screens.folder);
    expect(fake.windows).toHaveLength(1);
  });

  it("a second start opens no database and leaves", async () => {
    const fake = fakeElectron();
    fake.app.lock = false;
    const create = vi.fn();
    await runHost(fake.module, places(screens.folder), create);
    expect(create).not.toHaveBeenCalled();
    expect(fake.app.quits).toBe(1);
  });

  it("a second start brings the first window forward", async () => {
    const fake = fakeElectron();
    await started(fake, screens.folder);
    fake.app.emit("second-instance", {}, ["cactus"]);
    expect(fake.windows[0]?.focused).toBe(1);
    expect(fake.windows.length).toBe(1);
  });

  it("--data is the data folder; the demonstration has its own, and its portal", async () => {
    vi.stubEnv("XDG_DATA_HOME", screens.folder);
    const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const one = fakeElectron();
    await started(one, screens.folder, ["--data", screens.folder]);
    expect(one.app.paths.get("userData")).toBe(screens.folder);
    const two = fakeElectron();
    expect(printed).not.toHaveBeenCalled();
    await started(two, screens.folder, ["--demo"]);
    expect(two.app.paths.get("userData")).toBe(join(screens.folder, "Cactus-demo"));
    await vi.waitFor(() => expect(printed).toHaveBeenCalledWith("Portail: http://127.0.0.1:4780\n"));
    printed.mockRestore();
    vi.unstubAllEnvs();
  });

  it("a database that cannot be opened is said, and nothing else happens", async () => {
    const fake = fakeElectron();
    await runHost(fake.module, places(screens.folder), async () => {
      throw new Error("La base Cactus est illisible ou abîmée.");
    });
    expect(fake.errors[0]).toContain("illisible");
    expect(fake.app.exits).toEqual([1]);
    expect(fake.windows).toEqual([]);
  });

  it("quitting closes the application first, once", async () => {
    const fake = fakeElectron();
    const calls = await started(fake, screens.folder);
    const event = { preventDefault: vi.fn() };
    fake.app.emit("will-quit", event);
    await vi.waitFor(() => expect(fake.app.quits).toBe(1));
    expect(calls.close).toHaveBeenCalledTimes(1);
    fake.app.emit("will-quit", event);
    expect(event.preventDefault).toHaveBeenCalledTimes(1);
  });
});
