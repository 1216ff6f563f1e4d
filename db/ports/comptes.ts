import type { CompteStaff } from "../../shared/api/models.ts";
import type { StaffRole } from "../../shared/workflow/index.ts";

export interface Compte {
  readonly id: string;
  /** "cfa" for staff, "portail" for alternants, companies and formation heads; an address is unique in each. */
  readonly famille: "cfa" | "portail";
  readonly courriel: string;
  readonly nom: string;
  readonly role?: StaffRole;
  readonly formations: readonly string[];
  /** argon2id, algorithm and parameters inside; absent: no password yet. */
  readonly motDePasse?: string;
  /** Generated password not yet replaced by one’s own (G1), with its expiry. */
  readonly provisoire: boolean;
  readonly provisoireExpire?: string;
  readonly actif: boolean;
  readonly echecs: number;
  readonly bloqueJusqua?: string;
  readonly premiereConnexionLe?: string;
  readonly derniereConnexionLe?: string;
  readonly creeLe: string;
}

export interface Comptes {
  byId(id: string): Promise<Compte | undefined>;
  /** Case-insensitive. */
  byCourriel(famille: Compte["famille"], courriel: string): Promise<Compte | undefined>;
  staff(): Promise<readonly CompteStaff[]>;
  create(compte: Omit<Compte, "id" | "creeLe" | "echecs">): Promise<Compte>;
  update(id: string, change: Partial<Omit<Compte, "id" | "famille" | "creeLe">>): Promise<void>;
}

export interface Session {
  readonly id: string;
  readonly compteId: string;
  readonly porte: "poste" | "portail";
  readonly creeLe: string;
  readonly vuLe: string;
  readonly expireLe: string;
  /** CSRF token of the portal. */
  readonly csrf?: string;
}

/** Only the SHA-256 of a token is stored. */
export interface Sessions {
  create(session: Omit<Session, "id">, tokenHash: string): Promise<Session>;
  byToken(tokenHash: string): Promise<Session | undefined>;
  touch(id: string, vuLe: string): Promise<void>;
  delete(id: string): Promise<void>;
  /** All sessions end when a password changes or an account is closed. */
  deleteOf(compteId: string, exceptId?: string): Promise<number>;
  deleteExpired(now: string): Promise<number>;
}

export interface Jeton {
  readonly id: string;
  readonly usage: "mot-de-passe" | "confirmation" | "telephone";
  readonly compteId?: string;
  readonly courriel: string;
  readonly expireLe: string;
  readonly utiliseLe?: string;
  readonly donnees?: Readonly<Record<string, string>>;
  readonly creeLe: string;
}

export interface Jetons {
  create(jeton: Omit<Jeton, "id" | "creeLe">, tokenHash: string): Promise<Jeton>;
  byToken(usage: Jeton["usage"], tokenHash: string): Promise<Jeton | undefined>;
  /** False when already used: single use even under a race. */
  consume(id: string, now: string): Promise<boolean>;
  countSince(usage: Jeton["usage"], courriel: string, since: string): Promise<number>;
}
