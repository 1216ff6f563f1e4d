import type { DossierContext, DossierData, Value } from "../../dossier/kernel.ts";
import { type CrossFacts, Reader } from "../context.ts";
import { probablePayInput } from "./from-data.ts";
import { payPeriods } from "./periods.ts";
import { proInputOf, proMinimum } from "./pro.ts";
import type { SmicTable } from "./smic.ts";

/**
 * The legal minimum as values of the form: every pay row (apprenticeship) and the gross salary at hiring. {} when a
 * date is missing, or beyond four years, which the form cannot hold: then a person types it.
 */
export const proposeRemuneration = (
  dossier: Pick<DossierContext, "data" | "form">,
  smic: SmicTable,
  faits?: CrossFacts,
): DossierData => {
  const d = new Reader(dossier);
  if (d.contrat === "professionnalisation") {
    const input = proInputOf(d);
    const pay = input ? proMinimum(input, smic, "bacProEtPlus") : undefined;
    return pay ? { salaireBrutMensuel: pay.minimumCentimes } : {};
  }
  const input = probablePayInput(d, faits);
  const periods = input ? payPeriods(input, smic) : [];
  const first = periods[0];
  if (!first || periods.some(({ annee }) => annee > 4)) return {};
  const proposal: Record<string, Value> = {};
  for (const { annee, periode, du, au, pourcentage, base } of periods) {
    const id = `remunerationA${annee}P${periode}`;
    proposal[`${id}Du`] = du;
    proposal[`${id}Au`] = au;
    proposal[`${id}Pourcentage`] = pourcentage;
    proposal[`${id}Base`] = base;
  }
  if (first.minimumCentimes !== undefined) proposal.salaireBrutMensuel = first.minimumCentimes;
  return proposal;
};
