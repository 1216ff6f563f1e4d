import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Kysely, sql } from "kysely";
import { backupSqlite } from "./backup.ts";
import type { Engine } from "./engines/engine.ts";
import { aMettreAJour, copieImpossible, plusRecente } from "./errors.ts";
import { migrations } from "./migrations/index.ts";
import type { Schema } from "./schema.ts";

const MIGRATION_LOCK = 0x4d494752;

/** Names of the migrations already applied; none in a database that has just been made. */
const appliedIn = async (db: Kysely<Schema>, engine: Engine["name"]): Promise<ReadonlySet<string>> => {
  const { rows } =
    engine === "sqlite"
      ? await sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'`.execute(db)
      : await sql`SELECT 1 WHERE to_regclass('migration') IS NOT NULL`.execute(db);
  if (rows.length === 0) return new Set();
  return new Set((await db.selectFrom("migration").select("nom").execute()).map((row) => row.nom));
};

const refuseNewer = (applied: ReadonlySet<string>): void => {
  if ([...applied].some((nom) => !migrations.some((one) => one.nom === nom))) throw plusRecente();
};

/** A database that knows migrations this application does not is left alone, on either engine. */
export const assertNotNewer = async (engine: Engine): Promise<void> =>
  engine.read(async (db) => refuseNewer(await appliedIn(db, engine.name)));

/**
 * A SQLite database that already holds data is copied beside itself, verified, before anything of it changes; without
 * its copy it is not migrated. The copy is made under the lock of writers: another process (the portal) that starts at
 * the same time migrates before or after, never in between, so what is called « avant » is.
 */
const copyBefore = async (engine: Engine, path: string, clock: () => Date): Promise<void> =>
  engine.write(async (db) => {
    const applied = await appliedIn(db, engine.name);
    refuseNewer(applied);
    const from = migrations.findLast((one) => applied.has(one.nom));
    const to = migrations.at(-1);
    if (!from || !to || applied.has(to.nom)) return;
    const folder = join(dirname(path), "sauvegardes");
    const stamp = clock().toISOString().replace(/[-:]/g, "").slice(0, 15);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      await backupSqlite(path, join(folder, `avant-migration-${from.nom}-${to.nom}-${stamp}.db`));
    } catch (error) {
      throw copieImpossible(error);
    }
  });

/**
 * Applies what is missing, each migration in its own transaction: killed at any moment, the database is at one
 * version or the next. PostgreSQL is copied by its own tools: `pg_dump`, before a new version is installed.
 */
export const migrate = async (
  engine: Engine,
  clock: () => Date,
  readOnly = false,
): Promise<{ applied: readonly string[] }> => {
  const known = await engine.read((db) => appliedIn(db, engine.name));
  refuseNewer(known);
  if (migrations.every((one) => known.has(one.nom))) return { applied: [] };
  if (readOnly) throw aMettreAJour();
  if (engine.path && known.size > 0) await copyBefore(engine, engine.path, clock);
  const applied: string[] = [];
  for (const [index, migration] of migrations.entries()) {
    await engine.write(async (db) => {
      if (engine.name === "postgres")
        await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
      // Read again under the lock: another workstation may have just done it.
      const done = await appliedIn(db, engine.name);
      refuseNewer(done);
      if (done.has(migration.nom)) return;
      if (done.size === 0)
        await sql`CREATE TABLE IF NOT EXISTS migration (nom TEXT PRIMARY KEY, le TEXT NOT NULL)`.execute(db);
      await migration.up(db, engine.name);
      await db.insertInto("migration").values({ nom: migration.nom, le: clock().toISOString() }).execute();
      if (engine.name === "sqlite") await sql.raw(`PRAGMA user_version = ${index + 1}`).execute(db);
      applied.push(migration.nom);
    });
  }
  return { applied };
};
