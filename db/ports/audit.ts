import type { DossierLigne, Evenement } from "../../shared/api/models.ts";
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

export interface SinceQuestion {
  readonly apres: number;
  readonly actions: readonly string[];
  /** Whose gestures are left out: one knows one’s own. */
  readonly saufActeur?: string;
  /** Only dossiers of these formations; absent: all, and what is about no dossier. */
  readonly formationIds?: readonly string[];
  readonly limite: number;
}
export interface Happened {
  readonly numero: number;
  readonly action: string;
  readonly dossier?: Pick<DossierLigne, "id" | "reference" | "etat" | "nom" | "prenom" | "courriel"> & {
    readonly code: string;
  };
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
  /** The number of the newest entry; 0 when there is none. */
  last(): Promise<number>;
  /**
   * Entries of these actions after a number, the oldest first, each with its dossier as it is now: at most `limite`,
   * and none further back than the last `RECENT_ENTRIES`, whatever the number.
   */
  since(question: SinceQuestion): Promise<readonly Happened[]>;
  recent(page: { limite: number; curseur?: string }): Promise<Page<Evenement & { reference?: string }>>;
}
