import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { removeFolder } from "../../scripts/remove-folder.ts";
import { createElectronStandIn, type ElectronStandIn, type Settings } from "./index.ts";

/** The stand-in refuses what Electron refuses: a double more lenient than the thing hides what it would say. */
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cactus-strict-"));
});
afterEach(() => removeFolder(home));

const aStandIn = (settings: Settings = {}): ElectronStandIn =>
  createElectronStandIn({ platform: "linux", home, ...settings });
const ready = async (settings: Settings = {}): Promise<ElectronStandIn> => {
  const standIn = aStandIn(settings);
  await standIn.start(() => {});
  return standIn;
};
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("ready", () => {
  it("waits for the evaluation of the entry", async () => {
    const standIn = aStandIn();
    const { app } = standIn.electron;
    const order: string[] = [];
    app.on("will-finish-launching", () => order.push("will-finish-launching"));
    app.on("ready", () => order.push("ready"));
    void app.whenReady().then(() => order.push("whenReady"));
    await standIn.start(async () => {
      order.push("evaluating");
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(app.isReady()).toBe(false);
      order.push("evaluated");
    });
    await turn();
    expect(order).toEqual(["evaluating", "evaluated", "will-finish-launching", "ready", "whenReady"]);
  });

  it("never comes to an entry that awaits it", async () => {
    const standIn = aStandIn();
    const { app } = standIn.electron;
    const after = vi.fn();
    await expect(
      standIn.start(async () => {
        await app.whenReady();
        after();
      }),
    ).rejects.toThrow("deadlock: entry evaluation pends on ready");
    expect(app.isReady()).toBe(false);
    expect(after).not.toHaveBeenCalled();
  });
});

