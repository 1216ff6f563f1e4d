import type { Kysely } from "kysely";
import type { SecretBox } from "../ports.ts";
import type { Schema } from "../schema.ts";

/** What a repository works with inside one transaction. */
export interface Scope {
  readonly db: Kysely<Schema>;
  readonly engine: "sqlite" | "postgres";
  readonly secrets: SecretBox;
  readonly now: () => Date;
}

export const parse = <T>(json: string): T => JSON.parse(json) as T;
export const flag = (value: boolean): number => (value ? 1 : 0);
/** SQL null and an absent value are the same thing to a dossier. */
export const present = <T>(value: T | null | undefined): T | undefined => value ?? undefined;
/** Leaves out absent keys, so objects compare and serialise alike on both engines. */
export const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined && item !== null)) as T;
