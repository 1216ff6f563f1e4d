import type { Evenement } from "../../shared/api/models.ts";
import type { Page } from "./store.ts";

export interface AuditEntry {
  readonly acteurId?: string;
  readonly acteur: string;
  readonly porte: Evenement["porte"];
  readonly action: string;
  readonly phrase: string;
  readonly dossierId?: string;
  readonly formationId?: string;
  /** Sensitive values already masked by the caller. */
  readonly changements?: readonly { champ: string; libelle: string; avant?: string; apres?: string }[];
}

/** Append-only, hash-chained; triggers refuse UPDATE and DELETE. */
export interface Audit {
  record(entry: AuditEntry): Promise<void>;
  ofDossier(dossierId: string, page?: { limite: number; curseur?: string }): Promise<Page<Evenement>>;
  /** Of these dossiers, the newest first: entries of these actions (`move`) and entries that changed data. */
  movesOf(
    dossierIds: readonly string[],
    actions: readonly string[],
  ): Promise<readonly { dossierId: string; move: boolean }[]>;
  recent(page: { limite: number; curseur?: string }): Promise<Page<Evenement & { reference?: string }>>;
}
