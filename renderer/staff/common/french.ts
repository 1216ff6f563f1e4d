import { formatDate } from "../../../shared/dossier/calendar.ts";
import type { Tidied } from "../../../shared/dossier/formats/index.ts";
import {
  displayCents,
  displayPhone,
  tidyCents,
  tidyDate,
  tidyPhone,
} from "../../../shared/dossier/formats/index.ts";

/** « 05/09/2026 » from `2026-09-05`; « — » when absent. */
export const dateFr = (iso: string | undefined): string => (iso ? formatDate(iso.slice(0, 10)) : "—");

const stamp = new Intl.DateTimeFormat("fr-FR", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Europe/Paris",
});
/** « 05/09/2026 14:32 », Paris time. */
export const instantFr = (iso: string | undefined): string => (iso ? stamp.format(new Date(iso)) : "—");

/** « 1 234 » with the French space. */
export const numberFr = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** « 3 dossiers », « 1 dossier », « 0 dossier ». */
export const countFr = (n: number, noun: string, plural = `${noun}s`): string =>
  `${numberFr(n)}\u00a0${n > 1 ? plural : noun}`;

/** As an input shows it: `2026-09-05` → « 05/09/2026 », 123456 cents → « 1 234,56 ». */
export const dateInput = (iso: string | undefined): string => (iso ? formatDate(iso) : "");
export const eurosInput = (cents: number | undefined): string =>
  cents === undefined ? "" : displayCents(cents).replace(/\u00a0€$/, "");

export const tidyDateInput = (raw: string): Tidied<string> => {
  const judged = tidyDate(raw);
  return judged.ok ? { ok: true, value: formatDate(judged.value) } : judged;
};
export const tidyEurosInput = (raw: string): Tidied<string> => {
  const judged = tidyCents(raw);
  return judged.ok ? { ok: true, value: eurosInput(judged.value) } : judged;
};
export const tidyPhoneInput = (raw: string): Tidied<string> => {
  const judged = tidyPhone(raw);
  return judged.ok ? { ok: true, value: displayPhone(judged.value) } : judged;
};
