import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { applyData, auditBy, changesBetween } from "../dossier/change.ts";
import { liveForm } from "../dossier/form.ts";
import { assertAllowed, load } from "../dossier/load.ts";
import { formationDates, viewOf } from "../dossier/view.ts";
import { conflit } from "../errors.ts";

/** G12 « reportez les dates de formations »: copied in one gesture, marked provisional until somebody confirms. */
export const carryDates =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const { dossier, formation, facts } = await load(tx, actor, id);
      assertAllowed(actor, "ecrire", facts);
      if (dossier.version !== seen) throw conflit(dossier.version);
      const { dateDebut, dateFin } = formationDates(formation, dossier.varianteId);
      const data = { ...dossier.data, dateDebutExecution: dateDebut, dateFinContrat: dateFin };
      const after = await applyData(tx, deps.now(), { dossier, formation }, data, { datesProvisoires: true });
      await tx.audit.record(
        auditBy(actor, {
          action: "dossier.dates-reportees",
          dossierId: id,
          phrase: "a reporté les dates de la formation (provisoires)",
          changements: changesBetween(dossier.data, data, liveForm(data, deps.now())),
        }),
      );
      return viewOf(deps, tx, actor, after);
    });

/** Somebody says that the provisional dates are the real ones: the CERFA and the convention no longer wait for it. */
export const confirmDates =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const { dossier, facts } = await load(tx, actor, id);
      assertAllowed(actor, "confirmerDates", facts);
      if (dossier.version !== seen) throw conflit(dossier.version);
      if (!dossier.datesProvisoires) return viewOf(deps, tx, actor, dossier);
      const after = await tx.dossiers.update(id, { datesProvisoires: false }, dossier.version);
      await tx.audit.record(
        auditBy(actor, {
          action: "dossier.dates-confirmees",
          dossierId: id,
          phrase: "a confirmé les dates du contrat",
        }),
      );
      return viewOf(deps, tx, actor, after);
    });
