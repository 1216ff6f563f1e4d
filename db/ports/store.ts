import type { Inventory } from "../inventory.ts";
import type { Audit } from "./audit.ts";
import type { Comptes, Jetons, Sessions } from "./comptes.ts";
import type { Dossiers } from "./dossiers.ts";
import type { Economies } from "./economies.ts";
import type { Fichiers } from "./fichiers.ts";
import type { Formations } from "./formations.ts";
import type { Invitations } from "./invitations.ts";
import type { Outbox } from "./outbox.ts";
import type { Reglages } from "./reglages.ts";
import type { Suivis } from "./suivis.ts";

/** Encrypts what must not be readable at rest (NIR, pending passwords). AES-256-GCM, `context` as associated data. */
export interface SecretBox {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
  /** Keyed digest (HMAC-SHA-256, hex): finds equal secrets without reading them. */
  digest(plain: string, context: string): string;
}

export interface Store {
  readonly engine: "sqlite" | "postgres";
  /** Reads on a connection of their own, never waiting for a write. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction (BEGIN IMMEDIATE on SQLite). Nothing slow (mail, PDF, hashing, network) is awaited inside.
   * `at` dates what is taken over from elsewhere; everything else happens now.
   */
  write<T>(work: (tx: Tx) => Promise<T>, at?: Date): Promise<T>;
  /** Applies missing migrations, each in its transaction; refuses a database newer than this application. */
  migrate(): Promise<{ applied: readonly string[] }>;
  /** Integrity of the file, of foreign keys, of the audit chain, of frozen snapshots’ SHA-256, of attached files. */
  verify(): Promise<readonly { point: string; ok: boolean; detail: string }[]>;
  /** Migrations applied and rows of each table. */
  inventory(): Promise<Inventory>;
  /** SQLite only: a verified copy (temp name, fsync, reopened and checked, renamed). */
  backup(to: string): Promise<void>;
  /** Statements executed so far: statement budgets are asserted by tests. */
  statementCount(): number;
  close(): Promise<void>;
}

export interface Tx {
  readonly reglages: Reglages;
  readonly comptes: Comptes;
  readonly sessions: Sessions;
  readonly jetons: Jetons;
  readonly formations: Formations;
  readonly dossiers: Dossiers;
  readonly invitations: Invitations;
  readonly economies: Economies;
  readonly suivis: Suivis;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly fichiers: Fichiers;
}

export interface Page<T> {
  readonly lignes: readonly T[];
  /** Opaque keyset cursor of the next page; absent on the last one. */
  readonly suite?: string;
}
