import { type ChildProcess, spawn } from "node:child_process";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Contents } from "../core/contents.ts";
import type { StandInSession } from "../core/session.ts";
import type { World } from "../core/world.ts";
import { Cdp } from "./cdp.ts";
import { fromPage } from "./urls.ts";

/** Kept before the launcher refuses Node’s own. */
const start = spawn;

const types: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".zip": "application/zip",
  ".csv": "text/csv",
  ".json": "application/json",
};

export interface Browser {
  readonly cdp: Cdp;
  /** Where Playwright attaches. */
  readonly endpoint: string;
  close(): Promise<void>;
  /** The session of a target that waits to be let go, by its target. */
  attached(targetId: string): Promise<string>;
}

export interface BrowserSettings {
  readonly executable: string;
  /** Its profile: in the session data of the application, as Electron’s own. */
  readonly profile: string;
  /** A descriptor that takes what the browser and its processes say, open for as long as one of them lives. */
  readonly lifeline?: number;
}

/** A download of the real Chromium, handed to will-download; the file is taken from where the browser put it. */
const followDownloads = async (
  cdp: Cdp,
  world: World,
  session: StandInSession,
  folder: string,
  contentsOf: (frameId: string) => Contents | undefined,
): Promise<void> => {
  interface Progress {
    guid: string;
    state: "inProgress" | "completed" | "canceled";
    filePath?: string;
  }
  const running = new Map<string, PromiseWithResolvers<string>>();
  cdp.on(
    "Browser.downloadWillBegin",
    (event: { guid: string; url: string; suggestedFilename: string; frameId: string }) => {
      const { guid, url, suggestedFilename: filename, frameId } = event;
      const arrived = Promise.withResolvers<string>();
      arrived.promise.catch(() => {});
      running.set(guid, arrived);
      void session.download(
        {
          url: fromPage(world, url),
          filename,
          mimeType: types[extname(filename).toLowerCase()] ?? "application/octet-stream",
          bytes: 0,
        },
        {
          save: async (path) => copyFile(await arrived.promise, path),
          cancel: () => void cdp.send("Browser.cancelDownload", { guid }).catch(() => {}),
        },
        contentsOf(frameId),
      );
    },
  );
  cdp.on("Browser.downloadProgress", ({ guid, state, filePath }: Progress) => {
    if (state === "completed") running.get(guid)?.resolve(filePath ?? join(folder, guid));
    if (state === "canceled") running.get(guid)?.reject(new Error("cancelled"));
  });
  await cdp.send("Browser.setDownloadBehavior", {
    behavior: "allowAndName",
    downloadPath: folder,
    eventsEnabled: true,
  });
};

export const startBrowser = async (
  settings: BrowserSettings,
  world: World,
  session: StandInSession,
  contentsOf: (frameId: string) => Contents | undefined,
): Promise<Browser> => {
  const downloads = `${settings.profile}-downloads`;
  for (const folder of [settings.profile, downloads]) await mkdir(folder, { recursive: true });
  // chrome/browser/devtools: written once the debugging port is open; a former one would be believed.
  const portFile = join(settings.profile, "DevToolsActivePort");
  await rm(portFile, { force: true });
  const child: ChildProcess = start(
    settings.executable,
    [
      "--headless=new",
      "--remote-debugging-pipe",
      "--remote-debugging-port=0",
      `--user-data-dir=${settings.profile}`,
      "--no-startup-window",
      "--no-first-run",
      "--disable-gpu",
      "--disable-back-forward-cache",
      // docs/tutorial/message-ports.md, « Extension: close event »: Electron’s ports have it, the web’s not yet.
      "--enable-blink-features=MessagePortCloseEvent",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-features=Translate,HttpsUpgrades",
      "--password-store=basic",
      "--lang=fr-FR",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
    {
      stdio: ["ignore", "ignore", settings.lifeline ?? "inherit", "pipe", "pipe"],
      env: { ...process.env, LANGUAGE: "fr", TZ: "Europe/Paris" },
    },
  );
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let failed: Error | undefined;
  child.once("exit", (code, signal) => {
    failed = new Error(`Chromium does not start (${code ?? signal})`);
  });
  child.once("error", (error) => {
    failed = error;
  });
  let endpoint: string | undefined;
  while (!endpoint) {
    if (failed) throw failed;
    const [, port, path] = /^(\d+)\n(\/\S+)$/.exec(await readFile(portFile, "utf8").catch(() => "")) ?? [];
    if (port) endpoint = `ws://127.0.0.1:${port}${path}`;
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  await followDownloads(cdp, world, session, downloads, contentsOf);
  const sessions = new Map<string, PromiseWithResolvers<string>>();
  const sessionOf = (targetId: string): PromiseWithResolvers<string> => {
    const known = sessions.get(targetId) ?? Promise.withResolvers<string>();
    sessions.set(targetId, known);
    return known;
  };
  return {
    cdp,
    endpoint,
    close: async () => {
      await cdp.send("Browser.close").catch(() => {});
      child.kill("SIGKILL");
      await gone;
      await rm(downloads, { recursive: true, force: true });
    },
    attached: (targetId) => sessionOf(targetId).promise,
  };
};
