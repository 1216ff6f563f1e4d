import { backupSqlite } from "./backup.ts";
import type { Engine } from "./engines/engine.ts";
import { BaseIndisponible, inFrench } from "./errors.ts";
import { inventoryOf } from "./inventory.ts";
import { assertNotNewer, migrate } from "./migrate.ts";
import { FIGE } from "./migrations/0001-triggers.ts";
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
  /** Looks without writing: no file is made, `write` and a due migration are refused. */
  readonly readOnly?: boolean;
}

const openEngine = async (url: string, readOnly: boolean): Promise<Engine> => {
  if (url.startsWith("sqlite:"))
    return (await import("./engines/sqlite.ts")).openSqlite(url.slice("sqlite:".length), readOnly);
  if (/^postgres(ql)?:/.test(url)) return (await import("./engines/postgres.ts")).openPostgres(url, readOnly);
  throw new BaseIndisponible(
    "Base inconnue\u00a0: CACTUS_DATABASE attend «\u00a0postgres://…\u00a0» ou «\u00a0sqlite:chemin\u00a0».",
  );
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

/** The triggers’ refusal in the words of the domain; a fault of the file or the disk in words a person can act on. */
const translated = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && error.message.includes(FIGE)) throw new DossierFige();
    throw inFrench(error);
  }
};

/**
 * Opens a database of either engine. A file that is foreign, empty, damaged or newer is refused (BaseEtrangere,
 * BaseAbimee, BasePlusRecente) and left as it was. Call `migrate()` before the first use.
 */
export const openStore = async ({
  url,
  secrets,
  clock = () => new Date(),
  readOnly = false,
}: OpenOptions): Promise<Store> => {
  const engine = await translated(openEngine(url, readOnly));
  try {
    await translated(assertNotNewer(engine));
  } catch (error) {
    await engine.close();
    throw error;
  }
  const scope = { engine: engine.name, secrets, now: clock };
  return {
    engine: engine.name,
    read: (work) => translated(engine.read((db) => work(txOf({ ...scope, db })))),
    write: (work, at) =>
      translated(engine.write((db) => work(txOf({ ...scope, db, now: at ? () => at : clock })))),
    migrate: () => translated(migrate(engine, clock, readOnly)),
    verify: () => verifyStore(engine, secrets),
    inventory: () => translated(inventoryOf(engine)),
    backup: async (to) => {
      if (!engine.path)
        throw new BaseIndisponible(
          "Seule une base SQLite se sauvegarde ainsi\u202f; pour PostgreSQL, utilisez pg_dump.",
        );
      await translated(backupSqlite(engine.path, to));
    },
    statementCount: () => engine.statementCount(),
    close: () => engine.close(),
  };
};
