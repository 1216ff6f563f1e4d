import type { Economie, EconomieSaisie } from "../../shared/api/models.ts";

export interface Economies {
  get(dossierId: string): Promise<Economie & { readonly saisie?: EconomieSaisie }>;
  save(dossierId: string, saisie: EconomieSaisie, par: string, seen: number): Promise<Economie>;
  validate(dossierId: string, par: string, seen: number): Promise<Economie>;
  reopen(dossierId: string, seen: number): Promise<Economie>;
}
