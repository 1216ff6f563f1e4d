import type { SecretBox, Store, Tx } from "../db/ports.ts";
import type { Role } from "../shared/workflow/index.ts";
import type { Log } from "./log.ts";

/** Who acts, through which door. Made by the session middleware (or by the CLI and the system itself). */
export interface Actor {
  readonly compteId?: string;
  readonly nom: string;
  readonly role: Role | "systeme";
  readonly porte: "poste" | "portail" | "cli" | "systeme";
  /** Formations a secrétaire is limited to; empty means all. */
  readonly formations: readonly string[];
  readonly sessionId?: string;
}

/** Where small secrets live: OS keychain under Electron, 0600 key file under the Node host. */
export interface Keychain {
  /** French sentence for Réglages: how the secrets of this workstation are protected. */
  readonly protection: string;
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string | undefined): Promise<void>;
}

/** argon2id with a bounded queue; `verify` takes the same time when no hash is given. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hash: string | undefined, password: string): Promise<boolean>;
  /** True when the stored hash uses weaker parameters than today’s. */
  outdated(hash: string): boolean;
}

/** What every use case receives. Features add their own services beside it, never inside. */
export interface Deps {
  readonly store: Store;
  readonly secrets: SecretBox;
  readonly keychain: Keychain;
  readonly passwords: Passwords;
  readonly now: () => Date;
  readonly config: AppConfig;
  /** What is kept for the support: events of the catalogue, never a text (main/log.ts). */
  readonly log: Log;
  /** Wakes the outbox after a commit; delivery never happens inside a request. */
  readonly mailDue: () => void;
  /** Wakes the background judgement after a commit that changed what judgements read. */
  readonly judgementsDue: () => void;
}

export interface AppConfig {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly demo: boolean;
  readonly host: "electron" | "node" | "cli" | "portail";
  readonly version: string;
}

export type { Tx };
