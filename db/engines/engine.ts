import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What differs between the two engines, and nothing else. */
export interface Engine {
  readonly name: "sqlite" | "postgres";
  read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  write<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  statementCount(): number;
  close(): Promise<void>;
  /** Path of the SQLite file. */
  readonly path?: string;
}
