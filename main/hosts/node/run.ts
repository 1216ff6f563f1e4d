import { spawn } from "node:child_process";
import type { PortalLauncher } from "../../admin/portal-process.ts";
import { createApp } from "../../app.ts";
import { type Log, silentLog } from "../../log.ts";
import { openLog } from "../../log-file.ts";
import { announcePortal } from "../announce-portal.ts";
import { type HostOptions, OptionError, readOptions, version } from "../options.ts";
import { PORT_TAKEN, portTaken } from "../port-taken.ts";
import { sayAndExit, watchProcess, whyNotStarted } from "../process-faults.ts";
import { createFileKeychain } from "./keychain.ts";
import { type StaffOptions, serveStaff } from "./server.ts";

/** What `npm run dev` changes, from outside: where the pages come from, and the portal always beside. */
export interface NodeHostOptions extends StaffOptions {
  readonly launchPortal?: PortalLauncher;
  readonly withPortal?: boolean;
}

const openBrowser = (url: string): void => {
  const [command, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : process.platform === "darwin"
        ? ["open", url]
        : ["xdg-open", url];
  const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
  // No browser to open (a server, a container): the printed address is enough.
  child.on("error", () => {});
  child.unref();
};

const run = async (options: HostOptions, log: Log, choices: NodeHostOptions): Promise<void> => {
  const app = await createApp({
    dataDir: options.dataDir,
    databaseUrl: options.databaseUrl,
    demo: options.demo,
    host: "node",
    version,
    keychain: createFileKeychain(options.dataDir),
    log,
    ...(choices.launchPortal ? { launchPortal: choices.launchPortal } : {}),
  });
  await app.start();
  const server = await serveStaff(app, options.port, choices);
  process.stdout.write(`Cactus: ${server.url}\n`);
  if (options.demo || choices.withPortal) await announcePortal(app);
  if (options.open) openBrowser(server.url);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await app.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
};

/** The Node host: the staff application in the user’s browser, over loopback. */
export const runNodeHost = async (args: readonly string[], choices: NodeHostOptions = {}): Promise<void> => {
  let log = silentLog;
  try {
    const options = readOptions(args);
    log = openLog(options.dataDir, "node");
    watchProcess(log, sayAndExit);
    await run(options, log, choices);
  } catch (error) {
    process.stderr.write(`${portTaken(error) ? PORT_TAKEN : whyNotStarted(log, error)}\n`);
    process.exit(error instanceof OptionError ? 2 : 1);
  }
};
