import type { Formation, FormationSaisie } from "../../shared/api/models.ts";

export interface Formations {
  list(filter?: { archivees?: boolean; ids?: readonly string[] }): Promise<readonly Formation[]>;
  /** Archived ones as well: their dossiers go on. One statement. */
  byIds(ids: readonly string[]): Promise<readonly Formation[]>;
  byId(id: string): Promise<Formation | undefined>;
  /** Of a dossier: one statement. */
  ofDossier(dossierId: string): Promise<Formation | undefined>;
  /** By `F724` or `F724-2`, case forgiven; `varianteId` when the code is a variant’s. */
  byCode(code: string): Promise<{ formation: Formation; varianteId?: string } | undefined>;
  create(saisie: FormationSaisie): Promise<Formation>;
  update(id: string, saisie: FormationSaisie, seen: number): Promise<Formation>;
  archive(id: string, archivee: boolean, seen: number): Promise<Formation>;
  /** Dossiers created by sign-up with a code. */
  countInscriptions(code: string): Promise<number>;
  /** Number of dossiers by formation id, in one statement. */
  countDossiers(): Promise<Readonly<Record<string, number>>>;
}
