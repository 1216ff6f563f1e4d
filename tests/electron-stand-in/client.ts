import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { chromiumPath } from "../../scripts/system.ts";
import type { Control } from "./control.ts";

const root = join(import.meta.dirname, "..", "..");
/** The descriptor that the stand-in shares with its browser, which may outlive it a moment. */
const LIFELINE = 4;
/** The project’s own Node, whichever runs the tests. */
const node = join(root, "node_modules", ".bin", "node");

export interface StandInProcess {
  readonly child: ChildProcess;
  /** What the test plays and asks. */
  readonly control: Control;
  /** Its status, or the signal that ended it, once its browser has gone too: nothing writes in its folders any more. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

export interface LaunchSettings {
  readonly args?: readonly string[];
  /** The built entry; `dist/electron/main.js` otherwise. */
  readonly entry?: string;
  readonly packaged?: boolean;
  readonly platform?: NodeJS.Platform;
  /** Stands for the user’s home. */
  readonly home: string;
  /** Saved documents go there, as by a person who always says yes. */
  readonly saveFolder?: string;
  readonly chromium?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The built application on the stand-in, in a process of its own. */
export const launchStandIn = (settings: LaunchSettings): StandInProcess => {
  const { args = [], entry = join(root, "dist", "electron", "main.js"), env, ...rest } = settings;
  const child = spawn(node, [join(root, "tests", "electron-stand-in", "launch.ts"), entry, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe", "ipc", "pipe"],
    env: {
      ...process.env,
      ...env,
      CACTUS_STAND_IN: JSON.stringify({ chromium: chromiumPath(), lifeline: LIFELINE, ...rest }),
    },
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let serial = 0;
  child.on("message", ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(result);
    else one?.reject(new Error(/^Chromium does not start/.test(error) ? `${error}: ${browserSaid}` : error));
  });
  // The browser and each of its processes hold the other end too: it closes with the last of them.
  const lifeline = child.stdio[LIFELINE] as Readable;
  const alone = new Promise<void>((resolve) => lifeline.once("close", resolve));
  let browserSaid = "";
  lifeline.setEncoding("utf8").on("data", (text: string) => {
    browserSaid = (browserSaid + text).slice(-20_000);
  });
  const status = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once("exit", (code, signal) => {
      for (const one of waiting.values()) one.reject(new Error("the application has ended"));
      waiting.clear();
      resolve(code ?? signal ?? 1);
    }),
  );
  const ended = status.then(async (how) => {
    await alone;
    return how;
  });
  const control = new Proxy({} as Control, {
    get:
      (_target, method) =>
      (...asked: unknown[]) =>
        new Promise((resolve, reject) => {
          if (!child.connected) return reject(new Error("the application has ended"));
          serial += 1;
          waiting.set(serial, { resolve, reject });
          child.send({ id: serial, method, args: asked });
        }),
  });
  return { child, control, ended };
};
