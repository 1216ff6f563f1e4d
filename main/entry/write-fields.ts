import type { Changement, Ecriture } from "../../shared/api/gestures.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { writeInto } from "../dossier/write.ts";

/** G8: writes fields one by one as they are typed; what is refused or in conflict goes back, the rest is kept. */
export const writeFields =
  (deps: Deps) =>
  async (actor: Actor, id: string, changements: readonly Changement[]): Promise<Ecriture> =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("ecrire");
      const { opened: after, refus, conflits } = await writeInto(tx, actor, opened, changements);
      return { dossier: await after.view(), refus, conflits };
    });
