import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { introuvable } from "../errors.ts";

/** The clear NIR, only after the audit row is committed with it (no audit, no reveal). */
export const revealNir =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<{ nir: string }> =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("revelerNir");
      const nir = opened.data.apprentiNir;
      if (typeof nir !== "string") throw introuvable("NIR");
      await opened.record("dossier.nir-revele", "a affiché le NIR");
      return { nir };
    });
