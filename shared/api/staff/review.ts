import { z } from "zod";
import { base } from "../errors.ts";
import {
  day,
  economie,
  economieSaisie,
  finding,
  id,
  suiviDepot,
  version,
  vieEntree,
  vieEntreeSaisie,
} from "../models.ts";

const vue = z.object({
  economie,
  /** What the rules compute from the contract, the formation’s defaults and NPEC: proposed, never imposed. */
  proposition: economieSaisie.optional(),
  constats: z.array(finding),
  echeancier: z.array(z.object({ libelle: z.string(), date: day.optional(), montantCentimes: z.int() })),
});

export const review = {
  lire: base.input(z.object({ id })).output(vue),
  saisir: base.input(z.object({ id, version, saisie: economieSaisie })).output(vue),
  valider: base.input(z.object({ id, version })).output(vue),
  rouvrir: base.input(z.object({ id, version, motif: z.string().trim().min(1).max(2000) })).output(vue),
};

export const followUp = {
  lireDepot: base.input(z.object({ id })).output(z.object({ version, depot: suiviDepot })),
  ecrireDepot: base.input(z.object({ id, version, depot: suiviDepot })).output(z.object({ version })),
  vie: base.input(z.object({ id })).output(z.array(vieEntree)),
  ajouter: base.input(z.object({ id, entree: vieEntreeSaisie })).output(vieEntree),
  modifier: base.input(z.object({ id, entreeId: id, version, entree: vieEntreeSaisie })).output(vieEntree),
  retirer: base.input(z.object({ id, entreeId: id })).output(z.object({})),
};
