/**
 * Years of execution and age thresholds: how the pay grid of the form (4 years × 2 periods) cuts a contract.
 * Shared by the schema (which rows must be filled) and by the pay rules (what they must hold).
 */
import {
  addDays,
  addYears,
  ageAt,
  type CalendarDate,
  firstOfNextMonth,
  isCalendarDate,
  parts,
} from "./calendar.ts";

export interface Period {
  readonly du: CalendarDate;
  readonly au: CalendarDate;
}
export interface ExecutionYear extends Period {
  /** 1 for the first year of execution. */
  readonly annee: number;
}
export interface PayPeriod extends ExecutionYear {
  /** 1, or 2 after an age threshold crossed within the year. */
  readonly periode: 1 | 2;
}

export const AGE_THRESHOLDS = [18, 21, 26] as const;
export type AgeThreshold = (typeof AGE_THRESHOLDS)[number];

/** A typing slip (end in 2099) must not make a hundred years. */
const MAX_YEARS = 12;

/** Year n runs from start + (n − 1) years to the day before start + n years, bounded by the end. [] on bad dates. */
export const executionYears = (
  debut: CalendarDate | undefined,
  fin: CalendarDate | undefined,
): ExecutionYear[] => {
  if (!isCalendarDate(debut) || !isCalendarDate(fin)) return [];
  const years: ExecutionYear[] = [];
  for (let annee = 1; annee <= MAX_YEARS; annee += 1) {
    const du = addYears(debut, annee - 1);
    if (du > fin) break;
    const last = addDays(addYears(debut, annee), -1);
    years.push({ annee, du, au: last < fin ? last : fin });
  }
  return years;
};

/** The day a birthday changes the pay: the 1st of the month after it (D6222-31), even for a birthday on a 1st. */
export const thresholdDate = (birth: CalendarDate, age: number): CalendarDate =>
  firstOfNextMonth(addYears(birth, age));

/** The threshold that cuts a period in two: strictly after its first day, at the latest on its last. */
export const ageThresholdIn = (
  birth: CalendarDate | undefined,
  { du, au }: Period,
): { age: AgeThreshold; from: CalendarDate } | undefined => {
  if (!isCalendarDate(birth)) return undefined;
  for (const age of AGE_THRESHOLDS) {
    const from = thresholdDate(birth, age);
    if (from > du && from <= au) return { age, from };
  }
  return undefined;
};

/** Age that counts for pay on a day: the birthday of the month counts from the next month on. */
export const payAgeAt = (birth: CalendarDate, at: CalendarDate): number => {
  const { month } = parts(at);
  const reached = ageAt(birth, at);
  return parts(birth).month === month && reached > 0 && at < thresholdDate(birth, reached)
    ? reached - 1
    : reached;
};

/** The rows of the pay grid: one period a year, two when a threshold cuts it; contiguous from start to end. */
export const payPeriods = (
  birth: CalendarDate | undefined,
  debut: CalendarDate | undefined,
  fin: CalendarDate | undefined,
): PayPeriod[] =>
  executionYears(debut, fin).flatMap((year): PayPeriod[] => {
    const cut = ageThresholdIn(birth, year);
    if (!cut) return [{ ...year, periode: 1 }];
    return [
      { ...year, periode: 1, au: addDays(cut.from, -1) },
      { ...year, periode: 2, du: cut.from },
    ];
  });
