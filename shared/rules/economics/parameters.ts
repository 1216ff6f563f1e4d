/** Amounts of the law, dated: a new decree is one more row, never an edit of a formula. */
import type { CalendarDate } from "../../dossier/calendar.ts";

export interface Financing {
  /** Contracts concluded from this day on. */
  readonly depuis: CalendarDate;
  readonly texte: string;
  /** « jour »: NPEC × days / divisor; « mois »: every month begun is due. */
  readonly prorata: "jour" | "mois";
  /** Employer's participation, level 6 and above (L6332-14, R6332-25-1); 0 before it existed. */
  readonly participationCentimes: number;
  readonly participationNouvelEmployeurCentimes: number;
  readonly participationNiveauMin: number;
  /** Share of the hours at a distance from which the NPEC is cut, by how much, and its floor (D6332-82-1). */
  readonly distanceSeuil: number | undefined;
  readonly distanceMinorationPourcent: number;
  readonly distancePlancherCentimes: number;
  /** Shares of a year's NPEC, their month, the last on completion. Undefined: the OPCO's own schedule. */
  readonly versements: readonly { readonly pourcent: number; readonly mois: number }[] | undefined;
}

const before2025: Financing = {
  depuis: "2019-01-01",
  texte: "D6332-78 et suivants, avant le décret 2025-585",
  prorata: "mois",
  participationCentimes: 0,
  participationNouvelEmployeurCentimes: 0,
  participationNiveauMin: 6,
  distanceSeuil: undefined,
  distanceMinorationPourcent: 0,
  distancePlancherCentimes: 0,
  versements: undefined,
};
const since2025: Financing = {
  depuis: "2025-07-01",
  texte: "Décrets 2025-585 et 2025-586",
  prorata: "jour",
  participationCentimes: 750_00,
  participationNouvelEmployeurCentimes: 200_00,
  participationNiveauMin: 6,
  distanceSeuil: 0.8,
  distanceMinorationPourcent: 20,
  distancePlancherCentimes: 4_000_00,
  versements: [
    { pourcent: 40, mois: 1 },
    { pourcent: 30, mois: 7 },
    { pourcent: 20, mois: 10 },
    { pourcent: 10, mois: 12 },
  ],
};

/** Oldest first. */
export const financing: readonly Financing[] = [before2025, since2025];

export const financingAt = (conclusion: CalendarDate): Financing =>
  financing.findLast((row) => row.depuis <= conclusion) ?? before2025;

/** L6332-14 3°, D6332-83: what the OPCO reimburses. */
export const fraisPlafonds = {
  nuiteeCentimes: 6_00,
  repasCentimes: 3_00,
  premierEquipementCentimes: 500_00,
} as const;

/** D6332-82 (to be checked): increase for a disabled apprentice. */
export const MAJORATION_RQTH_MAX = 4_000_00;
/** R6332-25-2: broken within the first 45 days in the company. */
export const RUPTURE_PROBATOIRE_POURCENT = 50;
