import { chmodSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { Kysely } from "kysely";
import { abimee, BaseRefusee, etrangere, plusRecente } from "../errors.ts";
import { migrations } from "../migrations/index.ts";
import type { Schema } from "../schema.ts";
import type { Engine } from "./engine.ts";
import { createMutex } from "./mutex.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";

/** « CACT » */
export const APPLICATION_ID = 0x43414354;

/** Judges an existing file on a read-only connection: nothing is written to what is not ours. */
const inspect = (path: string): void => {
  if (!existsSync(path)) return;
  // An empty file passes integrity_check: it is a lost database, not a new one.
  if (statSync(path).size === 0) throw abimee();
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    const application = db.pragma("application_id", { simple: true });
    const version = Number(db.pragma("user_version", { simple: true }));
    if (application !== APPLICATION_ID) throw etrangere();
    if (version > migrations.length) throw plusRecente();
    db.prepare("SELECT count(*) FROM sqlite_master").get();
  } catch (error) {
    if (error instanceof BaseRefusee) throw error;
    if (error instanceof Error && "code" in error && error.code === "SQLITE_NOTADB") throw etrangere();
    throw abimee();
  } finally {
    db?.close();
  }
};

/** Sets a pragma and reads it back: a setting that did not take stops the start. */
const pragma = (db: Database.Database, name: string, value: string | number, expected: unknown): void => {
  db.pragma(`${name} = ${value}`);
  const actual = db.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`SQLite refuses ${name}=${value} (reads ${String(actual)})`);
};

const connect = (path: string, fresh = false): Database.Database => {
  const db = new Database(path, { timeout: 10_000 });
  // First of all, so that a crash right after leaves a file we recognise.
  if (fresh) pragma(db, "application_id", APPLICATION_ID, APPLICATION_ID);
  pragma(db, "journal_mode", "WAL", "wal");
  // better-sqlite3 runs WAL at NORMAL, which loses acknowledged commits at power loss (measured).
  pragma(db, "synchronous", "FULL", 2);
  pragma(db, "foreign_keys", "ON", 1);
  pragma(db, "trusted_schema", "OFF", 0);
  pragma(db, "secure_delete", "ON", 1);
  pragma(db, "busy_timeout", 10_000, 10_000);
  return db;
};

/** One writer and one reader connection in WAL: a read never waits for a write, and sees one consistent state. */
export const openSqlite = (path: string): Engine => {
  inspect(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = !existsSync(path);
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  const writer = connect(path, fresh);
  if (fresh && process.platform !== "win32") chmodSync(path, 0o600);
  const reader = connect(path);
  reader.pragma("query_only = ON");
  const writing = new Kysely<Schema>({ dialect: sqliteDialect(writer, count) });
  const reading = new Kysely<Schema>({ dialect: sqliteDialect(reader, count) });
  const inTransaction = async <T>(
    db: Database.Database,
    begin: string,
    kysely: Kysely<Schema>,
    work: (db: Kysely<Schema>) => Promise<T>,
  ): Promise<T> => {
    db.exec(begin);
    try {
      const result = await work(kysely);
      db.exec("COMMIT");
      return result;
    } catch (error) {
      if (db.inTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };
  const writeTurn = createMutex();
  const readTurn = createMutex();
  return {
    name: "sqlite",
    path,
    read: (work) => readTurn(() => inTransaction(reader, "BEGIN", reading, work)),
    write: (work) => writeTurn(() => inTransaction(writer, "BEGIN IMMEDIATE", writing, work)),
    statementCount: () => statements,
    close: async () => {
      await writeTurn(async () => {
        await readTurn(async () => reader.close());
        writer.pragma("wal_checkpoint(TRUNCATE)");
        writer.close();
      });
    },
  };
};
