import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { telling } from "./dev/environment.ts";
import { originOf, serveSources } from "./dev/vite.ts";

/**
 * `npm run dev`: the Node host and its portal on the sources, without a build. Screens reload in the browser as they
 * change (Vite); the two servers start again when what they run changes, and pages with them. Options of `npm start`
 * (`--demo`, `--data DIR`, `--port N`, `--no-open`), and `--watch DIR` for one more folder. Ctrl+C ends everything.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const watched = ["main", "shared", "db", "templates", join("scripts", "dev")].map((place) =>
  join(root, place),
);
const args: string[] = [];
for (const rest = process.argv.slice(2); rest.length > 0; ) {
  const arg = rest.shift() as string;
  if (arg === "--watch") watched.push(rest.shift() ?? "");
  else args.push(arg);
}

const [staff, portal] = [await serveSources("staff"), await serveSources("portal")];
const env = {
  ...process.env,
  ...telling({
    staff: originOf(staff),
    portal: originOf(portal),
    // The browser’s cookie survives a restart.
    secret: randomBytes(32).toString("base64url"),
  }),
};

let host: ChildProcess | undefined;
let port: string | undefined;
const start = (): void => {
  // A restart listens where the browser already is, and opens no second tab.
  const again = port === undefined ? [] : ["--port", port, "--no-open"];
  const child = spawn(process.execPath, [join(root, "scripts", "dev", "host.ts"), ...args, ...again], {
    stdio: ["pipe", "pipe", "inherit"],
    env,
  });
  host = child;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    process.stdout.write(text);
    port ??= /^Cactus: http:\/\/127\.0\.0\.1:(\d+)/m.exec(text)?.[1];
  });
  child.once("exit", (code) => {
    if (host !== child) return;
    host = undefined;
    // Options refused at the first start: nothing to wait for.
    if (port === undefined && code === 2) void end(2);
    else process.stdout.write("Serveur arrêté\u00a0: il repartira au prochain changement.\n");
  });
};
const stop = async (): Promise<void> => {
  const child = host;
  host = undefined;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(late);
};

let ending = false;
const end = async (code: number): Promise<void> => {
  if (ending) return;
  ending = true;
  await stop();
  await Promise.all([staff.close(), portal.close()]);
  process.exit(code);
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void end(0));

/** One restart at a time, for all that changed meanwhile. */
let restarting: Promise<void> = Promise.resolve();
let due: NodeJS.Timeout | undefined;
const restart = (path: string): void => {
  restarting = restarting.then(async () => {
    if (ending) return;
    process.stdout.write(`Changement de ${relative(root, path)}\u00a0: le serveur redémarre.\n`);
    await stop();
    if (!ending) start();
  });
};
const served = (path: string): boolean =>
  watched.some((place) => path.startsWith(place)) &&
  /\.(ts|json|ttf)$/.test(path) &&
  !/\.(test|fixture)\.ts$/.test(path);
staff.watcher.add(watched);
staff.watcher.on("all", (_event, path) => {
  if (!served(path)) return;
  clearTimeout(due);
  due = setTimeout(restart, 100, path);
});

start();
