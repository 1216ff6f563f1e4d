import type { Deps, Passwords } from "../deps.ts";
import type { Random } from "./random.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

export const after = (instant: Date, minutes: number): Date => new Date(instant.getTime() + minutes * MINUTE);
export const daysBefore = (instant: Date, days: number): Date => new Date(instant.getTime() - days * DAY);

/** The same application at another time: its use cases read that clock, and nothing is woken up for what is past. */
const then = (deps: Deps, when: Date): Deps => ({
  ...deps,
  now: () => when,
  mailDue: () => {},
  judgementsDue: () => {},
});

export const at = (deps: Deps, when: Date): Deps => ({
  ...then(deps, when),
  store: { ...deps.store, write: (work) => deps.store.write(work, when) },
});

/**
 * What one person does at one time, its use cases taken together in one transaction: a thousand steps wait for the
 * disk a thousand times, not four. No password may be hashed in it.
 */
export const together = (
  deps: Deps,
  when: Date,
  passwords: Passwords,
  work: (deps: Deps) => Promise<void>,
): Promise<void> =>
  deps.store.write(
    (tx) =>
      work({
        ...then(deps, when),
        passwords,
        store: { ...deps.store, read: (inner) => inner(tx), write: (inner) => inner(tx) },
      }),
    when,
  );

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
