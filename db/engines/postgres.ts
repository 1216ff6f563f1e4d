import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { BaseIndisponible, lectureSeule } from "../errors.ts";
import type { Schema } from "../schema.ts";
import type { Engine } from "./engine.ts";

// Counters fit a double; kysely then gives the same numbers on both engines.
const INT8 = 20;
/** Opening and closing a transaction is not a statement of a use case: budgets read alike on both engines. */
const FRAME = /^(begin|start transaction|set transaction|commit|rollback)\b/i;

/** PostgreSQL, for many workstations on the same data: durable commits, one snapshot per read. */
export const openPostgres = async (url: string, readOnly = false): Promise<Engine> => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    types,
    application_name: "cactus",
    connectionTimeoutMillis: 10_000,
  });
  // A backend that goes away must not end the process, whether its connection is idle or in the middle of a
  // transaction: the query under way fails, the next one reconnects or says so.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    client.on("error", () => {});
  });
  let statements = 0;
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      if (!FRAME.test(query.sql)) statements += 1;
    },
  });
  try {
    const { rows } = await sql<{ synchronous_commit: string }>`SHOW synchronous_commit`.execute(db);
    if (rows[0]?.synchronous_commit === "off")
      throw new BaseIndisponible(
        "PostgreSQL est réglé sur synchronous_commit=off\u00a0: une coupure perdrait des écritures. Réglez-le sur «\u00a0on\u00a0».",
      );
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    name: "postgres",
    read: (work) =>
      db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
    write: async (work) => {
      if (readOnly) throw lectureSeule();
      return db.transaction().execute(work);
    },
    statementCount: () => statements,
    close: () => db.destroy(),
  };
};
