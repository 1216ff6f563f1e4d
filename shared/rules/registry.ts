import type { CalendarDate } from "../dossier/calendar.ts";
import { ageProRules, ageRules } from "./ages.ts";
import type { RuleContext } from "./context.ts";
import { contractTypeRules } from "./contract-type.ts";
import { dateRules } from "./dates.ts";
import type { Finding } from "./finding.ts";
import { handicapRules } from "./handicap.ts";
import { identityRules } from "./identity.ts";
import { maitreRules, tuteurRules } from "./maitre.ts";
import { payProRules, payRules } from "./pay/rules.ts";
import { professionnalisationRules } from "./professionnalisation.ts";
import { canBeMended, type Rule } from "./rule.ts";
import { workingTimeRules } from "./working-time.ts";

/** Every rule between fields, in the order findings are listed. Field formats (F1–F18) live in the schema. */
export const rules: readonly Rule[] = [
  ...identityRules,
  ...ageRules,
  ...ageProRules,
  ...handicapRules,
  ...maitreRules,
  ...tuteurRules,
  ...contractTypeRules,
  ...dateRules,
  ...professionnalisationRules,
  ...workingTimeRules,
  ...payRules,
  ...payProRules,
];

/** All findings of a dossier, in the order of `rules`; [] for an empty one. Never throws on partial or old data. */
export const findings = (ctx: RuleContext): Finding[] =>
  rules.flatMap((rule) => rule.evaluate(ctx).filter((finding) => canBeMended(finding, ctx)));

/** What a judgement looked at beside the data: what may change it although nobody writes the dossier. */
export interface Used {
  readonly smic: boolean;
  /** Last day on which the findings are these; absent when no day to come changes them. */
  readonly until?: CalendarDate;
}

/** The findings, and what they used: a judgement that is kept knows when it no longer holds. */
export const judgeFindings = (ctx: RuleContext): { constats: Finding[]; used: Used } => {
  let smic = false;
  let until: CalendarDate | undefined;
  const untilAtMost = (date: CalendarDate): void => {
    if (until === undefined || date < until) until = date;
  };
  const watched: RuleContext = {
    data: ctx.data,
    mission: ctx.mission,
    form: ctx.form,
    ...(ctx.faits ? { faits: ctx.faits } : {}),
    get smic() {
      smic = true;
      return ctx.smic;
    },
    get today() {
      untilAtMost(ctx.today);
      return ctx.today;
    },
    isPast: (date) => {
      const past = date < ctx.today;
      if (!past) untilAtMost(date);
      return past;
    },
  };
  const constats = findings(watched);
  return { constats, used: { smic, ...(until ? { until } : {}) } };
};

/** The rules that look at a field, for « pourquoi ? ». */
export const rulesFor = (champ: string): readonly Rule[] =>
  rules.filter((rule) => rule.champs.includes(champ));

export const isBlocking = (finding: Finding): boolean => finding.gravite === "bloquant";
