import type { Dossier, Tx } from "../../db/ports.ts";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import { contratOf, currentForm } from "../../shared/dossier/index.ts";
import type { DossierData, FormVersion } from "../../shared/dossier/kernel.ts";

/** The form version of data that still live: the one in force today for their contract. */
export const liveForm = (data: DossierData, now: Date): FormVersion =>
  currentForm(contratOf(data), todayInParis(now));

/** The form version a dossier is read by: of its freezing once frozen, in force today until then. */
export const formOfDossier = async (
  tx: Tx,
  dossier: Pick<Dossier, "id" | "etat" | "data">,
  now: Date,
): Promise<FormVersion> => {
  const frozen = dossier.etat === "valide" ? await tx.dossiers.instantane(dossier.id) : undefined;
  return frozen?.form ?? liveForm(dossier.data, now);
};
