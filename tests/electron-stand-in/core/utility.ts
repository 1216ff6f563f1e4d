import { type ChildProcess, spawn } from "node:child_process";
import { isAbsolute } from "node:path";
import type { Readable } from "node:stream";
import { loud, StrictEmitter } from "./loud.ts";
import { cloneOut } from "./ports.ts";
import { mustBeReady, type World } from "./world.ts";

/** Kept before the launcher refuses Node’s own: a utility process is what Electron offers instead. */
const start = spawn;

/** UtilityProcess (docs/api/utility-process.md): a real child, under Node. */
class Utility extends StrictEmitter {
  pid: number | undefined;
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  private readonly child: ChildProcess;
  constructor(child: ChildProcess) {
    super("UtilityProcess", ["spawn", "exit", "message", "error"]);
    this.child = child;
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    child.once("spawn", () => {
      this.pid = child.pid;
      this.emit("spawn");
    });
    child.on("message", (message) => this.emit("message", message));
    child.once("exit", (code, signal) => {
      this.pid = undefined;
      this.emit("exit", code ?? (signal ? 15 : 1));
    });
    child.on("error", () => this.emit("exit", 1));
    // biome-ignore lint/correctness/noConstructorReturn: the process that a host holds is the loud one.
    return loud("UtilityProcess", this);
  }
  kill(): boolean {
    return this.child.kill();
  }
  postMessage(message: unknown): void {
    cloneOut(message);
    this.child.send(message as object);
  }
}

export const createUtilityProcess = (world: World) => {
  const children = new Set<ChildProcess>();
  return {
    utilityProcess: loud("utilityProcess", {
      fork: (
        entry: string,
        args: readonly string[] = [],
        options: { env?: NodeJS.ProcessEnv; stdio?: string; cwd?: string; serviceName?: string } = {},
      ) => {
        mustBeReady(world, "utilityProcess cannot be created before app is ready");
        if (typeof entry !== "string" || !isAbsolute(entry))
          throw new Error("electron-stand-in: the entry of a utility process is an absolute path");
        // Unpacked where in doubt: a child starts from a real file.
        if (/[\\/]app\.asar[\\/]/.test(entry))
          throw new Error(
            "electron-stand-in: a utility process is loaded from inside the archive: unpack it",
          );
        if (!Array.isArray(args)) throw new TypeError("args must be an array of strings");
        const stdio = options.stdio ?? "inherit";
        if (!["pipe", "inherit", "ignore"].includes(stdio))
          throw new TypeError("configuration not supported: stdio");
        world.seen.forks.push({ entry, args });
        const io = stdio as "pipe" | "inherit" | "ignore";
        const child = start(process.execPath, [entry, ...args], {
          env: options.env ?? process.env,
          stdio: ["ignore", io, io, "ipc"],
          ...(options.cwd ? { cwd: options.cwd } : {}),
        });
        children.add(child);
        child.once("exit", () => children.delete(child));
        return new Utility(child);
      },
    }),
    /** docs: a utility process ends with the application. */
    killAll: (): void => {
      for (const child of children) child.kill();
    },
  };
};
