import type { Cfa, Completude, Formation } from "../../shared/api/models.ts";
import type {
  Contrat,
  DossierData,
  FormVersion,
  ModeMission,
  NiveauSaisie,
} from "../../shared/dossier/kernel.ts";
import type { Etat, EtatEconomie } from "../../shared/workflow/index.ts";

/** A dossier whole, as use cases handle it. The NIR in `data` is in clear here and sealed in the table. */
export interface Dossier {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly formationId: string;
  readonly varianteId?: string;
  readonly contrat: Contrat;
  readonly niveauSaisie: NiveauSaisie;
  readonly etat: Etat;
  readonly etatDepuis: string;
  readonly data: DossierData;
  /** Computed at write by the caller, stored for lists. */
  readonly completude: Completude;
  readonly bloquants: number;
  readonly baseValidee: boolean;
  readonly datesProvisoires: boolean;
  readonly economie: EtatEconomie;
  readonly economieDepuis: string;
  readonly retour?: { readonly motif: string; readonly par: string; readonly le: string };
  /** Alerts that a person confirmed with a reason, by rule id. */
  readonly confirmations: Readonly<
    Record<string, { readonly motif: string; readonly par: string; readonly le: string }>
  >;
  readonly cerfaExterne?: { readonly fichierId: string; readonly nom: string; readonly le: string };
  /** Address of the alternant’s access, even before the data hold one. */
  readonly courriel: string;
  readonly origine: "invitation" | "code" | "import";
  readonly codeAcces?: string;
  readonly figeLe?: string;
  readonly empreinte?: string;
  readonly creeLe: string;
  readonly modifieLe: string;
}

/** The immutable copy documents are rendered from: data, form version, CFA and formation as they were. */
export interface Instantane {
  readonly id: string;
  readonly dossierId: string;
  readonly numero: number;
  readonly form: FormVersion;
  readonly figeLe: string;
  readonly par: string;
  /** SHA-256 of the canonical JSON of `contenu`, NIR included. */
  readonly empreinte: string;
  readonly contenu: {
    readonly reference: string;
    readonly contrat: Contrat;
    readonly niveauSaisie: NiveauSaisie;
    readonly mission: ModeMission;
    readonly data: DossierData;
    readonly cfa: Cfa;
    readonly formation: Formation;
    readonly varianteId?: string;
  };
}
