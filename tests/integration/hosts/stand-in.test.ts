import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createPackageWithOptions } from "@electron/asar";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { launchStandIn, type StandInProcess } from "../../electron-stand-in/client.ts";

/** A small application on the stand-in, its window in the real Chromium: what crosses the boundary, what does not. */
const fixture = join(import.meta.dirname, "..", "..", "electron-stand-in", "fixture");
const limit = { timeout: 60_000 };
let home: string;
let app: StandInProcess;
let browser: Browser | undefined;
let said: { said: string; value: unknown }[];
let output: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "cactus-fixture-"));
  said = [];
  output = "";
  browser = undefined;
});
afterEach(async () => {
  await browser?.close();
  app.child.kill("SIGKILL");
  await app.ended;
  await removeFolder(home);
});

const launch = (
  entry: string,
  settings: { saveFolder?: string; packaged?: boolean; env?: NodeJS.ProcessEnv } = {},
): StandInProcess => {
  app = launchStandIn({ entry: resolve(fixture, entry), home, ...settings });
  app.child.on("message", (message: { said: string; value: unknown }) => {
    if (message.said) said.push(message);
  });
  for (const stream of [app.child.stdout, app.child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  return app;
};
const heard = (name: string): unknown[] => said.filter((one) => one.said === name).map(({ value }) => value);
const opened = async (settings: { saveFolder?: string } = {}): Promise<Page> => {
  const { control } = launch("main.mjs", settings);
  browser = await chromium.connectOverCDP(await control.endpoint());
  const [context] = browser.contexts();
  await expect.poll(() => context?.pages().length, limit).toBe(1);
  await expect.poll(() => heard("did-finish-load"), limit).toHaveLength(1);
  const page = context?.pages()[0] as Page;
  // « beforeunload » is the main process’s to answer.
  page.on("dialog", () => {});
  return page;
};

describe("the entry", () => {
  it("that awaits ready at its top level is a deadlock, and is said", async () => {
    const { ended } = launch("deadlock.mjs");
    expect(await ended).toBe(70);
    expect(output).toContain("deadlock: entry evaluation pends on ready");
    expect(output).not.toContain("never said");
  });

  it("can neither run a script with Electron’s executable nor use what is not modelled; exit quits", async () => {
    const { ended } = launch("outside.mjs");
    expect(await ended).toBe(4);
    expect(output).toMatch(/^fork: .*runAsNode is off/m);
    expect(output).toMatch(/^spawn: .*runAsNode is off/m);
    expect(output).toMatch(/^tray: .*electron\.Tray is not modelled/m);
  });
});

describe("a packed application", () => {
  it("reads inside its archive, and starts threads, programs and processes from outside only", async () => {
    const archive = join(home, "resources", "app.asar");
    await createPackageWithOptions(join(fixture, "packed"), archive, { unpack: "unpacked.mjs" });
    const { ended } = launch(archive);
    expect(await ended).toBe(0);
    const lines = Object.fromEntries(
      output
        .trim()
        .split("\n")
        .map((line) => line.split(/: (.*)/, 2)),
    );
    const refused = (what: string) =>
      expect.stringMatching(`${what} is loaded from inside the archive: unpack it`);
    expect(lines).toEqual({
      packaged: "true 3.2.1 true",
      resources: "true",
      read: "lu dans l’archive",
      thread: refused("a thread"),
      program: refused("a program"),
      native: refused("a native module"),
      utility: refused("a utility process"),
      "unpacked thread": "started",
      "unpacked child": "started",
    });
  });
});

describe("a window", () => {
  it("shows what the protocol handler answers, at its own address, with its policy", async () => {
    const page = await opened();
    const [window] = await app.control.windows();
    expect(window).toMatchObject({ url: "app://cactus/index.html#/debut", title: "Départ", visible: true });
    expect(heard("dom-ready")).toHaveLength(1);
    expect(
      await page.evaluate(() => fetch("/echo", { method: "POST", body: "été" }).then((one) => one.text())),
    ).toBe("POST été");
    const blocked = page.waitForEvent("console");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.src = "/script.js";
      document.head.append(script);
    });
    expect((await blocked).text()).toContain("Content Security Policy");
  });

  it("goes where a listener lets it, and nowhere else", async () => {
    const page = await opened();
    await page.getByText("dehors").click();
    await expect.poll(() => heard("will-frame-navigate"), limit).toEqual(["https://evil.example/"]);
    // Refused there, it is not asked again (shell/browser/electron_navigation_throttle.cc).
    expect(heard("will-navigate")).toEqual([]);
    await page.getByText("ici").click();
    await expect.poll(async () => (await app.control.windows())[0]?.title, limit).toBe("Suite");
    expect(heard("will-navigate")).toEqual(["app://cactus/second.html"]);
    await page.getByRole("textbox", { name: "Champ" }).press("Alt+ArrowLeft");
    await expect.poll(async () => (await app.control.windows())[0]?.title, limit).toBe("Départ");
    await page.evaluate(() => {
      window.location.hash = "#/ailleurs";
    });
    await expect
      .poll(() => heard("did-navigate-in-page"), limit)
      .toEqual(["app://cactus/index.html#/ailleurs"]);
    await page.getByText("écrire").click();
    await expect.poll(() => heard("will-frame-navigate"), limit).toContain("mailto:contact@cfa.example.fr");
    await page.evaluate(() => void window.open("https://evil.example/autre"));
    await expect.poll(() => heard("open"), limit).toEqual(["https://evil.example/autre"]);
    expect(await app.control.seen("opened")).toEqual([]);
  });

  it("gives its keys to the page first, then to the menu", async () => {
    const page = await opened();
    const field = page.getByRole("textbox", { name: "Champ" });
    await field.press("Control+k");
    await expect.poll(() => heard("menu"), limit).toEqual(["palette"]);
    await page.evaluate(() => window.addEventListener("keydown", (event) => event.preventDefault()));
    await field.press("Control+k");
    await field.click({ button: "right" });
    await expect.poll(() => heard("context-menu"), limit).toEqual([{ text: "", edit: true }]);
    expect(heard("menu")).toEqual(["palette"]);
  });

  it("asks before it leaves what is typed, then closes and quits", async () => {
    const page = await opened();
    await page.getByRole("textbox", { name: "Champ" }).fill("à garder");
    await page.evaluate(() => window.addEventListener("beforeunload", (event) => event.preventDefault()));
    await app.control.play("quit");
    await expect.poll(() => app.control.seen("dialogs"), limit).toHaveLength(1);
    expect(await page.getByRole("textbox", { name: "Champ" }).inputValue()).toBe("à garder");
    expect(await app.control.seen("events")).not.toContain("will-quit");
    await app.control.answerDialog({ response: 1 });
    await app.control.play("quit");
    expect(await app.ended).toBe(0);
  });

  it("grants what the check handler grants, and makes its text larger", async () => {
    const page = await opened();
    const states = await page.evaluate(async () => {
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      return [await state("geolocation"), await state("notifications"), await state("clipboard-write")];
    });
    expect(states).toEqual(["denied", "denied", "granted"]);
    await app.control.play("menu", "Aller › Agrandir");
    await expect.poll(() => page.evaluate(() => window.innerWidth), limit).toBe(Math.round(900 / 1.2 ** 0.5));
  });

  it("without its preload is shown all the same, and said; an address that fails is refused", async () => {
    const { control } = launch("main.mjs", {
      env: { FIXTURE_PRELOAD: "./absent.cjs", FIXTURE_URL: "app://cactus/broken" },
    });
    await control.endpoint();
    await expect.poll(() => heard("preload-error"), limit).toHaveLength(1);
    await expect.poll(() => heard("rejected"), limit).toEqual(["ERR_FAILED"]);
    expect(heard("did-fail-load")).toEqual(["ERR_FAILED"]);
  });

  it("loses its ports when they are cut", async () => {
    const page = await opened();
    await page.evaluate(() => {
      window.addEventListener("message", (event) => {
        const [port] = event.ports;
        port?.addEventListener("close", () => {
          document.title = "coupé";
        });
        port?.start();
      });
      window.fixture.askPort();
    });
    await page.waitForFunction(() => document.readyState === "complete");
    await expect
      .poll(async () => {
        await app.control.cutPorts();
        return heard("port");
      }, limit)
      .toEqual(["closed"]);
    await expect.poll(async () => (await app.control.windows())[0]?.title, limit).toBe("coupé");
  });

  it("tells when its renderer has crashed", async () => {
    await opened();
    await app.control.crash();
    await expect.poll(() => heard("render-process-gone"), limit).toEqual(["crashed"]);
  });

  it("saves a document of the page where the dialog says", async () => {
    const page = await opened({ saveFolder: join(home, "enregistrements") });
    const arrived = page.waitForEvent("download");
    await page.evaluate(() => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["%PDF-1.7"]));
      link.download = "CERFA.pdf";
      link.click();
    });
    await arrived;
    const path = join(home, "enregistrements", "CERFA.pdf");
    await expect.poll(() => heard("downloaded"), limit).toEqual([{ state: "completed", path }]);
    expect(heard("download")).toMatchObject([
      { url: expect.stringMatching(/^blob:app:\/\/cactus\//), name: "CERFA.pdf" },
    ]);
    expect(readFileSync(path, "utf8")).toBe("%PDF-1.7");
  });
});

