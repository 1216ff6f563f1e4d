import { addDays, type CalendarDate, weekday } from "../dossier/calendar.ts";

const pad = (value: number): string => String(value).padStart(2, "0");

/** Easter Sunday (Gregorian calendar, Meeus/Jones/Butcher). */
export const easter = (year: number): CalendarDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${pad(month)}-${pad(day)}`;
};

/** The eleven public holidays of the year, in order (L3133-1); `alsaceMoselle` adds Good Friday and 26 December. */
export const frenchHolidays = (year: number, alsaceMoselle = false): CalendarDate[] => {
  const sunday = easter(year);
  const days = [
    `${year}-01-01`,
    addDays(sunday, 1),
    `${year}-05-01`,
    `${year}-05-08`,
    addDays(sunday, 39),
    addDays(sunday, 50),
    `${year}-07-14`,
    `${year}-08-15`,
    `${year}-11-01`,
    `${year}-11-11`,
    `${year}-12-25`,
    ...(alsaceMoselle ? [addDays(sunday, -2), `${year}-12-26`] : []),
  ];
  return days.sort();
};

/** Jour ouvrable: Monday to Saturday, public holidays apart. */
export const isWorkingDay = (date: CalendarDate, alsaceMoselle = false): boolean =>
  weekday(date) !== 7 && !frenchHolidays(Number(date.slice(0, 4)), alsaceMoselle).includes(date);

/** The `count`-th jour ouvrable after a day, that day not counted. */
export const addWorkingDays = (date: CalendarDate, count: number, alsaceMoselle = false): CalendarDate => {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, alsaceMoselle)) left -= 1;
  }
  return day;
};
