import { findField } from "../dossier/fields/index.ts";
import { type Contrat, contrats } from "../dossier/kernel.ts";
import { isShown } from "../dossier/layout.ts";
import { Reader, type RuleContext } from "./context.ts";
import type { Finding, Gravite } from "./finding.ts";
import { typography } from "./typography.ts";

export interface Rule {
  /** Begins with its number in regles.md (« D2-formation-pratique »). */
  readonly id: string;
  readonly article: string;
  readonly titre: string;
  readonly contrats: readonly Contrat[];
  /** Fields it looks at: « pourquoi ? » on any of them names this rule. */
  readonly champs: readonly string[];
  /** The usual severity; a finding may be milder. */
  readonly gravite: Gravite;
  readonly evaluate: (ctx: RuleContext) => readonly Finding[];
}

export type Step = readonly [libelle: string, valeur: string];

/** What a rule has to say: the sentence, and what differs from the rule's own severity and fields. */
export interface Verdict {
  readonly message: string;
  readonly gravite?: Gravite;
  readonly champs?: readonly string[];
  readonly calcul?: readonly Step[];
  readonly dossiers?: readonly string[];
}

interface Declaration extends Omit<Rule, "evaluate" | "contrats"> {
  readonly contrats?: readonly Contrat[];
  readonly judge: (reader: Reader, ctx: RuleContext) => Verdict | readonly Verdict[] | undefined;
}

const asList = (verdicts: Verdict | readonly Verdict[] | undefined): readonly Verdict[] =>
  verdicts === undefined ? [] : "message" in verdicts ? [verdicts] : verdicts;

/** Declares a rule; apprenticeship unless it says otherwise. */
export const rule = ({ judge, ...declared }: Declaration): Rule => {
  const of: Omit<Rule, "evaluate"> = {
    ...declared,
    contrats: declared.contrats ?? ["apprentissage"],
    titre: typography(declared.titre),
  };
  return {
    ...of,
    evaluate: (ctx) => {
      const reader = new Reader(ctx);
      if (!of.contrats.includes(reader.contrat)) return [];
      return asList(judge(reader, ctx)).map(
        ({ message, gravite, champs, calcul, dossiers }): Finding => ({
          regle: of.id,
          gravite: gravite ?? of.gravite,
          champs: champs ?? of.champs,
          message: typography(message),
          article: of.article,
          ...(calcul
            ? {
                calcul: calcul.map(([libelle, valeur]) => ({
                  libelle: typography(libelle),
                  valeur: typography(valeur),
                })),
              }
            : {}),
          ...(dossiers && dossiers.length > 0 ? { dossiers } : {}),
        }),
      );
    },
  };
};

export const lesDeux: readonly Contrat[] = contrats;
export const pro: readonly Contrat[] = ["professionnalisation"];

/** A finding nobody could mend on screen (every field it names is hidden) is not said. */
export const canBeMended = (finding: Finding, ctx: RuleContext): boolean =>
  finding.champs.some((id) => {
    const field = findField(id);
    return field !== undefined && isShown(field, ctx);
  });
