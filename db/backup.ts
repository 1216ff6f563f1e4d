import { randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { syncFolder, syncPath } from "./engines/sqlite-file.ts";
import { BaseIndisponible } from "./errors.ts";

/** Pages per step: small, so the window never stops for long. */
const PAGES = 200;

/** Rows of every table, the search index left out (it keeps tables of its own). */
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

/** The live database is no place for its own copy, under whatever spelling of its path. */
const assertElsewhere = (from: string, to: string): void => {
  const folder = dirname(to);
  if (!existsSync(folder))
    throw new BaseIndisponible(
      "Le dossier de la sauvegarde n’existe pas\u00a0: créez-le ou choisissez-en un autre.",
    );
  const target = join(realpathSync(folder), basename(to));
  const live = realpathSync(from);
  if (["", "-wal", "-shm"].some((suffix) => target === live + suffix))
    throw new BaseIndisponible(
      "Une sauvegarde ne peut pas remplacer la base en service\u00a0: choisissez un autre nom.",
    );
};

const assertSound = (temporary: string, expected: string): void => {
  const copy = new Database(temporary, { readonly: true, fileMustExist: true });
  try {
    const integrity = copy.pragma("integrity_check", { simple: true });
    const orphans = copy.pragma("foreign_key_check") as unknown[];
    if (integrity !== "ok" || orphans.length > 0 || expected === "" || counts(copy) !== expected)
      throw new BaseIndisponible(
        "La sauvegarde relue n’est pas saine\u00a0: elle n’a pas été gardée. Vérifiez la base, puis recommencez.",
      );
  } finally {
    copy.close();
  }
};

/**
 * A copy that is known to be good before it has its name: online backup under a temporary name, fsync, reopened
 * read-only, integrity, foreign keys and row counts checked against the moment it was taken, then renamed. One file
 * that only its owner reads; a failure leaves nothing behind.
 */
export const backupSqlite = async (from: string, to: string): Promise<void> => {
  assertElsewhere(from, to);
  const temporary = `${to}.${randomUUID()}.tmp`;
  const source = new Database(from, { readonly: true });
  try {
    closeSync(openSync(temporary, "wx", 0o600));
    // One read transaction for counts and copy: writers go on, the copy is of one instant.
    source.exec("BEGIN");
    const expected = counts(source);
    await source.backup(temporary, { progress: () => PAGES });
    const copy = new Database(temporary);
    // Without WAL the copy is one file, readable from anywhere, and leaves nothing beside it.
    copy.pragma("journal_mode = DELETE");
    copy.close();
    syncPath(temporary);
    assertSound(temporary, expected);
    renameSync(temporary, to);
    syncFolder(dirname(to));
  } catch (error) {
    for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(temporary + suffix, { force: true });
    throw error;
  } finally {
    source.close();
  }
};
