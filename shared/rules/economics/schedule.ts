import { addDays, addMonths, type CalendarDate } from "../../dossier/calendar.ts";
import { typography } from "../typography.ts";
import { lastsAYear, spread } from "./amounts.ts";
import type { EconomicsInput, EconomicsYear, Versement } from "./input.ts";
import type { Financing } from "./parameters.ts";

const ordinal = (annee: number): string => (annee === 1 ? "1re année" : `${annee}e année`);
const earliest = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b);

/**
 * Who pays what and when. Contracts of a year or more concluded since July 2025: 40 % thirty days after the invoice
 * (taken on the first day), 30 % at the 7th month, 20 % at the 10th, 10 % at the end of each execution year. The
 * participation comes off the first payments. Otherwise one line a year without a date: the OPCO's own schedule (V).
 */
export const schedule = (
  input: EconomicsInput,
  years: readonly EconomicsYear[],
  rule: Financing,
): Versement[] => {
  const rows: Versement[] = [];
  const add = (
    libelle: string,
    montantCentimes: number,
    payeur: Versement["payeur"],
    date?: CalendarDate,
  ) => {
    if (montantCentimes > 0)
      rows.push({ libelle: typography(libelle), montantCentimes, payeur, ...(date ? { date } : {}) });
  };
  const parts = lastsAYear(input) && input.contrat === "apprentissage" ? rule.versements : undefined;
  for (const year of years) {
    const name = ordinal(year.annee);
    add(
      "Participation de l’employeur, facturée par le CFA après la période probatoire",
      year.participationCentimes,
      "employeur",
    );
    if (!parts)
      add(`${name} : prise en charge de l’OPCO, selon son échéancier`, year.priseEnChargeCentimes, "opco");
    else {
      const shares = spread(
        year.niveauPriseEnChargeCentimes,
        parts.map(({ pourcent }) => pourcent),
      );
      let toDeduct = year.niveauPriseEnChargeCentimes - year.priseEnChargeCentimes;
      for (const [i, { pourcent, mois }] of parts.entries()) {
        const gross = shares[i] ?? 0;
        const deducted = Math.min(gross, toDeduct);
        toDeduct -= deducted;
        const last = i === parts.length - 1;
        const due = i === 0 ? addDays(year.du, 30) : last ? year.au : addMonths(year.du, mois - 1);
        add(
          `${name} : ${last ? "solde" : "versement"} de ${pourcent} %${deducted > 0 ? ", participation déduite" : ""}${last ? ", après service fait" : ""}`,
          gross - deducted,
          "opco",
          earliest(due, year.au),
        );
      }
    }
    add(`${name} : frais annexes, sur justificatifs`, year.fraisAnnexesCentimes, "opco");
    add(`${name} : reste à charge de l’employeur`, year.resteAChargeCentimes, "employeur");
  }
  return rows;
};
