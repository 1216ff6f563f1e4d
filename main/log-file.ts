import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { createLog, type HostName, type Log } from "./log.ts";

/** A support person reads days, not months, and nothing is kept longer than it serves. */
export interface Rotation {
  readonly maxBytes: number;
  readonly maxDays: number;
  readonly files: number;
}
const ROTATION: Rotation = { maxBytes: 2_000_000, maxDays: 7, files: 8 };
const DAY = 86_400_000;

/** Where the logs of a data folder are. */
export const logFolder = (dataDir: string): string => join(dataDir, "journaux");

/** When the first line of a file was written. */
const begunAt = (path: string): number | undefined => {
  const handle = openSync(path, "r");
  try {
    const head = Buffer.alloc(200);
    const read = readSync(handle, head, 0, head.length, 0);
    const le = /"le":"([^"]+)"/.exec(head.toString("utf8", 0, read))?.[1];
    const at = le === undefined ? Number.NaN : Date.parse(le);
    return Number.isNaN(at) ? undefined : at;
  } finally {
    closeSync(handle);
  }
};

/**
 * Lines appended to one file at once (a process that dies leaves what it said), which then moves aside: `.1`, `.2`… A
 * log that cannot be written stops nothing: its lines go to stderr, they hold nothing personal.
 */
export const rotatingFile = (
  folder: string,
  name: string,
  now: () => Date = () => new Date(),
  rotation: Rotation = ROTATION,
): ((line: string) => void) => {
  const path = join(folder, `${name}.log`);
  const numbered = (n: number): string => join(folder, `${name}.${n}.log`);
  let handle: number | undefined;
  let bytes = 0;
  let begun = 0;

  const open = (): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    handle = openSync(path, "a", 0o600);
    bytes = statSync(path).size;
    begun = (bytes > 0 ? begunAt(path) : undefined) ?? now().getTime();
  };
  const close = (): void => {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
  };
  const rotate = (): void => {
    close();
    try {
      rmSync(numbered(rotation.files - 1), { force: true });
      for (let n = rotation.files - 2; n >= 1; n--)
        if (existsSync(numbered(n))) renameSync(numbered(n), numbered(n + 1));
      renameSync(path, numbered(1));
    } catch {
      // Another process holds it (two commands at once): this one goes on in the same file.
    }
    open();
  };
  return (line) => {
    try {
      if (handle === undefined) open();
      if (
        bytes > 0 &&
        (bytes + Buffer.byteLength(line) > rotation.maxBytes ||
          now().getTime() - begun > rotation.maxDays * DAY)
      )
        rotate();
      bytes += writeSync(handle as number, line);
    } catch {
      try {
        close();
      } catch {
        handle = undefined;
      }
      process.stderr.write(line);
    }
  };
};

/** The log of a host, in the data folder it opens. */
export const openLog = (dataDir: string, host: HostName, now?: () => Date): Log =>
  createLog(host, rotatingFile(logFolder(dataDir), `cactus-${host}`, now), now);
