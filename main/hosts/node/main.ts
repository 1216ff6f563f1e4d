import { spawn } from "node:child_process";
import { createApp } from "../../app.ts";
import { announcePortal } from "../announce-portal.ts";
import { OptionError, readOptions, version } from "../options.ts";
import { createFileKeychain } from "./keychain.ts";
import { serveStaff } from "./server.ts";

/** The Node host: the staff application in the user’s browser, over loopback. */
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

const run = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const app = await createApp({
    dataDir: options.dataDir,
    databaseUrl: options.databaseUrl,
    demo: options.demo,
    host: "node",
    version,
    keychain: createFileKeychain(options.dataDir),
    log: (line) => process.stderr.write(`${line}\n`),
  });
  await app.start();
  const server = await serveStaff(app, options.port);
  process.stdout.write(`Cactus: ${server.url}\n`);
  if (options.demo) await announcePortal(app);
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

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : "Cactus n’a pas pu démarrer."}\n`);
  process.exit(error instanceof OptionError ? 2 : 1);
});
