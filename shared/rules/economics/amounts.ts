/** The amounts of each execution year, in integer cents. */
import { addDays, addMonths, addYears, type CalendarDate, daysBetween } from "../../dossier/calendar.ts";
import { executionYears } from "../../dossier/periods.ts";
import type { EconomicsInput, EconomicsTotal, EconomicsYear } from "./input.ts";
import { type Financing, fraisPlafonds, RUPTURE_PROBATOIRE_POURCENT } from "./parameters.ts";

/** A share of an amount, to the nearest cent. */
const share = (centimes: number, part: number, of: number): number => Math.round((centimes * part) / of);

/** Shares an amount by weights, to the cent, without losing one: the last weighted share takes the rest. */
export const spread = (centimes: number, weights: readonly number[]): number[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let done = 0;
  let weighed = 0;
  return weights.map((weight) => {
    weighed += weight;
    const until = whole === 0 ? 0 : Math.round((centimes * weighed) / whole);
    const part = until - done;
    done = until;
    return part;
  });
};

interface Year {
  readonly annee: number;
  readonly du: CalendarDate;
  readonly au: CalendarDate;
  readonly jours: number;
  /** Days of the full execution year: 365 or 366. */
  readonly joursAnnee: number;
  readonly moisCommences: number;
}

export const yearsOf = ({ debut, fin, rupture }: EconomicsInput): Year[] => {
  const end = rupture && rupture.date < fin ? rupture.date : fin;
  return executionYears(debut, end).map(({ annee, du, au }) => {
    let months = 0;
    while (months < 12 && addMonths(du, months) <= au) months += 1;
    return {
      annee,
      du,
      au,
      jours: daysBetween(du, au) + 1,
      joursAnnee: daysBetween(du, addYears(debut, annee)),
      moisCommences: months,
    };
  });
};

/** Part of the annual NPEC a year deserves, as a fraction; never more than the whole. */
const covered = (
  year: Year,
  rule: Financing,
  diviseur: "365" | "reel",
): readonly [part: number, of: number] => {
  if (rule.prorata === "mois") return [year.moisCommences, 12];
  const of = diviseur === "reel" ? year.joursAnnee : 365;
  return [Math.min(year.jours, of), of];
};

/** Hours at a distance reach the threshold and nothing exempts the certification. */
export const isDistance = (input: EconomicsInput, rule: Financing): boolean => {
  const { heures, heuresDistance, exempteDistance } = input;
  if (rule.distanceSeuil === undefined || exempteDistance || input.contrat !== "apprentissage") return false;
  return heures !== undefined && heures > 0 && (heuresDistance ?? 0) >= rule.distanceSeuil * heures;
};

/** Annual NPEC after the distance cut; the floor never raises a NPEC that was already below it. */
const reduced = (npec: number, rule: Financing): number =>
  Math.max(
    share(npec, 100 - rule.distanceMinorationPourcent, 100),
    Math.min(npec, rule.distancePlancherCentimes),
  );

/** The employer's participation in law (L6332-14); 0 for the public sector (to be checked) and below level 6. */
export const participationDue = (input: EconomicsInput, rule: Financing, levelCentimes: number): number => {
  if (input.contrat !== "apprentissage" || input.secteur === "public") return 0;
  if (input.niveauRncp < rule.participationNiveauMin) return 0;
  const due =
    input.typeContrat === "23" ? rule.participationNouvelEmployeurCentimes : rule.participationCentimes;
  return input.rupture?.probatoire
    ? Math.min(due, share(levelCentimes, RUPTURE_PROBATOIRE_POURCENT, 100))
    : due;
};

/** Reimbursed expenses of the contract, capped: nights and meals, and what is spent at the start. */
export const fraisOf = ({ frais }: EconomicsInput): { readonly sejour: number; readonly depart: number } => ({
  sejour: frais
    ? frais.nuitees * fraisPlafonds.nuiteeCentimes + frais.repas * fraisPlafonds.repasCentimes
    : 0,
  depart: frais
    ? Math.min(frais.premierEquipementCentimes, fraisPlafonds.premierEquipementCentimes) +
      frais.mobiliteCentimes
    : 0,
});

export const amounts = (input: EconomicsInput, rule: Financing): EconomicsYear[] => {
  const years = yearsOf(input);
  const days = years.map(({ jours }) => jours);
  const diviseur = input.diviseur ?? "365";
  const distance = isDistance(input, rule);
  const majorations = spread(input.majorationRqthCentimes ?? 0, days);
  const frais = fraisOf(input);
  const sejours = spread(frais.sejour, days);
  return years.map((year, i) => {
    const [part, of] = covered(year, rule, diviseur);
    const npec = input.npecAnnuelCentimes[i] ?? input.npecDefautCentimes ?? 0;
    const full = share(npec, part, of);
    const base = distance ? share(reduced(npec, rule), part, of) : full;
    const majoration = majorations[i] ?? 0;
    const level = base + majoration;
    const participation = i === 0 ? participationDue(input, rule, level) : 0;
    const paid = Math.max(0, level - participation);
    const cout =
      input.coutAnnuelCentimes[i] ??
      share(input.coutDefautCentimes ?? 0, Math.min(year.jours, year.joursAnnee), year.joursAnnee);
    return {
      annee: year.annee,
      du: year.du,
      au: year.au,
      jours: year.jours,
      coutCentimes: cout,
      npecCentimes: npec,
      niveauPriseEnChargeCentimes: level,
      minorationDistanceCentimes: full - base,
      majorationRqthCentimes: majoration,
      priseEnChargeCentimes: paid,
      participationCentimes: participation,
      fraisAnnexesCentimes: (sejours[i] ?? 0) + (i === 0 ? frais.depart : 0),
      resteAChargeCentimes: Math.max(0, cout - paid - participation),
    };
  });
};

export const totalOf = (years: readonly EconomicsYear[]): EconomicsTotal => {
  const sum = (key: keyof EconomicsTotal): number => years.reduce((total, year) => total + year[key], 0);
  return {
    jours: sum("jours"),
    coutCentimes: sum("coutCentimes"),
    npecCentimes: sum("npecCentimes"),
    niveauPriseEnChargeCentimes: sum("niveauPriseEnChargeCentimes"),
    minorationDistanceCentimes: sum("minorationDistanceCentimes"),
    majorationRqthCentimes: sum("majorationRqthCentimes"),
    priseEnChargeCentimes: sum("priseEnChargeCentimes"),
    participationCentimes: sum("participationCentimes"),
    fraisAnnexesCentimes: sum("fraisAnnexesCentimes"),
    resteAChargeCentimes: sum("resteAChargeCentimes"),
  };
};

/** At least a year, to the day: the 40/30/20/10 schedule holds. */
export const lastsAYear = ({ debut, fin }: EconomicsInput): boolean => fin >= addDays(addYears(debut, 1), -1);
