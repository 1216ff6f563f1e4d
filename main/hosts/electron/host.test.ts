import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { abimee } from "../../../db/errors.ts";
import { aScreensFolder, aStandIn, places, started } from "./host.fixture.ts";
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
    const standIn = aStandIn(screens.folder);
    await started(standIn, screens.folder);
    const { seen, windows } = standIn;
    expect(seen.events.slice(0, 3)).toEqual(["enableSandbox", "will-finish-launching", "ready"]);
    await vi.waitFor(() =>
      expect([...windows].map((one) => one.webContents.getURL())).toEqual(["app://cactus/index.html"]),
    );
    expect(seen.schemes).toMatchObject([{ scheme: "app", privileges: { standard: true, secure: true } }]);
  });

  it("lets by the switches that Electron, the system and the updater add", async () => {
    const standIn = aStandIn(screens.folder);
    await started(standIn, screens.folder, [
      "--updated",
      "--no-sandbox",
      "--data",
      screens.folder,
      "-psn_0_1",
      "--lang=fr",
    ]);
    expect(standIn.paths.get("userData")).toBe(screens.folder);
  });

  it("a second start opens no database and leaves; the first comes forward", async () => {
    const first = aStandIn(screens.folder);
    await started(first, screens.folder);
    const [window] = first.windows;
    window?.minimize();
    const second = aStandIn(screens.folder);
    const create = vi.fn();
    await second.start(() => {
      void runHost(second.electron, { ...places(screens.folder), args: ["--data", screens.folder] }, create);
    });
    expect(await second.exited).toBe(0);
    expect(create).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(window?.isMinimized()).toBe(false), { timeout: 30_000 });
    expect(window?.isFocused()).toBe(true);
    expect(first.windows.size).toBe(1);
  });

  it("--data is the data folder; the demonstration has its own, and its portal", async () => {
    vi.stubEnv("XDG_DATA_HOME", screens.folder);
    const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const one = aStandIn(screens.folder);
    await started(one, screens.folder, ["--data", screens.folder]);
    expect(one.paths.get("userData")).toBe(screens.folder);
    expect(printed).not.toHaveBeenCalled();
    const two = aStandIn(screens.folder);
    await started(two, screens.folder, ["--demo"]);
    expect(two.paths.get("userData")).toBe(join(screens.folder, "Cactus-demo"));
    await vi.waitFor(() => expect(printed).toHaveBeenCalledWith("Portail: http://127.0.0.1:4780\n"));
    printed.mockRestore();
    vi.unstubAllEnvs();
  });

  it("a database that cannot be opened is said, and nothing else happens", async () => {
    const standIn = aStandIn(screens.folder);
    await standIn.start(() => {
      const args = ["--data", screens.folder];
      void runHost(standIn.electron, { ...places(screens.folder), args }, async () => {
        throw abimee();
      });
    });
    expect(await standIn.exited).toBe(1);
    expect(standIn.seen.errorBoxes[0]?.content).toContain("illisible");
    expect(standIn.seen.events).not.toContain("browser-window-created");
  });

  it("quitting closes the application first, once", async () => {
    const standIn = aStandIn(screens.folder);
    const calls = await started(standIn, screens.folder);
    standIn.play.quit();
    expect(await standIn.exited).toBe(0);
    expect(calls.close).toHaveBeenCalledTimes(1);
    expect(standIn.seen.events.filter((one) => one === "will-quit")).toHaveLength(2);
  });
});

describe("the entry", () => {
  it("that awaited the host would never be ready: Electron waits for the entry, the entry for Electron", async () => {
    const standIn = aStandIn(screens.folder);
    const create = vi.fn();
    await expect(
      standIn.start(async () => {
        await runHost(
          standIn.electron,
          { ...places(screens.folder), args: ["--data", screens.folder] },
          create,
        );
      }),
    ).rejects.toThrow("deadlock: entry evaluation pends on ready");
    expect(create).not.toHaveBeenCalled();
    expect(standIn.electron.app.isReady()).toBe(false);
  });
});
