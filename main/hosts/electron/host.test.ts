import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { StaffClient } from "../../../shared/api/staff/index.ts";
import { aCore } from "../../../tests/builders/core.ts";
import { type App, createApp } from "../../app.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { pathInside, serveApp } from "./app-protocol.ts";
import { type FakeElectron, fakeElectron } from "./fake-electron.ts";
import { runHost, windowOptions } from "./host.ts";
import { createSystemKeychain } from "./keychain.ts";
import { menuTemplate } from "./menu.ts";
import { PORT_CHANNEL, serveOnPort } from "./port.ts";
import { isOurs, mayOpenOutside } from "./urls.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-electron-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><head></head><body></body>");
  writeFileSync(join(folder, "assets", "app.js"), "export {}");
  writeFileSync(join(folder, "secret.db"), "no");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const places = () => ({ renderer: folder, preload: "/app/preload.cjs", args: [] as string[] });
const stubApp = () => {
  const app = {
    start: vi.fn(async () => {}),
    close: vi.fn(async () => {}),
    portal: { start: vi.fn(async () => "http://127.0.0.1:4780") },
    router: {},
    contextFor: () => ({}),
  };
  return { app: app as unknown as App, calls: app };
};
const started = async (fake: FakeElectron, args: string[] = []) => {
  const { app, calls } = stubApp();
  await runHost(fake.module, { ...places(), args }, async () => app);
  return calls;
};

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
      spellcheck: false,
      plugins: true,
      devTools: false,
    });
  });

  it("opens once on our page, sandboxed, after the lock", async () => {
    const fake = fakeElectron();
    await started(fake);
    expect(fake.app.sandboxed).toBe(true);
    expect(fake.windows.map((one) => one.loaded)).toEqual([["app://cactus/index.html"]]);
    expect(fake.schemes).toMatchObject([{ scheme: "app", privileges: { standard: true, secure: true } }]);
  });

  it("lets by the switches that Electron, the system and the updater add", async () => {
    const fake = fakeElectron();
    await started(fake, ["--updated", "--no-sandbox", "--data", folder, "-psn_0_1", "--lang=fr"]);
    expect(fake.app.paths.get("userData")).toBe(folder);
    expect(fake.windows).toHaveLength(1);
  });

  it("a second start opens no database and leaves", async () => {
    const fake = fakeElectron();
    fake.app.lock = false;
    const create = vi.fn();
    await runHost(fake.module, places(), create);
    expect(create).not.toHaveBeenCalled();
    expect(fake.app.quits).toBe(1);
  });

  it("a second start brings the first window forward", async () => {
    const fake = fakeElectron();
    await started(fake);
    fake.app.emit("second-instance");
    expect(fake.windows[0]?.focused).toBe(1);
    expect(fake.windows.length).toBe(1);
  });

  it("--data is the data folder; the demonstration has its own, and its portal", async () => {
    const printed = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const one = fakeElectron();
    await started(one, ["--data", "/chosen"]);
    expect(one.app.paths.get("userData")).toBe("/chosen");
    const two = fakeElectron();
    expect(printed).not.toHaveBeenCalled();
    await started(two, ["--demo"]);
    expect(two.app.paths.get("userData")).toBe("/nowhere/Cactus-demo");
    await vi.waitFor(() => expect(printed).toHaveBeenCalledWith("Portail: http://127.0.0.1:4780\n"));
    printed.mockRestore();
  });

  it("a database that cannot be opened is said, and nothing else happens", async () => {
    const fake = fakeElectron();
    await runHost(fake.module, places(), async () => {
      throw new Error("La base Cactus est illisible ou abîmée.");
    });
    expect(fake.errors[0]).toContain("illisible");
    expect(fake.app.exits).toEqual([1]);
    expect(fake.windows).toEqual([]);
  });

  it("quitting closes the application first, once", async () => {
    const fake = fakeElectron();
    const calls = await started(fake);
    const event = { preventDefault: vi.fn() };
    fake.app.emit("before-quit", event);
    await vi.waitFor(() => expect(fake.app.quits).toBe(1));
    expect(calls.close).toHaveBeenCalledTimes(1);
    fake.app.emit("before-quit", event);
    expect(event.preventDefault).toHaveBeenCalledTimes(1);
  });
});

const hostile = [
  "https://example.com",
  "http://127.0.0.1:80/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,<b>x</b>",
  "blob:https://x/1",
  "app://autre/index.html",
  "app://cactus.evil/index.html",
  "app://cactus@evil/",
  "app://user:pw@cactus/",
  "about:blank",
  "chrome://settings",
  "view-source:app://cactus/",
  "ftp://example.com/x",
  "smb://server/share",
  "\\\\server\\share",
  "ms-msdt:/id",
  "ms-settings:",
  "vbscript:x",
  "devtools://devtools/bundled/inspector.html",
  "filesystem:app://cactus/x",
  "intent://x",
  "tel:+33491000000",
  "app:cactus",
  "app:/cactus",
  "APP://EVIL/",
  "",
  " ",
  "//evil.example",
  "cactus",
  "ws://cactus/",
  "wss://cactus/",
  "jar:file:///x",
  "about:srcdoc2",
  "https://app://cactus/",
  "app://cactus:80@evil/",
  "steam://run",
  "x-apple.systempreferences:",
  "search-ms:query=x",
  "ldap://x",
  "nfs://x",
  "ssh://x",
  "telnet://x",
  "irc://x",
  "magnet:?xt=x",
  "market://x",
  "itms-services://x",
  "zoommtg://x",
  "slack://x",
  "onenote:x",
  "ms-excel:ofe|u|http://x",
];

