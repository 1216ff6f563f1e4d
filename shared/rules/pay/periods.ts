/** The minimum pay of an apprentice, period by period (D6222-26 to D6222-32). */
import { type CalendarDate, formatDate, isCalendarDate } from "../../dossier/calendar.ts";
import { displayCents } from "../../dossier/formats/cents.ts";
import { tauxApprentissage } from "../../dossier/nomenclatures/index.ts";
import { payPeriods as cut, payAgeAt } from "../../dossier/periods.ts";
import type { ContratPrecedent } from "../context.ts";
import type { Step } from "../rule.ts";
import { type SmicTable, shareUp, smicOf } from "./smic.ts";

export type Base = "SMIC" | "SMC";
/** Years of the grid; the fourth also pays what an extension adds. */
export type Annee = 1 | 2 | 3 | 4;

export interface PayInput {
  readonly naissance: CalendarDate;
  /** Start of execution and end of the contract, both included. */
  readonly debut: CalendarDate;
  readonly fin: CalendarDate;
  /** Code of `diplomeApprentissage`; 62 (licence professionnelle) is enough for `licencePro`. */
  readonly diplome?: string | undefined;
  /** D6222-32: never less than the second year's rate. */
  readonly licencePro?: boolean;
  readonly secteur?: "prive" | "public";
  /** Minimum of the collective agreement for the job, monthly; counts from 21 when above the SMIC. */
  readonly smcMensuelCentimes?: number | undefined;
  /** D6222-28-1: the year at which the grid is entered when the cycle was partly done before. Default 1. */
  readonly anneeEntree?: Annee | undefined;
  /** D6222-30: contract of a year at most, same level as the diploma held, in direct relation. */
  readonly majoration15?: boolean;
  /** D6272-2: points a public employer chooses to add. */
  readonly majorationPublique?: 0 | 10 | 20;
  /** D6222-29: kept when that contract's diploma was obtained. */
  readonly contratPrecedent?: ContratPrecedent | undefined;
  /** D6222-28-2: percentage of the last period of a contract extended after a failure. */
  readonly prolongeDepuis?: number | undefined;
  /** Work in Mayotte, where the SMIC is another. */
  readonly mayotte?: boolean;
}

export interface PayPeriod {
  readonly annee: number;
  readonly periode: 1 | 2;
  readonly du: CalendarDate;
  readonly au: CalendarDate;
  /** Whole points. */
  readonly pourcentage: number;
  readonly base: Base;
  /** Monthly minimum for 35 h, in cents, with the SMIC in force on `du`; absent when no SMIC is known that day. */
  readonly minimumCentimes?: number;
  /** « Pourquoi ? » */
  readonly calcul: readonly Step[];
}

const LICENCE_PRO = "62";
/** Contracts concluded before follow another grid. */
const GRID_SINCE = "2019-01-01";

const bracketAt = (age: number) =>
  tauxApprentissage.items.find((row) => (row.ageMin ?? 0) <= age && age <= (row.ageMax ?? 999));

const rateOf = (row: NonNullable<ReturnType<typeof bracketAt>>, annee: Annee): number =>
  [row.annee1, row.annee2, row.annee3, row.annee4][annee - 1] ?? row.annee4;

const gridYear = (input: PayInput, annee: number): Annee => {
  const entered = annee - 1 + (input.anneeEntree ?? 1);
  const floor = input.licencePro || input.diplome === LICENCE_PRO ? 2 : 1;
  return Math.min(4, Math.max(entered, floor)) as Annee;
};

/** D6222-31: an increase never takes the pay above 100 % (P3). */
const raised = (rate: number, points: number): number =>
  points > 0 ? Math.max(rate, Math.min(100, rate + points)) : rate;

/**
 * The legal minimum of each period: years of execution, cut the 1st of the month after the 18th, 21st and 26th
 * birthdays; contiguous from `debut` to `fin`. [] when a date is missing, wrong or out of order, or before the grid.
 */
export const payPeriods = (input: PayInput, smic: SmicTable): PayPeriod[] => {
  const { naissance, debut, fin } = input;
  if (![naissance, debut, fin].every(isCalendarDate)) return [];
  if (naissance >= debut || debut < GRID_SINCE) return [];
  return cut(naissance, debut, fin).flatMap(({ annee, periode, du, au }): PayPeriod[] => {
    const age = payAgeAt(naissance, du);
    const row = bracketAt(age);
    if (!row) return [];
    const year = gridYear(input, annee);
    const calcul: Step[] = [
      ["Année d’exécution du contrat", String(annee)],
      ["Âge retenu (1er du mois suivant l’anniversaire)", `${age} ans`],
    ];
    if (year !== annee) calcul.push(["Année de la grille", String(year)]);
    let pourcentage = rateOf(row, year);
    calcul.push(["Grille (D6222-26)", `${pourcentage} %`]);
    const apply = (label: string, rate: number): void => {
      if (rate <= pourcentage) return;
      pourcentage = rate;
      calcul.push([label, `${rate} %`]);
    };
    if (input.majoration15) apply("Majoration de 15 points (D6222-30)", raised(pourcentage, 15));
    if (input.secteur === "public")
      apply("Majoration de l’employeur public (D6272-2)", raised(pourcentage, input.majorationPublique ?? 0));
    if (input.contratPrecedent?.diplomeObtenu)
      apply("Maintien du contrat précédent (D6222-29)", input.contratPrecedent.dernierPourcentage);
    if (input.prolongeDepuis !== undefined)
      apply("Prolongation après échec (D6222-28-2)", input.prolongeDepuis);

    const value = smicOf(smic, du, input.mayotte);
    const smc = age >= 21 ? (input.smcMensuelCentimes ?? 0) : 0;
    const useSmc = value !== undefined && smc > value.mensuel;
    const base: Base = useSmc ? "SMC" : "SMIC";
    if (value)
      calcul.push([`SMIC mensuel depuis le ${formatDate(value.depuis)}`, displayCents(value.mensuel)]);
    if (useSmc) calcul.push(["Salaire minimum conventionnel", displayCents(smc)]);
    const minimumCentimes = value ? shareUp(useSmc ? smc : value.mensuel, pourcentage) : undefined;
    if (minimumCentimes !== undefined)
      calcul.push([`${pourcentage} % du ${base}, au centime supérieur`, displayCents(minimumCentimes)]);
    return [
      {
        annee,
        periode,
        du,
        au,
        pourcentage,
        base,
        ...(minimumCentimes === undefined ? {} : { minimumCentimes }),
        calcul,
      },
    ];
  });
};