describe("before ready", () => {
  const refused: readonly [string, (electron: ElectronStandIn["electron"]) => unknown, RegExp][] = [
    [
      "a window",
      ({ BrowserWindow }) => new BrowserWindow(),
      /Cannot create BrowserWindow before app is ready/,
    ],
    ["a session", ({ session }) => session.defaultSession, /Session can only be received when app is ready/],
    ["a protocol handler", ({ protocol }) => protocol.handle("app", () => new Response()), /app is ready/],
    [
      "a notification",
      ({ Notification }) => new Notification({ title: "x" }),
      /Cannot create Notification before/,
    ],
    ["screen", ({ screen }) => screen.getPrimaryDisplay(), /'screen' module can't be used before/],
    [
      "powerMonitor",
      ({ powerMonitor }) => powerMonitor.on("resume", () => {}),
      /'powerMonitor' module can't/,
    ],
    [
      "a utility process",
      ({ utilityProcess }) => utilityProcess.fork("/x.js"),
      /utilityProcess cannot be created/,
    ],
    ["a sealed text", ({ safeStorage }) => safeStorage.encryptString("x"), /Encryption is not available/],
  ];
  it.each(refused)("%s is refused", (_name, ask, words) => {
    expect(() => ask(aStandIn().electron)).toThrow(words);
  });
  it("a message box is refused, an error box is shown", async () => {
    const { electron, seen } = aStandIn();
    await expect(electron.dialog.showMessageBox({ message: "x" })).rejects.toThrow("after app is ready");
    electron.dialog.showErrorBox("Titre", "Texte");
    expect(seen.errorBoxes).toEqual([{ title: "Titre", content: "Texte" }]);
  });
  it("the secret store of Linux is unknown", () => {
    expect(aStandIn().electron.safeStorage.getSelectedStorageBackend()).toBe("unknown");
  });
});

describe("after ready", () => {
  it("scheme privileges, the sandbox and the data folder come too late", async () => {
    const { electron } = await ready();
    expect(() => electron.protocol.registerSchemesAsPrivileged([{ scheme: "app" }])).toThrow(
      "should be called before app is ready",
    );
    expect(() => electron.app.enableSandbox()).toThrow("before app is ready");
    expect(() => electron.app.setPath("userData", home)).toThrow("after ready");
  });
  it("privileges are registered once", () => {
    const { electron } = aStandIn();
    electron.protocol.registerSchemesAsPrivileged([{ scheme: "app" }]);
    expect(() => electron.protocol.registerSchemesAsPrivileged([{ scheme: "b" }])).toThrow("twice");
  });
  it("a language that Chromium does not know is refused; on macOS nothing is done", async () => {
    const { electron } = await ready();
    expect(() => electron.session.defaultSession.setSpellCheckerLanguages(["fr-XX"])).toThrow(
      "not a valid language",
    );
    const mac = await ready({ platform: "darwin" });
    mac.electron.session.defaultSession.setSpellCheckerLanguages(["fr-XX"]);
    expect(mac.seen.spellLanguages).toEqual([]);
  });
});

describe("what is not modelled", () => {
  it("throws instead of answering undefined", async () => {
    const { electron } = await ready();
    expect(() => (electron as never as { Tray: unknown }).Tray).toThrow("not modelled");
    expect(() =>
      (electron.app as never as { moveToApplicationsFolder(): void }).moveToApplicationsFolder(),
    ).toThrow("not modelled");
    expect(() => electron.app.on("will-never-happen" as "quit", () => {})).toThrow("not modelled");
    const window = new electron.BrowserWindow({ show: false });
    expect(() => window.setVibrancy("sheet")).toThrow("not modelled");
    expect(() => window.webContents.on("paint", () => {})).toThrow("not modelled");
  });
  it("a method of another system’s is no function here", async () => {
    const { electron } = await ready();
    expect(() => electron.app.setUserTasks([])).toThrow(TypeError);
    expect(electron.app.dock).toBeUndefined();
    expect(() => new electron.BrowserWindow().setOverlayIcon(null, "")).toThrow(TypeError);
  });
});

describe("quitting", () => {
  const life = async () => {
    const standIn = await ready();
    standIn.seen.events.length = 0;
    const window = new standIn.electron.BrowserWindow({ show: false });
    standIn.seen.events.length = 0;
    return { ...standIn, window };
  };
  it("goes before-quit, close, closed, will-quit, quit", async () => {
    const { electron, exited, seen, window } = await life();
    electron.app.quit();
    expect(await exited).toBe(0);
    expect(seen.events).toEqual(["before-quit", "window close", "window closed", "will-quit", "quit"]);
    expect(window.isDestroyed()).toBe(true);
    expect(() => window.getTitle()).toThrow("Object has been destroyed");
  });
  it.each(["before-quit", "will-quit"] as const)("%s can be refused, and asked again", async (name) => {
    const { electron, exited, seen } = await life();
    electron.app.once(name as "before-quit", (event) => event.preventDefault());
    electron.app.quit();
    await turn();
    expect(seen.events).not.toContain("quit");
    electron.app.quit();
    expect(await exited).toBe(0);
    expect(seen.events.filter((one) => one === name)).toHaveLength(2);
  });
  it("a window that refuses to close keeps the application", async () => {
    const { electron, seen, window } = await life();
    window.once("close", (event) => event.preventDefault());
    electron.app.quit();
    await turn();
    expect(seen.events).toEqual(["before-quit", "window close"]);
    expect(window.isDestroyed()).toBe(false);
  });
  it("exit() asks nobody", async () => {
    const { electron, exited, seen, window } = await life();
    window.on("close", (event) => event.preventDefault());
    electron.app.exit(3);
    expect(await exited).toBe(3);
    expect(seen.events).toEqual(["window closed", "quit"]);
  });
  it("the last window closed quits, unless the application listens", async () => {
    const alone = await life();
    alone.window.close();
    expect(await alone.exited).toBe(0);
    const kept = await life();
    kept.electron.app.on("window-all-closed", () => {});
    kept.window.close();
    await turn();
    expect(kept.seen.events).toEqual(["window close", "window closed", "window-all-closed"]);
  });
});

describe("one instance", () => {
  it("the second is told no, and the first hears its command line after ready", async () => {
    const first = aStandIn();
    expect(first.electron.app.requestSingleInstanceLock()).toBe(true);
    const heard = new Promise<unknown[]>((resolve) =>
      first.electron.app.on("second-instance", (_event, argv, folder, data) =>
        resolve([argv.at(-1), folder, data]),
      ),
    );
    await first.start(() => {});
    const second = aStandIn({ args: ["cactus://dossier/D2026-00042"] });
    expect(second.electron.app.requestSingleInstanceLock({ link: 1 })).toBe(false);
    expect(await heard).toEqual(["cactus://dossier/D2026-00042", process.cwd(), { link: 1 }]);
    first.electron.app.exit();
    expect(second.electron.app.requestSingleInstanceLock()).toBe(true);
    second.electron.app.releaseSingleInstanceLock();
  });
  it("each data folder has its own", () => {
    const first = aStandIn();
    const other = aStandIn();
    other.electron.app.setPath("userData", join(home, "other"));
    expect(first.electron.app.requestSingleInstanceLock()).toBe(true);
    expect(other.electron.app.requestSingleInstanceLock()).toBe(true);
    for (const one of [first, other]) one.electron.app.releaseSingleInstanceLock();
  });
});

describe("message ports", () => {
  const pair = async () => {
    const { electron } = await ready();
    const { port1, port2 } = new electron.MessageChannelMain();
    const received: unknown[] = [];
    port2.on("message", (event) => received.push(event.data));
    return { electron, port1, port2, received };
  };
  class Money {
    cents = 5;
    text(): string {
      return `${this.cents}`;
    }
  }
  it("deliver nothing before start()", async () => {
    const { port1, port2, received } = await pair();
    port1.postMessage("one");
    await turn();
    expect(received).toEqual([]);
    port2.start();
    await turn();
    expect(received).toEqual(["one"]);
  });
  it("carry plain values, and leave prototypes behind", async () => {
    const { port1, port2, received } = await pair();
    port2.start();
    const sent = {
      text: "é",
      none: undefined,
      nothing: null,
      list: [1, undefined, 3],
      day: new Date(0),
      map: new Map([["a", new Set([1n])]]),
      bytes: new Uint8Array([1, 255]),
      infinite: -Infinity,
    };
    const loop: Record<string, unknown> = { sent };
    loop.self = loop;
    port1.postMessage(loop);
    port1.postMessage(new Money());
    await turn();
    const [first, second] = received as [{ sent: typeof sent; self: unknown }, Money];
    expect(first.sent).toEqual(sent);
    expect(first.self).toBe(first);
    expect(second).toEqual({ cents: 5 });
    expect(second.text).toBeUndefined();
  });
  it.each<[string, () => unknown]>([
    ["a function", () => ({ f: () => {} })],
    ["a promise", () => Promise.resolve()],
    ["a symbol", () => Symbol("x")],
    ["a proxy", () => ({ deep: [new Proxy({}, {})] })],
    ["a Blob", () => new Blob(["x"])],
    ["a File", () => new File(["x"], "x.pdf")],
    ["a WeakMap", () => new WeakMap()],
    ["a Request", () => new Request("https://example.fr")],
  ])("refuse %s", async (_name, made) => {
    const { port1 } = await pair();
    expect(() => port1.postMessage(made())).toThrow("An object could not be cloned");
  });
  it("say when the other end is gone", async () => {
    const { port1, port2 } = await pair();
    const closed = new Promise<void>((resolve) => port2.once("close", resolve));
    port2.start();
    port1.close();
    await closed;
  });
  it("are neutered once transferred, and never sent through themselves", async () => {
    const { electron, port1, port2 } = await pair();
    const other = new electron.MessageChannelMain();
    const arrived = new Promise<Electron.MessagePortMain>((resolve) =>
      port2.once("message", (event) => resolve(event.ports[0] as Electron.MessagePortMain)),
    );
    port2.start();
    port1.postMessage(null, [other.port2]);
    const moved = await arrived;
    const heard = new Promise((resolve) => moved.once("message", (event) => resolve(event.data)));
    moved.start();
    other.port1.postMessage("through");
    expect(await heard).toBe("through");
    expect(() => port1.postMessage(null, [other.port2])).toThrow("already neutered");
    expect(() => port1.postMessage(null, [port1])).toThrow("contains the source port");
  });
});

describe("menus", () => {
  it.each<[string, Electron.MenuItemConstructorOptions[], RegExp]>([
    ["an unknown role", [{ role: "quitter" as "quit" }], /unknown menu role/],
    ["another system’s role", [{ role: "services" }], /only on darwin/],
    ["a shortcut that never fires", [{ label: "x", accelerator: "CmdOrControl+K" }], /Invalid accelerator/],
    ["an unknown type", [{ label: "x", type: "switch" as "normal" }], /Unknown menu item type/],
    ["an item without a label", [{}], /at least one of label, role or type/],
    ["a submenu without items", [{ label: "x", type: "submenu" }], /Invalid submenu/],
    [
      "twice an id",
      [
        { label: "x", id: "a" },
        { label: "y", id: "a" },
      ],
      /two menu items/,
    ],
  ])("refuse %s", (_name, template, words) => {
    expect(() => aStandIn().electron.Menu.buildFromTemplate(template)).toThrow(words);
  });
  it("play a click, a shortcut, and refuse a greyed item", async () => {
    const { electron, play } = await ready();
    const click = vi.fn();
    electron.Menu.setApplicationMenu(
      electron.Menu.buildFromTemplate([
        {
          label: "Fichier",
          submenu: [
            { label: "Ouvrir", accelerator: "CmdOrCtrl+O", click },
            { label: "Fermer", enabled: false },
          ],
        },
      ]),
    );
    play.menu("Fichier › Ouvrir");
    expect(play.key({ key: "o", control: true })).toBe(true);
    expect(play.key({ key: "o" })).toBe(false);
    expect(click).toHaveBeenCalledTimes(2);
    expect(() => play.menu("Fichier › Fermer")).toThrow("greyed");
  });
});

describe("downloads", () => {
  it("ask where, unless a listener has said it; a refusal cancels", async () => {
    const { electron, seen, answers, play } = await ready();
    const states: string[] = [];
    electron.session.defaultSession.on("will-download", (event, item) => {
      if (item.getURL().startsWith("https:")) event.preventDefault();
      if (item.getFilename() === "set.pdf") item.setSavePath(join(home, "set.pdf"));
      item.once("done", (_event, state) => states.push(`${item.getFilename()} ${state}`));
    });
    await play.download({ url: "https://evil.example/x.exe", filename: "x.exe" });
    await play.download({ url: "blob:app://cactus/1", filename: "set.pdf" });
    await play.download({ url: "blob:app://cactus/2", filename: "asked.pdf" });
    answers.saves.push(join(home, "chosen.pdf"));
    await play.download({ url: "blob:app://cactus/3", filename: "chosen.pdf" }, async () => {
      throw new Error("no space");
    });
    expect(states).toEqual([
      "x.exe cancelled",
      "set.pdf completed",
      "asked.pdf cancelled",
      "chosen.pdf interrupted",
    ]);
    expect(seen.dialogs.map((one) => one.options.defaultPath)).toEqual(["asked.pdf", "chosen.pdf"]);
  });
});

describe("secrets", () => {
  it("are read again by another start of the application", async () => {
    const sealed = await (await ready()).electron.safeStorage.encryptStringAsync("très secret");
    expect(sealed.toString("latin1")).not.toContain("secret");
    expect((await (await ready()).electron.safeStorage.decryptStringAsync(sealed)).result).toBe(
      "très secret",
    );
    await expect((await ready()).electron.safeStorage.decryptStringAsync(Buffer.from("x"))).rejects.toThrow();
  });
});
