import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";
import { initial } from "./0001-initial.ts";
import { guards } from "./0002-guards.ts";
import { companies } from "./0003-companies.ts";
import { judgements } from "./0004-judgements.ts";

export interface Migration {
  readonly nom: string;
  up(db: Kysely<Schema>, engine: "sqlite" | "postgres"): Promise<void>;
}

/** In order, never changed once released. */
export const migrations: readonly Migration[] = [initial, guards, companies, judgements];
