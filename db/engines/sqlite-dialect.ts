import type BetterSqlite3 from "better-sqlite3";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

const CACHE = 300;

/** A statement sent after its transaction ended (a forgotten `await`): it must not run on its own. */
export class TransactionTerminee extends Error {
  constructor() {
    super("statement sent after the end of its transaction");
    this.name = "TransactionTerminee";
  }
}

/**
 * Kysely over one better-sqlite3 connection with a cache of prepared statements: the stock dialect prepares each time
 * and costs ten times a cached point read (measured). Each transaction gets a Kysely of its own: once it is over, a
 * statement still on its way is refused instead of being committed alone or inside the next transaction.
 */
export const sqliteSessions = <Schema>(db: BetterSqlite3.Database, count: () => void) => {
  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepared = (sql: string): BetterSqlite3.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    if (statements.size >= CACHE) {
      const oldest = statements.keys().next().value;
      if (oldest !== undefined) statements.delete(oldest);
    }
    statements.set(sql, statement);
    return statement;
  };
  const refuse = async (): Promise<void> => {
    throw new Error("transactions are opened by the engine");
  };
  const compiler = new SqliteQueryCompiler();
  const adapter = new SqliteAdapter();

  const session = (): { kysely: Kysely<Schema>; end: () => void } => {
    let over = false;
    const connection: DatabaseConnection = {
      executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
        if (over) throw new TransactionTerminee();
        count();
        const statement = prepared(query.sql);
        const parameters = query.parameters as unknown[];
        if (statement.reader) return { rows: statement.all(...parameters) as R[] };
        const { changes, lastInsertRowid } = statement.run(...parameters);
        return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
      },
      // biome-ignore lint/correctness/useYield: SQLite results are small pages here, nobody streams.
      streamQuery: async function* () {
        throw new Error("streaming is not used");
      },
    };
    const driver: Driver = {
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    };
    const kysely = new Kysely<Schema>({
      dialect: {
        createDriver: () => driver,
        createQueryCompiler: () => compiler,
        createAdapter: () => adapter,
        createIntrospector: (one) => new SqliteIntrospector(one),
      },
    });
    return {
      kysely,
      end: () => {
        over = true;
      },
    };
  };

  return {
    transaction: async <T>(begin: string, work: (kysely: Kysely<Schema>) => Promise<T>): Promise<T> => {
      prepared(begin).run();
      const { kysely, end } = session();
      try {
        const result = await work(kysely);
        end();
        prepared("COMMIT").run();
        return result;
      } catch (error) {
        end();
        if (db.inTransaction) prepared("ROLLBACK").run();
        throw error;
      }
    },
  };
};
