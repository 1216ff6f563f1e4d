import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Schema } from "../schema.ts";
import type { Engine } from "./engine.ts";

// Counters fit a double; kysely then gives the same numbers on both engines.
const INT8 = 20;

/** PostgreSQL, for many workstations on the same data: durable commits, one snapshot per read. */
export const openPostgres = async (url: string): Promise<Engine> => {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    types,
    application_name: "cactus",
    connectionTimeoutMillis: 10_000,
  });
  // A backend that goes away must not end the process: the next query reconnects or says so.
  pool.on("error", () => {});
  let statements = 0;
  const db = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    log: () => {
      statements += 1;
    },
  });
  const { rows } = await sql<{ synchronous_commit: string }>`SHOW synchronous_commit`.execute(db);
  if (rows[0]?.synchronous_commit === "off") {
    await db.destroy();
    throw new Error(
      "PostgreSQL est réglé sur synchronous_commit=off : une coupure perdrait des écritures. Réglez-le sur « on ».",
    );
  }
  return {
    name: "postgres",
    read: (work) =>
      db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(work),
    write: (work) => db.transaction().execute(work),
    statementCount: () => statements,
    close: () => db.destroy(),
  };
};
