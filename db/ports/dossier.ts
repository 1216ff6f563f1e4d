import type { Cfa, Completude, DossierLigne, Formation } from "../../shared/api/models.ts";
import type {
  Contrat,
  DossierData,
  FormVersion,
  ModeMission,
  NiveauSaisie,
} from "../../shared/dossier/kernel.ts";
import type { CrossFacts } from "../../shared/rules/context.ts";
import type { Finding } from "../../shared/rules/finding.ts";

/** What is kept of a judgement beside completeness: the findings, and the facts of other dossiers they used. */
export interface JugementStocke {
  readonly constats: readonly Finding[];
  readonly faits: CrossFacts;
}

/** A dossier whole, as use cases handle it: its row of the lists, and the rest. The NIR in `data` is in clear here and sealed in the table. */
export interface Dossier extends Omit<DossierLigne, "formationTitre"> {
  readonly version: number;
  readonly varianteId?: string;
  readonly data: DossierData;
  /** The stored judgement: believed only while `jugementCle` says it was made from what holds now. */
  readonly completude: Completude;
  /** Absent in a dossier written by a version that did not keep it. */
  readonly jugement?: JugementStocke;
  /** Fingerprint of the judgement’s inputs; "" when it is to be made again. */
  readonly jugementCle: string;
  readonly baseValidee: boolean;
  readonly economieDepuis: string;
  readonly retour?: { readonly motif: string; readonly par: string; readonly le: string };
  /** Alerts that a person confirmed with a reason, by rule id. */
  readonly confirmations: Readonly<
    Record<string, { readonly motif: string; readonly par: string; readonly le: string }>
  >;
  readonly cerfaExterne?: { readonly fichierId: string; readonly nom: string; readonly le: string };
  readonly origine: "invitation" | "code" | "import";
  readonly codeAcces?: string;
  readonly figeLe?: string;
  readonly empreinte?: string;
  readonly creeLe: string;
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
