import type { FieldConflict, FieldIssue } from "../../shared/catalogues/errors.ts";
import type { Who } from "../../shared/dossier/index.ts";
import type {
  DossierData,
  Field,
  FormVersion,
  ModeMission,
  Onglet,
  Value,
} from "../../shared/dossier/kernel.ts";
import type { Finding } from "../../shared/rules/finding.ts";

/** What a tab needs to know of a dossier; `DossierVue` of the contracts is one. */
export interface FormView {
  readonly id: string;
  readonly version: number;
  /** Sensitive values are masked. */
  readonly data: DossierData;
  readonly mission: ModeMission;
  /** The form version the dossier is read by. */
  readonly form: FormVersion;
  readonly completude: {
    readonly onglets: readonly {
      readonly onglet: Onglet;
      readonly invalides: readonly { readonly champ: string; readonly message: string }[];
    }[];
  };
  readonly constats: readonly (Finding & { readonly confirmation?: object })[];
}

export interface Changement {
  readonly champ: string;
  readonly avant: Value | null;
  readonly apres: Value | null;
}
export interface WriteAnswer<V extends FormView> {
  readonly dossier: V;
  readonly refus: readonly FieldIssue[];
  readonly conflits: readonly FieldConflict[];
}

export interface Explanation {
  readonly libelle: string;
  readonly obligation: string;
  readonly source?: string;
  readonly aide?: string;
  readonly regles: readonly {
    readonly regle: string;
    readonly titre: string;
    readonly article: string;
    readonly constat?: Finding;
  }[];
}

/** How a form reaches the server; each app gives its own. */
export interface FormPort<V extends FormView> {
  write(changements: readonly Changement[]): Promise<WriteAnswer<V>>;
  /** « Valider » of a tab; throws the contract’s INCOMPLET with what is missing. */
  validate(onglet: Onglet): Promise<V>;
  explain?(champ: string): Promise<Explanation>;
  /** The sensitive value in clear: an audited gesture. */
  reveal?(champ: string): Promise<string>;
  /** Every fresher view, from whatever call: the app refreshes what it shows. */
  onView?(view: V): void;
}

/** How a tab behaves for the person in front of it. */
export interface FormAudience {
  readonly who: Who;
  /** Why nothing can be typed (« Le dossier est validé… »); absent when writing is allowed. */
  readonly lecture?: string;
  readonly canWriteField: (field: Field) => boolean;
  /** « Afficher » beside a masked value, for whom the server would show it. */
  readonly mayReveal: boolean;
}

/** What a control holds: the text as typed, or a tick. */
export type Raw = string | boolean;
