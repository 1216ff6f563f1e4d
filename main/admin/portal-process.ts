import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onDisk } from "../on-disk.ts";

/** The portal’s process as its parent sees it, whatever started it. */
export interface PortalProcess {
  onOutput(listener: (text: string) => void): void;
  onErrors(listener: (text: string) => void): void;
  /** With the exit code, when the system gives one. */
  onExit(listener: (code: number | undefined) => void): void;
  stop(): void;
}

/** Starts `entry` (a file) with these arguments and this whole environment. */
export type PortalLauncher = (
  entry: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) => PortalProcess;

/** What the portal’s process says of itself, on one stream or the other, is on a line that begins so. */
const SAYS = "Portail: ";

/** Its last words. Whatever else is found on its standard error was left by its runtime, and is not for a screen. */
export const sayLastWords = (sentence: string): void => {
  process.stderr.write(`${SAYS}${sentence}\n`);
};
export const lastWordsIn = (errors: string): string | undefined =>
  errors
    .split("\n")
    .findLast((line) => line.startsWith(SAYS))
    ?.slice(SAYS.length);

/** Beside the sources, or beside the bundle. */
export const portalEntry = (): string =>
  fileURLToPath(
    onDisk(
      new URL(import.meta.url.endsWith(".ts") ? "../hosts/portal/main.ts" : "./portal.js", import.meta.url),
    ),
  );

/** Under Node. Its standard input stays open as long as we live: the portal never outlives a killed application. */
export const spawnPortal: PortalLauncher = (entry, args, env) => {
  const child = spawn(process.execPath, [entry, ...args, "--lie"], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...env },
  });
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  return {
    onOutput: (listener) => child.stdout.on("data", listener),
    onErrors: (listener) => child.stderr.on("data", listener),
    onExit: (listener) => {
      child.once("exit", (code) => listener(code ?? undefined));
      child.once("error", () => listener(undefined));
    },
    stop: () => child.kill("SIGTERM"),
  };
};
