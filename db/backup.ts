import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";

/** Pages per step: small, so the window never stops for long. */
const PAGES = 200;

const sync = (path: string): void => {
  const handle = openSync(path, process.platform === "win32" ? "r+" : "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

const counts = (db: Database.Database): string => {
  const tables = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'dossier_recherche%' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return tables
    .map((name) => `${name}=${db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()}`)
    .join(";");
};

/**
 * A copy that is known to be good before it has its name: online backup under a temporary name, fsync, reopened
 * read-only, integrity and foreign keys checked, then renamed. A failure leaves nothing behind.
 */
export const backupSqlite = async (from: string, to: string): Promise<void> => {
  const temporary = `${to}.${randomUUID()}.tmp`;
  const source = new Database(from, { readonly: true });
  try {
    await source.backup(temporary, { progress: () => PAGES });
    sync(temporary);
    const copy = new Database(temporary, { readonly: true, fileMustExist: true });
    try {
      const integrity = copy.pragma("integrity_check", { simple: true });
      const orphans = copy.pragma("foreign_key_check") as unknown[];
      if (integrity !== "ok" || orphans.length > 0 || counts(copy) === "")
        throw new Error(
          "La sauvegarde relue n’est pas saine : elle n’a pas été gardée. Vérifiez la base, puis recommencez.",
        );
    } finally {
      copy.close();
    }
    renameSync(temporary, to);
    if (process.platform !== "win32") sync(dirname(to));
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm"]) rmSync(temporary + suffix, { force: true });
    throw error;
  } finally {
    source.close();
  }
};
