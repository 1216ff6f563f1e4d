import type { Deps, Passwords } from "../deps.ts";
import type { Random } from "./random.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

export const after = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * MINUTE);
export const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY);

/**
 * The same application at another time: the clock of the use cases and of the transactions says `when`, and nothing is
 * woken up for what is past.
 */
export const at = (deps: Deps, when: Date, passwords: Passwords = deps.passwords): Deps => ({
  ...deps,
  now: () => when,
  store: { ...deps.store, write: (work) => deps.store.write(work, when) },
  passwords,
  mailDue: () => {},
  judgementsDue: () => {},
});

/** The most days ago anything happened to a dossier of the demonstration. */
export const LONGEST = 43;

/** Six weeks of a campaign: the moments at which a dossier moved on, each in working hours, the last before now. */
export const momentsOf = (random: Random, now: Date, count: number): readonly Date[] => {
  const oldest = 3 + random.int(0, LONGEST - 3);
  return Array.from({ length: count }, (_, step) => {
    const instant = daysBefore(now, Math.max(1, Math.round(oldest * (1 - step / count))));
    instant.setUTCHours(7 + step * 2, random.int(0, 59), random.int(0, 59), 0);
    return instant;
  });
};
