import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  _electron,
  type Browser,
  type BrowserContext,
  test as base,
  chromium,
  expect,
  type Page,
} from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { removeFolder } from "../../scripts/remove-folder.ts";
import { launchStandIn } from "../electron-stand-in/client.ts";
import type { Control } from "../electron-stand-in/control.ts";

const root = join(import.meta.dirname, "..", "..");
// npm’s link to it is a batch file on Windows, which no process starts without a shell: there, the runner’s own Node.
const node = process.platform === "win32" ? process.execPath : join(root, "node_modules", ".bin", "node");

/** A real SMTP server on loopback that keeps what it receives. */
export interface Sink {
  readonly port: number;
  readonly mails: { to: string; mail: ParsedMail }[];
  /** The newest mail to an address whose subject or text has these words. */
  waitFor(to: string, words: string | RegExp): Promise<ParsedMail>;
  close(): Promise<void>;
}

export const startSink = async (): Promise<Sink> => {
  const mails: Sink["mails"] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onAuth: (_auth, _session, done) => done(null, { user: "test" }),
    allowInsecureAuth: true,
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        (mail) => {
          for (const { address } of session.envelope.rcptTo) mails.push({ to: address.toLowerCase(), mail });
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const find = (to: string, words: string | RegExp): ParsedMail | undefined =>
    mails.findLast(({ to: recipient, mail }) => {
      const text = `${mail.subject ?? ""}\n${mail.text ?? ""}`;
      return (
        recipient === to.toLowerCase() &&
        (typeof words === "string" ? text.includes(words) : words.test(text))
      );
    })?.mail;
  return {
    port: typeof address === "object" && address ? address.port : 0,
    mails,
    waitFor: async (to, words) => {
      await expect
        .poll(() => find(to, words) !== undefined, {
          message: `mail to ${to} about ${words}`,
          timeout: 120_000,
        })
        .toBe(true);
      return find(to, words) as ParsedMail;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** The staff application started as `npm start` does, on a data folder of its own. */
export interface StaffApp {
  readonly dataDir: string;
  readonly portalUrl?: string;
  /** The system around the window, where it is a stand-in’s. */
  readonly system?: Control;
  /** Its first screen: in this tab under the Node host, in its own window under Electron. */
  open(tab: Page): Promise<Page>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Applications of the current journey: one that failed half-way leaves none behind, nor its ports. */
const running = new Set<() => Promise<void>>();

/** What a host says on its standard output: « Cactus: <url> », « Portail: <url> ». */
const follow = (child: ChildProcess) => {
  const said = { out: "", errors: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said.errors += text;
  });
  const line = (name: string): string | undefined => new RegExp(`^${name}: (\\S+)$`, "m").exec(said.out)?.[1];
  return {
    line,
    until: async (names: readonly string[]): Promise<void> => {
      await expect
        .poll(() => child.exitCode !== null || names.every((name) => line(name)), {
          message: "the application starts",
          timeout: 300_000,
        })
        .toBe(true);
      if (child.exitCode !== null) throw new Error(`the application stopped: ${said.errors}`);
    },
  };
};

const stopper = (child: ChildProcess): StaffApp["stop"] => {
  const stop: StaffApp["stop"] = async (signal = "SIGTERM") => {
    running.delete(stop);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await gone;
  };
  running.add(stop);
  return stop;
};

const startNodeHost = async (dataDir: string, extra: readonly string[]): Promise<StaffApp> => {
  const child = spawn(node, ["main/hosts/node/main.ts", "--data", dataDir, "--no-open", ...extra], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = stopper(child);
  const { line, until } = follow(child);
  await until(extra.includes("--demo") ? ["Cactus", "Portail"] : ["Cactus"]);
  const portalUrl = line("Portail");
  return {
    dataDir,
    ...(portalUrl ? { portalUrl } : {}),
    open: async (tab) => {
      await tab.goto(line("Cactus") as string);
      return tab;
    },
    stop,
  };
};

const startElectron = async (
  binary: string,
  dataDir: string,
  extra: readonly string[],
): Promise<StaffApp> => {
  const electron = await _electron.launch({
    executablePath: binary,
    // Chromium’s sandbox refuses root, which is who runs a container’s tests.
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), root, "--data", dataDir, ...extra],
    cwd: root,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    acceptDownloads: true,
  });
  const child = electron.process();
  const stop = stopper(child);
  const { line, until } = follow(child);
  const window = await electron.firstWindow();
  await until(extra.includes("--demo") ? ["Portail"] : []);
  const portalUrl = line("Portail");
  return { dataDir, ...(portalUrl ? { portalUrl } : {}), open: async () => window, stop };
};

/** Electron’s stand-in: the built application, its window in the Chromium that Playwright attaches to. */
const startStandIn = async (dataDir: string, extra: readonly string[]): Promise<StaffApp> => {
  const { child, control, ended } = launchStandIn({
    args: ["--data", dataDir, ...extra],
    home: join(dataDir, "poste"),
    saveFolder: join(dataDir, "enregistrements"),
  });
  const { line, until } = follow(child);
  const browser = await Promise.race([
    control.endpoint().then((endpoint) => chromium.connectOverCDP(endpoint)),
    until(["never said"]),
  ]);
  if (!browser) throw new Error("the application has no window");
  const [context] = browser.contexts();
  await expect.poll(() => context?.pages().length, { timeout: 60_000 }).toBeGreaterThan(0);
  const page = context?.pages()[0] as Page;
  await page.setViewportSize({ width: 1280, height: 800 });
  page.setDefaultTimeout(45_000);
  // « beforeunload » is the main process’s to answer (will-prevent-unload): Playwright would answer it first.
  page.on("dialog", () => {});
  await until(extra.includes("--demo") ? ["Portail"] : []);
  const portalUrl = line("Portail");
  const stop: StaffApp["stop"] = async (signal = "SIGTERM") => {
    running.delete(stop);
    if (child.exitCode !== null || child.signalCode !== null) return;
    await browser.close();
    if (signal === "SIGTERM") await control.leave();
    else child.kill(signal);
    await ended;
  };
  running.add(stop);
  return { dataDir, ...(portalUrl ? { portalUrl } : {}), system: control, open: async () => page, stop };
};

/**
 * The host of the project that runs: « node » in Playwright’s own Chromium; « electron » in the real one where
 * `npm test` found its binary (CACTUS_ELECTRON), else on its stand-in.
 */
export const startStaffApp = (dataDir: string, extra: readonly string[] = []): Promise<StaffApp> => {
  if (base.info().project.name !== "electron") return startNodeHost(dataDir, extra);
  const binary = process.env.CACTUS_ELECTRON;
  return binary ? startElectron(binary, dataDir, extra) : startStandIn(dataDir, extra);
};

export const temporaryFolder = (): { path: string; remove: () => Promise<void> } => {
  const path = mkdtempSync(join(tmpdir(), "cactus-journey-"));
  return { path, remove: () => removeFolder(path) };
};

/** Text of a PDF as a reader would copy it. */
export const pdfText = (bytes: Buffer): string => {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: bytes, encoding: "utf8" });
};

/** `npm run cactus -- …` on a data folder: its standard output. */
export const cactus = (...args: string[]): string =>
  execFileSync(node, ["main/hosts/cli.ts", ...args], { cwd: root, encoding: "utf8" });

export interface Fixtures {
  readonly folder: string;
  readonly sink: Sink;
}
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter’s shape.
  folder: async ({}, use, { project }) => {
    const folder = temporaryFolder();
    // Several hosts on one folder (the command line, what prepares the data): under Electron the key is in the
    // system’s keychain, which they cannot open. It is given to all, as for a shared database.
    if (project.name === "electron") process.env.CACTUS_CLE = Buffer.alloc(32, 7).toString("base64");
    await use(folder.path);
    await Promise.all([...running].map((stop) => stop()));
    await folder.remove();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter’s shape.
  sink: async ({}, use) => {
    const sink = await startSink();
    await use(sink);
    await sink.close();
  },
});
export { type Browser, type BrowserContext, expect, type Page };
