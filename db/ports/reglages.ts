import type { Cfa } from "../../shared/api/models.ts";

export interface Reglages {
  /** Settings documents by key: "cfa" is the CFA (absent: first start), "smtp", "portail", "smic", "delais"… */
  get<T = unknown>(cle: string): Promise<T | undefined>;
  set(cle: string, valeur: unknown): Promise<void>;
  cfa(): Promise<Cfa | undefined>;
}
