import type { DossierVue } from "../../shared/api/models.ts";
import { proposeRemuneration } from "../../shared/rules/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { impossible } from "../errors.ts";

/** Fills the pay rows and the gross salary with the legal minimum (D6222-26 and following). */
export const proposePay =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number): Promise<DossierVue> =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("ecrire");
      opened.assertVersion(seen);
      const before = opened.dossier.data;
      const proposal = proposeRemuneration(opened.context, opened.now.smic);
      if (Object.keys(proposal).length === 0)
        throw impossible(
          "Pour proposer la rémunération, renseignez la date de naissance, le début et la fin du contrat\u00a0; au-delà de quatre ans, saisissez-la vous-même.",
        );
      const data = {
        ...Object.fromEntries(Object.entries(before).filter(([champ]) => !/^remunerationA\dP\d/.test(champ))),
        ...proposal,
      };
      if (Object.keys({ ...before, ...data }).every((champ) => before[champ] === data[champ]))
        return opened.view();
      const after = await opened.change(data);
      await after.record("dossier.remuneration", "a repris la rémunération minimale proposée", before);
      return after.view();
    });
