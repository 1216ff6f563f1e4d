import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { abimee, BaseRefusee, etrangere, inFrench, plusRecente } from "../errors.ts";
import { migrations } from "../migrations/index.ts";

/** « CACT » */
export const APPLICATION_ID = 0x43414354;
const HEADER = 100;
const MAGIC = "SQLite format 3\u0000";
const windows = process.platform === "win32";

/** Makes what was written survive a power cut: a file, or the names inside a folder. */
export const syncPath = (path: string): void => {
  const handle = openSync(path, windows ? "r+" : "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
export const syncFolder = (path: string): void => {
  if (!windows) syncPath(path);
};

/** Whose file it is, from its first bytes: SQLite never opens (nor leaves `-wal` files beside) another’s file. */
const assertOurs = (path: string): void => {
  const stat = statSync(path);
  if (!stat.isFile()) throw etrangere();
  // An empty file passes integrity_check: it is a lost database, not a new one.
  if (stat.size === 0) throw abimee();
  const header = Buffer.alloc(HEADER);
  const handle = openSync(path, "r");
  try {
    if (readSync(handle, header, 0, HEADER, 0) < HEADER) throw etrangere();
  } finally {
    closeSync(handle);
  }
  if (header.toString("latin1", 0, 16) !== MAGIC) throw etrangere();
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw etrangere();
};

/** Judges an existing file on a read-only connection: nothing is written to what is not ours, newer or damaged. */
export const inspect = (path: string): void => {
  assertOurs(path);
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    const version = Number(db.pragma("user_version", { simple: true }));
    if (version > migrations.length) throw plusRecente();
    const tables = db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'migration'").pluck().get();
    // A schema that lost its tables must not be taken for a new database and built again over what remains.
    if (version > 0 && tables !== 1) throw abimee();
  } catch (error) {
    if (error instanceof BaseRefusee) throw error;
    const known = inFrench(error);
    throw known instanceof BaseRefusee ? known : abimee();
  } finally {
    db?.close();
  }
};

/**
 * A new database appears under its name already marked as ours: killed in the middle, nothing is left that a next
 * start would have to refuse. If another process was quicker, its file is kept.
 */
export const createFile = (path: string): void => {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    closeSync(openSync(temporary, "wx", 0o600));
    const db = new Database(temporary);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma("journal_mode = WAL");
    db.close();
    if (!windows) chmodSync(temporary, 0o600);
    syncPath(temporary);
    try {
      linkSync(temporary, path);
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EEXIST";
      // Some file systems (exFAT, some shares) have no hard links.
      if (!taken && !existsSync(path)) renameSync(temporary, path);
    }
    syncFolder(folder);
  } finally {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(temporary + suffix, { force: true });
  }
};