describe("navigation", () => {
  it.each(hostile)("stays where it is: %j", async (url) => {
    const fake = fakeElectron();
    await started(fake);
    const contents = fake.contents();
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate"]) {
      const event = { url, preventDefault: vi.fn() };
      contents.emit(name, event, url);
      expect(event.preventDefault, name).toHaveBeenCalled();
    }
    expect(isOurs(url)).toBe(false);
    expect(contents.open?.({ url })).toEqual({ action: "deny" });
    if (!url.startsWith("https://example.com")) expect(fake.opened).toEqual([]);
  });

  it("our own pages, and documents made here, are allowed", async () => {
    const fake = fakeElectron();
    await started(fake);
    const contents = fake.contents();
    const ours = { url: "app://cactus/index.html", preventDefault: vi.fn() };
    contents.emit("will-navigate", ours);
    const blob = { url: "blob:app://cactus/1234", preventDefault: vi.fn() };
    contents.emit("will-frame-navigate", blob);
    expect(ours.preventDefault).not.toHaveBeenCalled();
    expect(blob.preventDefault).not.toHaveBeenCalled();
  });

  it("an embedded browser is refused", async () => {
    const fake = fakeElectron();
    await started(fake);
    const event = { preventDefault: vi.fn() };
    fake.contents().emit("will-attach-webview", event);
    expect(event.preventDefault).toHaveBeenCalled();
  });

  it.each([
    ["https://travail-emploi.gouv.fr/x?y=1", true],
    ["mailto:contact@cfa.example.fr", true],
    ["mailto:a@b.fr?subject=x\r\nBcc:evil", false],
    ["https://user:pw@evil.example/", false],
    ["https://localhost/", false],
    ["https://evil example/", false],
    ["http://example.com/", false],
  ])("opens outside %j: %s", (url, expected) => {
    expect(mayOpenOutside(url)).toBe(expected);
  });

  it.each(hostile.filter((url) => !/^https:\/\/example\.com|^tel:/.test(url)))(
    "never opens outside %j",
    (url) => {
      expect(mayOpenOutside(url)).toBe(false);
    },
  );
});

describe("permissions and downloads", () => {
  it("denies every permission, asked or checked", async () => {
    const fake = fakeElectron();
    await started(fake);
    for (const permission of [
      "media",
      "geolocation",
      "notifications",
      "clipboard-read",
      "midi",
      "fullscreen",
      "openExternal",
    ]) {
      const answer = vi.fn();
      fake.session.request?.({}, permission, answer);
      expect(answer).toHaveBeenCalledWith(false);
    }
    expect(fake.session.check?.()).toBe(false);
    expect(fake.session.device?.()).toBe(false);
  });

  it("saves only documents made here, through the system’s dialog", async () => {
    const fake = fakeElectron();
    await started(fake);
    const item = (url: string) => ({
      getURL: () => url,
      getFilename: () => "x.pdf",
      setSaveDialogOptions: vi.fn(),
      once: vi.fn(),
    });
    const foreign = { preventDefault: vi.fn() };
    fake.session.emit("will-download", foreign, item("https://evil.example/x.exe"));
    expect(foreign.preventDefault).toHaveBeenCalled();
    const ours = { preventDefault: vi.fn() };
    const document = item("blob:app://cactus/1");
    fake.session.emit("will-download", ours, document);
    expect(ours.preventDefault).not.toHaveBeenCalled();
    expect(document.setSaveDialogOptions).toHaveBeenCalled();
  });
});

describe("app://", () => {
  it("serves the page with a nonce that its policy names", async () => {
    const response = await serveApp(folder)({ url: "app://cactus/index.html" });
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1];
    expect(response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(response.headers.get("content-security-policy")).not.toMatch(/unsafe/);
    expect(
      (await serveApp(folder)({ url: "app://cactus/assets/app.js" })).headers.get("content-type"),
    ).toContain("javascript");
  });

  const tricks = [
    "..",
    "%2e%2e",
    "%2E%2E",
    "..%2f",
    "%2e%2e%2f",
    "..%5c",
    "%252e%252e%252f",
    "....//",
    "..;/",
    "%c0%ae%c0%ae/",
    "%00",
    "\\..\\",
    "/..",
    "./..",
    "C:",
  ];
  it.each(
    tricks.flatMap((trick) => [
      `app://cactus/${trick}/secret.db`,
      `app://cactus/assets/${trick}/${trick}/etc/passwd`,
      `app://cactus/${trick}index.html/../../x`,
    ]),
  )("never leaves its folder: %s", async (url) => {
    const path = pathInside(folder, url);
    if (path !== undefined) expect(path.startsWith(folder)).toBe(true);
    const response = await serveApp(folder)({ url });
    expect([404, 200]).toContain(response.status);
    expect(await response.text()).not.toMatch(/root:|^no$/);
  });

  it.each([
    "app://cactus/secret.db",
    "app://autre/index.html",
    "https://cactus/index.html",
    "app://cactus/absent.js",
  ])("answers 404 for %s", async (url) => {
    expect((await serveApp(folder)({ url })).status).toBe(404);
  });
  it("answers 404 to anything but a reading", async () => {
    expect((await serveApp(folder)({ url: "app://cactus/index.html", method: "POST" })).status).toBe(404);
  });
});

