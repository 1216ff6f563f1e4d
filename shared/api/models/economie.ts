import { z } from "zod";
import { etatsEconomie } from "../../workflow/index.ts";
import { cents, instant, optionalLine, version } from "./base.ts";

export const economieAnnee = z.object({
  annee: z.int().min(1).max(4),
  coutCentimes: cents,
  npecCentimes: cents,
  /** Entered or proposed by the rules (prorata by day): what the OPCO pays for the year. */
  priseEnChargeCentimes: cents,
  participationCentimes: cents.default(0),
  fraisAnnexesCentimes: cents.default(0),
  resteAChargeCentimes: cents,
});

export const fraisAnnexes = z.object({
  nuitees: z.int().min(0).max(2000).default(0),
  repas: z.int().min(0).max(5000).default(0),
  premierEquipementCentimes: cents.default(0),
  mobiliteCentimes: cents.default(0),
});

export const economieSaisie = z.object({
  annees: z.array(economieAnnee).min(1).max(4),
  frais: fraisAnnexes,
  majorationRqthCentimes: cents.default(0),
  resteAChargePrevu: z.boolean().default(false),
  remarque: optionalLine(2000),
});

export type EconomieSaisie = z.infer<typeof economieSaisie>;

export const economie = economieSaisie.partial({ annees: true, frais: true }).extend({
  etat: z.enum(etatsEconomie),
  depuis: instant,
  version,
  saisiPar: z.string().optional(),
  saisiLe: instant.optional(),
  validePar: z.string().optional(),
  valideLe: instant.optional(),
});

export type Economie = z.infer<typeof economie>;
