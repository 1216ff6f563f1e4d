import type { Courriel } from "../../shared/api/models.ts";
import type { Page } from "./store.ts";

/** A row as it is kept: whether it may be sent again is the catalogue’s business. */
export type StoredMail = Omit<Courriel, "renvoi">;

export interface OutboxMessage {
  readonly id: string;
  readonly modele: string;
  /** Template parameters, without secret. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Password or link token, sealed at rest, erased once the mail has left or failed for good. */
  readonly secret?: string;
  readonly sujet: string;
  readonly destinataire: string;
  readonly messageId: string;
  readonly tentatives: number;
  readonly dossierId?: string;
}

export interface Outbox {
  /** `cle`: idempotency (template + dossier + version + recipient); adding the same key twice keeps the first. */
  add(message: {
    cle: string;
    modele: string;
    params: Readonly<Record<string, unknown>>;
    secret?: string;
    sujet: string;
    destinataire: string;
    dossierId?: string;
    formationId?: string;
  }): Promise<{ id: string }>;
  /** Leases due messages (and abandoned leases) until an instant. */
  lease(owner: string, now: string, until: string, limit: number): Promise<readonly OutboxMessage[]>;
  sent(id: string, now: string): Promise<void>;
  retry(id: string, at: string, erreur: string): Promise<void>;
  fail(id: string, erreur: string): Promise<void>;
  uncertain(id: string, erreur: string): Promise<void>;
  /** Staff decision: send again now (possibly to a corrected address). */
  requeue(id: string, now: string): Promise<void>;
  byId(id: string): Promise<StoredMail | undefined>;
  list(
    filter: { statuts?: readonly Courriel["statut"][]; dossierId?: string; recherche?: string },
    page: { limite: number; curseur?: string },
  ): Promise<Page<StoredMail>>;
  counts(): Promise<Readonly<Record<Courriel["statut"], number>>>;
}
