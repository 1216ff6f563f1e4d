/** How rule tests are written: a complete dossier, what differs, the rule, what it must say, and where that is written. */
import { expect, it } from "vitest";
import {
  aCompleteApprentissage,
  aCompleteProfessionnalisation,
  type Overrides,
} from "../../tests/builders/dossier-data.ts";
import { contratOf, currentForm } from "../dossier/index.ts";
import type { DossierData } from "../dossier/kernel.ts";
import type { CrossFacts, RuleContext } from "./context.ts";
import { smicTable } from "./pay/smic.ts";
import { rules } from "./registry.ts";

export const contextOf = (data: DossierData, faits?: CrossFacts, today = "2026-08-20"): RuleContext => ({
  data,
  mission: "facultative",
  form: currentForm(contratOf(data), today),
  today,
  smic: smicTable,
  ...(faits ? { faits } : {}),
});

/** « bloquant dateFinContrat » per finding of the rule: severity, then the field to go to first. */
export const said = (regle: string, data: DossierData, faits?: CrossFacts, today?: string): string[] =>
  rules
    .filter((rule) => rule.id === regle)
    .flatMap((rule) => rule.evaluate(contextOf(data, faits, today)))
    .map(({ gravite, champs }) => `${gravite} ${champs[0]}`);

export type Case = readonly [
  source: string,
  what: string,
  regle: string,
  overrides: Overrides,
  expected: readonly string[],
  faits?: CrossFacts,
  today?: string,
];

const run = (builder: (overrides: Overrides) => DossierData) => (cases: readonly Case[]) => {
  for (const [source, what, regle, overrides, expected, faits, today] of cases)
    it(`${source}: ${what} (${regle})`, () => {
      expect(rules.some(({ id }) => id === regle)).toBe(true);
      const data = builder(overrides);
      expect(said(regle, data, faits, today)).toEqual(expected);
      const found = rules
        .filter((rule) => rule.id === regle)
        .flatMap((rule) => rule.evaluate(contextOf(data, faits, today)))
        .map(({ message, champs, calcul }) => ({ message, champs, ...(calcul ? { calcul } : {}) }));
      if (found.length > 0) expect(found).toMatchSnapshot();
    });
};

/** Each case on a complete apprenticeship dossier (23 years old, 1 September 2026 to 31 August 2028). */
export const onApprentissage = run(aCompleteApprentissage);
/** Each case on a complete professionnalisation dossier (24 years old, 1 September 2026 to 31 August 2027). */
export const onProfessionnalisation = run(aCompleteProfessionnalisation);
