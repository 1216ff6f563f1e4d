/** What a rule answers. Rules never throw on partial data: what cannot be judged yet gives no finding. */
export const gravites = ["bloquant", "alerte", "info"] as const;
/** bloquant: refused; alerte: passes with a reason given by a person; info: advice. */
export type Gravite = (typeof gravites)[number];

export interface Finding {
  /** Stable identifier of the rule, e.g. "D2-formation-pratique". */
  readonly regle: string;
  readonly gravite: Gravite;
  /** Field ids of the schema, the one to go to first. */
  readonly champs: readonly string[];
  /** A French sentence naming the field and the remedy. Never contains a NIR nor another dossier’s reference. */
  readonly message: string;
  /** Article, form box or notice page. */
  readonly article: string;
  /** « Pourquoi ? »: the values and steps the rule used, in order. Never a NIR. */
  readonly calcul?: readonly { readonly libelle: string; readonly valeur: string }[];
  /** References of the other dossiers it speaks of: for the CFA’s eyes only. */
  readonly dossiers?: readonly string[];
}
