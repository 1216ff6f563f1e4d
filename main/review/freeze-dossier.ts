import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { freeze } from "./freeze.ts";

/** The formation (or the CFA on its behalf) validates: the data are frozen, the CERFA opens (G18, G20, G21). */
export const freezeDossier =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> => {
    const view = await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("valider");
      opened.assertVersion(seen);
      return (await freeze(tx, opened)).view();
    });
    deps.mailDue();
    return view;
  };
