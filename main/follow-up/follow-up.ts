import type { z } from "zod";
import type { SuiviDepot, VieEntree, vieEntreeSaisie } from "../../shared/api/models.ts";
import { vieRubriqueLabels } from "../../shared/api/models.ts";
import { alternant, anyOf, everybody, head, type Roles, staff } from "../../shared/catalogues/roles.ts";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { open } from "../dossier/open.ts";
import { introuvable, saisieInvalide } from "../errors.ts";

type Saisie = z.infer<typeof vieEntreeSaisie>;

/** Deposit at the OPCO: never frozen, never entered by the alternant (regles.md § 8, § 11). */
export const readDeposit = (deps: Deps) => async (actor: Actor, id: string) =>
  deps.store.read(async (tx) => {
    await open(deps, tx, actor, id);
    return tx.suivis.depot(id);
  });

export const saveDeposit =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number, depot: SuiviDepot): Promise<{ version: number }> => {
    if (depot.decisionLe && depot.deposeLe && depot.decisionLe < depot.deposeLe)
      throw saisieInvalide([{ champ: "decisionLe", message: "La décision ne peut pas précéder le dépôt." }]);
    return deps.store.write(async (tx) => {
      (await open(deps, tx, actor, id)).assert("suivre");
      const version = await tx.suivis.saveDepot(id, depot, seen);
      await tx.audit.record(
        auditBy(actor, { action: "suivi.depot", dossierId: id, phrase: "a mis à jour le suivi du dépôt" }),
      );
      return { version };
    });
  };

/** Who reads an entry: « cfa » stays inside, « alternant » is not shown to the company, « partagee » is for all. */
export const mayRead = (actor: Actor, { visibilite }: Pick<VieEntree, "visibilite">): boolean =>
  actor.role === "systeme" || readers[visibilite][actor.role];
const readers: Readonly<Record<VieEntree["visibilite"], Roles>> = {
  cfa: anyOf(staff, head),
  alternant: anyOf(staff, head, alternant),
  partagee: everybody,
};

export const readLife =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<VieEntree[]> =>
    deps.store.read(async (tx) => {
      await open(deps, tx, actor, id);
      return (await tx.suivis.vie(id)).filter((entree) => mayRead(actor, entree));
    });

const check = (entree: Saisie): void => {
  if (entree.au && entree.au < entree.du)
    throw saisieInvalide([{ champ: "au", message: "La fin ne peut pas précéder le début." }]);
};

export const addLife =
  (deps: Deps) =>
  async (actor: Actor, id: string, entree: Saisie): Promise<VieEntree> => {
    check(entree);
    return deps.store.write(async (tx) => {
      (await open(deps, tx, actor, id)).assert("suivre");
      const added = await tx.suivis.addVie(id, { ...entree, auteur: actor.nom });
      await tx.audit.record(
        auditBy(actor, {
          action: "vie.ajoutee",
          dossierId: id,
          phrase: `a noté dans Vie de l’étudiant\u00a0: ${vieRubriqueLabels[entree.rubrique]}`,
        }),
      );
      return added;
    });
  };

export const updateLife =
  (deps: Deps) =>
  async (actor: Actor, id: string, entreeId: string, seen: number, entree: Saisie): Promise<VieEntree> => {
    check(entree);
    return deps.store.write(async (tx) => {
      (await open(deps, tx, actor, id)).assert("suivre");
      if (!(await tx.suivis.vie(id)).some((one) => one.id === entreeId)) throw introuvable("Entrée");
      const updated = await tx.suivis.updateVie(entreeId, entree, seen);
      await tx.audit.record(
        auditBy(actor, {
          action: "vie.modifiee",
          dossierId: id,
          phrase: `a modifié une entrée de Vie de l’étudiant\u00a0: ${vieRubriqueLabels[entree.rubrique]}`,
        }),
      );
      return updated;
    });
  };

export const removeLife = (deps: Deps) => async (actor: Actor, id: string, entreeId: string) =>
  deps.store.write(async (tx) => {
    (await open(deps, tx, actor, id)).assert("suivre");
    const entree = (await tx.suivis.vie(id)).find((one) => one.id === entreeId);
    if (!entree) throw introuvable("Entrée");
    await tx.suivis.removeVie(entreeId);
    await tx.audit.record(
      auditBy(actor, {
        action: "vie.retiree",
        dossierId: id,
        phrase: `a retiré une entrée de Vie de l’étudiant\u00a0: ${vieRubriqueLabels[entree.rubrique]}`,
      }),
    );
    return {};
  });
