/**
 * Calendar dates without time zone, as ISO strings `YYYY-MM-DD`. All arithmetic goes through UTC so no
 * workstation clock or DST night can move a date.
 */
export type CalendarDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

const toUtc = (date: CalendarDate): number => {
  const match = ISO.exec(date);
  if (!match) throw new RangeError(`not a calendar date`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
};
const fromUtc = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10);

/** True for an existing day between years 1900 and 2100 written `YYYY-MM-DD`. */
export const isCalendarDate = (value: unknown): value is CalendarDate => {
  if (typeof value !== "string") return false;
  const match = ISO.exec(value);
  if (!match) return false;
  const year = Number(match[1]);
  return year >= 1900 && year <= 2100 && fromUtc(toUtc(value)) === value;
};

export const parts = (date: CalendarDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromUtc(toUtc(date) + days * DAY_MS);

/** Adds months, clamping to the last day (31 January + 1 month = 28 or 29 February). */
export const addMonths = (date: CalendarDate, months: number): CalendarDate => {
  const { year, month, day } = parts(date);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12;
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(y, m, Math.min(day, last)));
};

export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12);

/** Days from `from` to `to` (0 when equal, negative when `to` is earlier). */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / DAY_MS);

/** Full years between a birth date and a date: 17 the day before the 18th birthday. */
export const ageAt = (birth: CalendarDate, at: CalendarDate): number => {
  const b = parts(birth);
  const a = parts(at);
  return a.year - b.year - (a.month < b.month || (a.month === b.month && a.day < b.day) ? 1 : 0);
};

export const firstOfNextMonth = (date: CalendarDate): CalendarDate => addMonths(`${date.slice(0, 8)}01`, 1);

/** Day of the week, Monday = 1 … Sunday = 7. */
export const weekday = (date: CalendarDate): number => ((new Date(toUtc(date)).getUTCDay() + 6) % 7) + 1;

/** French writing, 05/09/2026. */
export const formatDate = (date: CalendarDate): string =>
  `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;

/** Today where the CFA works; the only place that reads a clock for a calendar date. */
export const todayInParis = (now: Date = new Date()): CalendarDate =>
  new Intl.DateTimeFormat("fr-CA", { timeZone: "Europe/Paris", dateStyle: "short" }).format(now);
