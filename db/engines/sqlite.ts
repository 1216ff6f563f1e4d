import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { absente, lectureSeule } from "../errors.ts";
import type { Schema } from "../schema.ts";
import type { Engine } from "./engine.ts";
import { createMutex } from "./mutex.ts";
import { sqliteSessions } from "./sqlite-dialect.ts";
import { createFile, inspect } from "./sqlite-file.ts";

/** How long a connection waits for another process’s write before saying the database is busy. */
const BUSY_MS = 10_000;

/** Sets a pragma and reads it back: a setting that did not take stops the start. */
const pragma = (db: Database.Database, name: string, value: string | number, expected: unknown): void => {
  db.pragma(`${name} = ${value}`);
  const actual = db.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`SQLite refuses ${name}=${value} (reads ${String(actual)})`);
};

const settle = (db: Database.Database): Database.Database => {
  // better-sqlite3 runs WAL at NORMAL, which loses acknowledged commits at power loss (measured).
  pragma(db, "synchronous", "FULL", 2);
  pragma(db, "foreign_keys", "ON", 1);
  pragma(db, "trusted_schema", "OFF", 0);
  pragma(db, "secure_delete", "ON", 1);
  pragma(db, "busy_timeout", BUSY_MS, BUSY_MS);
  return db;
};

const openWriter = (path: string): Database.Database => {
  const db = new Database(path, { timeout: BUSY_MS });
  try {
    pragma(db, "journal_mode", "WAL", "wal");
    return settle(db);
  } catch (error) {
    db.close();
    throw error;
  }
};
const openReader = (path: string): Database.Database => {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  try {
    pragma(db, "query_only", "ON", 1);
    return settle(db);
  } catch (error) {
    db.close();
    throw error;
  }
};

/** One writer and one reader connection in WAL: a read never waits for a write, and sees one consistent state. */
export const openSqlite = (path: string, readOnly = false): Engine => {
  if (existsSync(path)) inspect(path);
  else if (readOnly) throw absente();
  else createFile(path);
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  const writer = readOnly ? undefined : openWriter(path);
  const reader = openReader(path);
  const writing = writer && sqliteSessions<Schema>(writer, count);
  const reading = sqliteSessions<Schema>(reader, count);
  const writeTurn = createMutex();
  const readTurn = createMutex();
  return {
    name: "sqlite",
    path,
    read: (work) => readTurn(() => reading.transaction("BEGIN", work)),
    write: (work) =>
      writeTurn(async () => {
        if (!writing) throw lectureSeule();
        return writing.transaction("BEGIN IMMEDIATE", work);
      }),
    statementCount: () => statements,
    close: async () => {
      await writeTurn(async () => {
        await readTurn(async () => reader.close());
        writer?.pragma("wal_checkpoint(TRUNCATE)");
        writer?.close();
      });
    },
  };
};