describe("the port", () => {
  const ask = (fake: FakeElectron, frame: unknown, mainFrame: unknown): void => {
    fake.ipc.emit(PORT_CHANNEL, { senderFrame: frame, sender: { mainFrame } });
  };

  it.each([
    ["another origin", "https://evil.example/", true],
    ["a frame inside our page", "app://cactus/index.html", false],
    ["no frame any more", "", undefined],
  ])("is not given to %s", async (_who, url, main) => {
    const fake = fakeElectron();
    await started(fake);
    const frame = main === undefined ? null : { url, postMessage: vi.fn() };
    ask(fake, frame, main ? frame : { url });
    expect(frame?.postMessage ?? vi.fn()).not.toHaveBeenCalled();
  });

  it("is given to the main frame of our page", async () => {
    const fake = fakeElectron();
    await started(fake);
    const frame = { url: "app://cactus/index.html#/dossiers", postMessage: vi.fn() };
    ask(fake, frame, frame);
    expect(frame.postMessage).toHaveBeenCalledWith(PORT_CHANNEL, null, [expect.anything()]);
    const [, , ports = []] = (frame.postMessage.mock.calls[0] ?? []) as [string, null, { close(): void }[]];
    for (const port of ports) port.close();
  });

  it("carries the contract, with the bearer token of each call", async () => {
    const core = await aCore();
    const app = await createApp({
      ...core.deps.config,
      dataDir: folder,
      databaseUrl: `sqlite:${join(folder, "c.db")}`,
      host: "electron",
      keychain: createFileKeychain(folder),
    });
    const { port1, port2 } = new MessageChannel();
    serveOnPort(app, port1 as never);
    let token: string | undefined;
    const client: StaffClient = createORPCClient(
      new RPCLink({
        port: port2 as never,
        headers: () => (token ? { authorization: `Bearer ${token}` } : {}),
      }),
    );
    expect(await client.acces.etat()).toMatchObject({ premierDemarrage: true, hote: "electron" });
    await expect(client.tableau.lire()).rejects.toMatchObject({ code: "NON_CONNECTE" });
    const { jeton } = await client.acces.creerCfa({
      cfa: {
        denomination: "CFA",
        siret: "90000002700012",
        uai: "0139999Y",
        adresse: { voie: "rue", codePostal: "13001", commune: "Marseille" },
        cfaEntreprise: "non",
      },
      administrateur: {
        nom: "Agnès Morel",
        courriel: "agnes@example.fr",
        motDePasse: "le mistral souffle sur le vieux port",
      },
    });
    token = jeton;
    expect((await client.tableau.lire()).etats.invite).toBe(0);
    port1.close();
    await app.close();
    await core.close();
  });
});

describe("secrets", () => {
  it("are sealed by the system and come back", async () => {
    const fake = fakeElectron();
    const keychain = await createSystemKeychain(fake.module.safeStorage, folder, "darwin");
    await keychain.set("cle", "très secret");
    expect(readFileSync(join(folder, "secrets-systeme.json"), "utf8")).not.toContain("très secret");
    expect(await keychain.get("cle")).toBe("très secret");
    await keychain.set("cle", undefined);
    expect(await keychain.get("cle")).toBeUndefined();
    expect(keychain.protection).toContain("trousseau de macOS");
  });
  it("refuse a session whose keyring keeps plain text", async () => {
    const fake = fakeElectron();
    fake.backend = "basic_text";
    await expect(createSystemKeychain(fake.module.safeStorage, folder, "linux")).rejects.toThrow("trousseau");
  });
  it("refuse a locked keychain", async () => {
    const fake = fakeElectron();
    fake.available = false;
    await expect(createSystemKeychain(fake.module.safeStorage, folder, "win32")).rejects.toThrow(
      "indisponible",
    );
  });
});

describe("the menu", () => {
  it("is French, with developer tools only outside the package", () => {
    expect(JSON.stringify(menuTemplate("win32", true))).not.toContain("toggleDevTools");
    expect(JSON.stringify(menuTemplate("win32", false))).toContain("Outils de développement");
    expect(menuTemplate("darwin", true)[0]?.label).toBe("Cactus");
  });
});
