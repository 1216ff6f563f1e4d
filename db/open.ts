import { sql } from "kysely";
import { backupSqlite } from "./backup.ts";
import type { Engine } from "./engines/engine.ts";
import { plusRecente } from "./errors.ts";
import { FIGE } from "./migrations/0001-triggers.ts";
import { migrations } from "./migrations/index.ts";
import { DossierFige, type SecretBox, type Store, type Tx } from "./ports.ts";
import { auditIn } from "./repositories/audit.ts";
import type { Scope } from "./repositories/base.ts";
import { comptesIn } from "./repositories/comptes.ts";
import { dossiersIn } from "./repositories/dossiers.ts";
import { economiesIn } from "./repositories/economies.ts";
import { fichiersIn } from "./repositories/fichiers.ts";
import { formationsIn } from "./repositories/formations.ts";
import { invitationsIn } from "./repositories/invitations.ts";
import { outboxIn } from "./repositories/outbox.ts";
import { reglagesIn } from "./repositories/reglages.ts";
import { jetonsIn, sessionsIn } from "./repositories/sessions.ts";
import { suivisIn } from "./repositories/suivis.ts";
import { verifyStore } from "./verify.ts";

export interface OpenOptions {
  /** `sqlite:/path/cactus.db` or `postgres://…` */
  readonly url: string;
  readonly secrets: SecretBox;
  readonly clock?: () => Date;
}

const openEngine = async (url: string): Promise<Engine> => {
  if (url.startsWith("sqlite:"))
    return (await import("./engines/sqlite.ts")).openSqlite(url.slice("sqlite:".length));
  if (/^postgres(ql)?:/.test(url)) return (await import("./engines/postgres.ts")).openPostgres(url);
  throw new Error("Base inconnue : CACTUS_DATABASE attend « postgres://… » ou « sqlite:chemin ».");
};

/** The repositories of one transaction. */
const txOf = (scope: Scope): Tx => ({
  reglages: reglagesIn(scope),
  comptes: comptesIn(scope),
  sessions: sessionsIn(scope),
  jetons: jetonsIn(scope),
  formations: formationsIn(scope),
  dossiers: dossiersIn(scope),
  invitations: invitationsIn(scope),
  economies: economiesIn(scope),
  suivis: suivisIn(scope),
  audit: auditIn(scope),
  outbox: outboxIn(scope),
  fichiers: fichiersIn(scope),
});

/** The triggers’ refusal, in the words of the domain. */
const translated = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.message.includes(FIGE)) throw new DossierFige();
    throw error;
  }
};

export const openStore = async ({ url, secrets, clock = () => new Date() }: OpenOptions): Promise<Store> => {
  const engine = await openEngine(url);
  const scope = { engine: engine.name, secrets, now: clock };
  return {
    engine: engine.name,
    read: (work) => engine.read((db) => work(txOf({ ...scope, db }))),
    write: (work) => translated(engine.write((db) => work(txOf({ ...scope, db })))),
    migrate: () => migrate(engine, clock),
    verify: () => verifyStore(engine, secrets),
    backup: async (to) => {
      if (!engine.path)
        throw new Error("Seule une base SQLite se sauvegarde ainsi ; pour PostgreSQL, utilisez pg_dump.");
      await backupSqlite(engine.path, to);
    },
    statementCount: () => engine.statementCount(),
    close: () => engine.close(),
  };
};

const MIGRATION_LOCK = 0x4d494752;

/** Applies what is missing, each migration in its own transaction; a database that knows more is refused. */
const migrate = async (engine: Engine, clock: () => Date): Promise<{ applied: readonly string[] }> => {
  await engine.write(async (db) => {
    if (engine.name === "postgres")
      await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
    await sql`CREATE TABLE IF NOT EXISTS migration (nom TEXT PRIMARY KEY, le TEXT NOT NULL)`.execute(db);
  });
  const applied: string[] = [];
  for (const [index, migration] of migrations.entries()) {
    await engine.write(async (db) => {
      if (engine.name === "postgres")
        await sql`SELECT pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(db);
      const known = new Set((await db.selectFrom("migration").select("nom").execute()).map((row) => row.nom));
      if ([...known].some((nom) => !migrations.some((one) => one.nom === nom))) throw plusRecente();
      if (known.has(migration.nom)) return;
      await migration.up(db, engine.name);
      await db.insertInto("migration").values({ nom: migration.nom, le: clock().toISOString() }).execute();
      if (engine.name === "sqlite") await sql.raw(`PRAGMA user_version = ${index + 1}`).execute(db);
      applied.push(migration.nom);
    });
  }
  return { applied };
};