interface Fixture {
  readonly refused: string;
  readonly platform: string;
  readonly money: { cents: number; text?: unknown };
  double(value: unknown): Promise<unknown>;
  say(...values: unknown[]): Promise<unknown[]>;
  fail(): void;
  call(callback: (text: string) => unknown): unknown;
  symbol(): unknown;
  askPort(): void;
}
declare global {
  interface Window {
    readonly fixture: Fixture;
  }
}

describe("the preload", () => {
  it("runs sandboxed in its own world, and hands over copies", async () => {
    const page = await opened();
    const seen = await page.evaluate(async () => {
      const message = (work: () => unknown): string => {
        try {
          work();
          return "";
        } catch (error) {
          return `${(error as Error).name}: ${(error as Error).message}`;
        }
      };
      const { fixture } = window;
      return {
        refused: fixture.refused,
        platform: fixture.platform,
        require: typeof (globalThis as { require?: unknown }).require,
        money: [fixture.money.cents, typeof fixture.money.text],
        frozen: Object.isFrozen(fixture) && Object.isFrozen(fixture.money),
        double: await fixture.double(21),
        rejected: await fixture.double("non").then(String, (error: Error) => error.message),
        fail: message(() => fixture.fail()),
        call: fixture.call((text) => `${text} rendu`),
        symbol: message(() => fixture.symbol()),
      };
    });
    expect(seen).toEqual({
      refused: "module not found: node:fs",
      platform: process.platform,
      require: "undefined",
      money: [5, "undefined"],
      frozen: true,
      double: 42,
      rejected: "Error invoking remote method 'double': TypeError: refusé",
      fail: "Error: trop",
      call: "appelé rendu",
      symbol: expect.stringContaining("cannot cross"),
    });
  });

  it("sends plain values, and refuses what Electron cannot clone", async () => {
    const page = await opened();
    const back = await page.evaluate(async () => {
      const [date, map, bytes, none] = await window.fixture.say(
        new Date(0),
        new Map([["a", new Set([1])]]),
        new Uint8Array([1, 255]),
        undefined,
      );
      const refused = await Promise.resolve()
        .then(() => window.fixture.say(new Blob(["x"])))
        .catch((error: Error) => error.message);
      return {
        date: (date as Date).getTime(),
        map: (map as Map<string, Set<number>>).get("a")?.has(1),
        bytes: [...(bytes as Uint8Array)],
        none: none === undefined,
        refused,
      };
    });
    expect(back).toEqual({
      date: 0,
      map: true,
      bytes: [1, 255],
      none: true,
      refused: "An object could not be cloned.",
    });
    expect(heard("ipc")).toEqual([
      {
        values: ["[object Date]", "[object Map]", "[object Uint8Array]", "[object Undefined]"],
        frame: "app://cactus/index.html#/debut",
      },
    ]);
  });

  it("passes on a real port, through which other ports pass; a reload closes it", async () => {
    const page = await opened();
    const through = await page.evaluate(async () => {
      const message = new Promise<MessageEvent>((resolve) =>
        window.addEventListener("message", (event) => event.ports[0] && resolve(event)),
      );
      window.fixture.askPort();
      const { data, ports, source } = await message;
      const port = ports[0] as MessagePort;
      const next = (from: MessagePort): Promise<unknown> =>
        new Promise((resolve) => {
          from.onmessage = (event) => resolve(event.data);
        });
      const echo = next(port);
      port.postMessage({ list: [1, new Date(5)] });
      const echoed = (await echo) as { list: [number, Date] };
      const channel = new MessageChannel();
      const inner = next(channel.port1);
      port.postMessage("un port", [channel.port2]);
      channel.port1.postMessage("dedans");
      return { data, own: source === window, echoed: echoed.list[1].getTime(), inner: await inner };
    });
    expect(through).toEqual({ data: { hello: 1 }, own: true, echoed: 5, inner: "reçu dedans" });
    await page.reload();
    await expect.poll(() => heard("port"), limit).toEqual(["closed"]);
    expect(existsSync(home)).toBe(true);
  });
});
