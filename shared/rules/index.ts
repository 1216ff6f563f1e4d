/** The legal rules: what they find in a dossier, the pay they ask for, its economics and its deposit. */
export { compareCerfa, type Difference } from "./compare.ts";
export type { ContratPrecedent, CrossFacts, RuleContext } from "./context.ts";
export {
  type DepositReadiness,
  depositReadiness,
  type Echeance,
  type PointDepot,
} from "./deposit.ts";
export * from "./economics/index.ts";
export type { Finding, Gravite } from "./finding.ts";
export { addWorkingDays, easter, frenchHolidays, isWorkingDay } from "./holidays.ts";
export { opcoForIdcc } from "./opco.ts";
export {
  crossFactsFrom,
  type OtherCompany,
  type OtherDossier,
  type OtherLearner,
  readsOtherDossiers,
} from "./other-dossiers.ts";
export { type Annee, type Base, type PayInput, type PayPeriod, payPeriods } from "./pay/periods.ts";
export { type Column, type ProInput, type ProPay, proMinimum, proPayPeriods } from "./pay/pro.ts";
export { proposeRemuneration } from "./pay/proposal.ts";
export { monthlyOf, type SmicTable, type SmicValue, smicAt, smicOf, smicTable } from "./pay/smic.ts";
export { findings, isBlocking, judgeFindings, rules, rulesFor, type Used } from "./registry.ts";
export type { Rule } from "./rule.ts";
export { RULES_VERSION } from "./version.ts";
