import type { CalendarDate } from "../../dossier/calendar.ts";
import type { Contrat } from "../../dossier/kernel.ts";
import type { Finding } from "../finding.ts";

export interface FraisAnnexes {
  readonly nuitees: number;
  readonly repas: number;
  readonly premierEquipementCentimes: number;
  readonly mobiliteCentimes: number;
}

/** The amounts a person entered for a year, to be checked against the computed ones. */
export interface AnneeSaisie {
  readonly annee: number;
  readonly coutCentimes: number;
  readonly npecCentimes: number;
  readonly priseEnChargeCentimes: number;
  readonly participationCentimes: number;
  readonly fraisAnnexesCentimes: number;
  readonly resteAChargeCentimes: number;
}

/** All amounts in integer cents; both dates included. */
export interface EconomicsInput {
  readonly contrat: Contrat;
  readonly debut: CalendarDate;
  readonly fin: CalendarDate;
  readonly dateConclusion: CalendarDate;
  /** 3 to 8, of the RNCP sheet. */
  readonly niveauRncp: number;
  readonly secteur: "prive" | "public";
  readonly rqth: boolean;
  /** Code of `typeContratOuAvenant`; 23 is a new employer after a rupture. */
  readonly typeContrat?: string | undefined;
  readonly heures?: number | undefined;
  readonly heuresDistance?: number | undefined;
  /** One of the 33 certifications exempt from the distance cut (order of 26/11/2025). */
  readonly exempteDistance?: boolean;
  /** Price of each execution year, as agreed (a short last year has its own price). */
  readonly coutAnnuelCentimes: readonly number[];
  /** Annual NPEC of each year, before any prorata. */
  readonly npecAnnuelCentimes: readonly number[];
  /** Price of a full year, prorated on a short one; used where no price was entered. */
  readonly coutDefautCentimes?: number | undefined;
  readonly npecDefautCentimes?: number | undefined;
  readonly frais?: FraisAnnexes | undefined;
  /** Increase agreed for a disabled apprentice, for the whole contract. */
  readonly majorationRqthCentimes?: number | undefined;
  readonly saisie?: readonly AnneeSaisie[] | undefined;
  readonly resteAChargePrevu?: boolean | undefined;
  /** Last day of the contract when broken, and whether within the 45 days in the company. */
  readonly rupture?: { readonly date: CalendarDate; readonly probatoire: boolean } | undefined;
  /** Days of a year: 365 (default), or those of the execution year. To be settled with an OPCO's statement (V). */
  readonly diviseur?: "365" | "reel" | undefined;
}

export interface EconomicsYear {
  readonly annee: number;
  readonly du: CalendarDate;
  readonly au: CalendarDate;
  readonly jours: number;
  readonly coutCentimes: number;
  /** Annual, as entered. */
  readonly npecCentimes: number;
  /** Prorated NPEC, distance cut and disability increase included: before the employer's participation. */
  readonly niveauPriseEnChargeCentimes: number;
  /** How much the distance cut took off the prorated NPEC. */
  readonly minorationDistanceCentimes: number;
  readonly majorationRqthCentimes: number;
  /** What the OPCO pays: the level less the participation. */
  readonly priseEnChargeCentimes: number;
  readonly participationCentimes: number;
  readonly fraisAnnexesCentimes: number;
  /** Price − OPCO − participation, never negative. Never the learner's. */
  readonly resteAChargeCentimes: number;
}

export type EconomicsTotal = Omit<EconomicsYear, "annee" | "du" | "au">;

export interface Versement {
  readonly libelle: string;
  readonly date?: CalendarDate;
  readonly montantCentimes: number;
  readonly payeur: "opco" | "employeur";
}

export interface EconomicsResult {
  readonly annees: readonly EconomicsYear[];
  readonly total: EconomicsTotal;
  readonly majorationRqthCentimes: number;
  readonly echeancier: readonly Versement[];
  readonly constats: readonly Finding[];
}
