import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { formationDates } from "../dossier/view.ts";

/** G12 « reportez les dates de formations »: copied in one gesture, marked provisional until somebody confirms. */
export const carryDates =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("ecrire");
      opened.assertVersion(seen);
      const { dossier, formation } = opened;
      const { dateDebut, dateFin } = formationDates(formation, dossier.varianteId);
      const after = await opened.change(
        { ...dossier.data, dateDebutExecution: dateDebut, dateFinContrat: dateFin },
        { datesProvisoires: true },
      );
      await after.record(
        "dossier.dates-reportees",
        "a reporté les dates de la formation (provisoires)",
        dossier.data,
      );
      return after.view();
    });

/** Somebody says that the provisional dates are the real ones: the CERFA and the convention no longer wait for it. */
export const confirmDates =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("confirmerDates");
      opened.assertVersion(seen);
      if (!opened.dossier.datesProvisoires) return opened.view();
      const after = await opened.move({ datesProvisoires: false });
      await after.record("dossier.dates-confirmees", "a confirmé les dates du contrat");
      return after.view();
    });
