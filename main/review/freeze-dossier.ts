import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { assertAllowed, load } from "../dossier/load.ts";
import { viewOf } from "../dossier/view.ts";
import { conflit } from "../errors.ts";
import { freeze } from "./freeze.ts";

/** The formation (or the CFA on its behalf) validates: the data are frozen, the CERFA opens (G18, G20, G21). */
export const freezeDossier =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> => {
    const view = await deps.store.write(async (tx) => {
      const loaded = await load(tx, actor, id);
      assertAllowed(actor, "valider", loaded.facts);
      if (loaded.dossier.version !== seen) throw conflit(loaded.dossier.version);
      return viewOf(deps, tx, actor, await freeze(deps, tx, actor, loaded));
    });
    deps.mailDue();
    return view;
  };
