import { formatDate } from "../../shared/dossier/calendar.ts";
import { displayCents } from "../../shared/dossier/formats/index.ts";

/** « 05/09/2026 » from `2026-09-05` or an instant; « — » when absent. */
export const dateFr = (iso: string | undefined): string => (iso ? formatDate(iso.slice(0, 10)) : "—");

const stamp = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});
/** « 05/09/2026 14:32 », Paris time; « — » when absent. */
export const instantFr = (iso: string | undefined): string => (iso ? stamp.format(new Date(iso)) : "—");

/** « 3 dossiers », « 1 dossier », « 0 dossier ». */
export const countFr = (n: number, noun: string, plural = `${noun}s`): string =>
  `${String(n).replace(/\B(?=(\d{3})+$)/g, "\u202f")}\u00a0${n > 1 ? plural : noun}`;

export const eurosFr = displayCents;
/** As an input shows it: 123456 → « 1 234,56 ». */
export const eurosInput = (cents: number): string => displayCents(cents).replace(/\u00a0€$/, "");
