import { randomBytes } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../db/open.ts";
import type { SecretBox, Store } from "../../db/ports.ts";
import { createSecretBox } from "../../db/secret-box.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";
import { aCore, type TestCore } from "../builders/core.ts";

export interface TestStore {
  readonly store: Store;
  readonly url: string;
  readonly secrets: SecretBox;
  /** Runs raw SQL on a connection of its own, as somebody with a database tool would. */
  sql(statement: string): Promise<void>;
  drop(): Promise<void>;
}

const server = (): string => {
  const url = process.env.CACTUS_TEST_POSTGRES;
  if (!url)
    throw new Error(
      "CACTUS_TEST_POSTGRES is not set: run the tests with `npm test` (it starts a PostgreSQL).",
    );
  return url;
};

const admin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** A fresh PostgreSQL database on the test server. */
export const freshPostgres = async (): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `cactus_test_${randomBytes(6).toString("hex")}`;
  await admin(`CREATE DATABASE ${name}`);
  const url = new URL(server());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
};

export const engines = ["sqlite", "postgres"] as const;

/** A migrated store of its own on either engine; the clock moves one second a call so instants differ. */
export const aStore = async (engine: (typeof engines)[number]): Promise<TestStore> => {
  const secrets = createSecretBox(randomBytes(32));
  let tick = Date.parse("2026-09-01T08:00:00.000Z");
  const clock = () => {
    tick += 1000;
    return new Date(tick);
  };
  if (engine === "postgres") {
    const { url, drop } = await freshPostgres();
    const store = await openStore({ url, secrets, clock });
    await store.migrate();
    return {
      store,
      url,
      secrets,
      sql: async (statement) => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        try {
          await client.query(statement);
        } finally {
          await client.end();
        }
      },
      drop: async () => {
        await store.close();
        await drop();
      },
    };
  }
  const folder = await mkdtemp(join(tmpdir(), "cactus-db-"));
  const path = join(folder, "cactus.db");
  const store = await openStore({ url: `sqlite:${path}`, secrets, clock });
  await store.migrate();
  return {
    store,
    url: `sqlite:${path}`,
    secrets,
    sql: async (statement) => {
      const { default: Database } = await import("better-sqlite3");
      const db = new Database(path);
      try {
        db.exec(statement);
      } finally {
        db.close();
      }
    },
    drop: async () => {
      await store.close();
      await removeFolder(folder);
    },
  };
};

/** A core of its own on either engine; closing it drops its database. */
export const aCoreOn = async (engine: (typeof engines)[number]): Promise<TestCore> => {
  const database = engine === "postgres" ? await freshPostgres() : undefined;
  const core = await aCore(database?.url);
  return {
    ...core,
    close: async () => {
      await core.close();
      await database?.drop();
    },
  };
};
