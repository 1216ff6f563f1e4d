import { isCalendarDate } from "../../dossier/calendar.ts";
import { amounts, totalOf } from "./amounts.ts";
import { inconsistencies } from "./findings.ts";
import type { EconomicsInput, EconomicsResult } from "./input.ts";
import { financingAt } from "./parameters.ts";
import { schedule } from "./schedule.ts";

export type * from "./input.ts";
export { financing, financingAt, fraisPlafonds } from "./parameters.ts";

/**
 * The economic elements of a contract, per execution year and in total, with who pays when and what does not add up.
 * Pure and integer; wrong or reversed dates give no year, payment nor finding.
 */
export const economics = (input: EconomicsInput): EconomicsResult => {
  const rule = financingAt(isCalendarDate(input.dateConclusion) ? input.dateConclusion : input.debut);
  const annees = amounts(input, rule);
  const dated = annees.length > 0;
  return {
    annees,
    total: totalOf(annees),
    majorationRqthCentimes: input.majorationRqthCentimes ?? 0,
    echeancier: dated ? schedule(input, annees, rule) : [],
    constats: dated ? inconsistencies(input, annees, rule) : [],
  };
};
