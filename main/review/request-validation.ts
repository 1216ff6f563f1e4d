import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { prepareHead, recordHead } from "../dossier/invite-head.ts";
import { open } from "../dossier/open.ts";
import { assertSound, freeze } from "./freeze.ts";

/**
 * G17 « Demande de validation », whole in one transaction. By the formation: its head is told by mail (G18), and given
 * her access to the portal the first time (G7). Immediate: the request itself validates (G19).
 */
export const requestValidation =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> => {
    const formation = await deps.store.read(async (tx) => (await open(deps, tx, actor, id)).formation);
    const head = formation.modeValidation === "formation" ? await prepareHead(deps, formation) : undefined;
    const view = await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      const etat = opened.assert("demander");
      opened.assertVersion(seen);
      assertSound(opened);
      const asked = await opened.move({ etat, retourLeve: true });
      await asked.record("dossier.demande", "a demandé la validation");
      if (asked.formation.modeValidation === "immediate") return (await freeze(tx, asked)).view();
      await asked.say("demandeValidation");
      if (head) await recordHead(deps, tx, actor, asked.formation, head);
      return asked.view();
    });
    deps.mailDue();
    return view;
  };
