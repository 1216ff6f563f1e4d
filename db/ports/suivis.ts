import type { SuiviDepot, VieEntree } from "../../shared/api/models.ts";

export interface Suivis {
  depot(dossierId: string): Promise<{ version: number; depot: SuiviDepot }>;
  saveDepot(dossierId: string, depot: SuiviDepot, seen: number): Promise<number>;
  vie(dossierId: string): Promise<readonly VieEntree[]>;
  addVie(dossierId: string, entree: Omit<VieEntree, "id" | "creeLe" | "version">): Promise<VieEntree>;
  updateVie(
    id: string,
    entree: Omit<VieEntree, "id" | "creeLe" | "version" | "auteur">,
    seen: number,
  ): Promise<VieEntree>;
  removeVie(id: string): Promise<void>;
}
