import type { DossierVue } from "../../shared/api/models.ts";
import type { Finding } from "../../shared/rules/index.ts";
import type { Actor } from "../deps.ts";

type Constat = DossierVue["constats"][number];

/** A finding as a screen receives it. Other dossiers are named to the staff only: the portal’s people know their own. */
export const constatFor = (
  actor: Pick<Actor, "porte">,
  { dossiers, ...finding }: Finding,
  confirmation?: Constat["confirmation"],
): Constat => ({
  ...finding,
  champs: [...finding.champs],
  calcul: finding.calcul?.map((step) => ({ ...step })),
  ...(dossiers && actor.porte !== "portail" ? { dossiers: [...dossiers] } : {}),
  ...(confirmation ? { confirmation } : {}),
});
