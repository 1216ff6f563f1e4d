import type { Deps } from "../deps.ts";
import { saisieInvalide } from "../errors.ts";
import { passwordProblem } from "./password-rules.ts";
import type { PortalPerson } from "./people.ts";
import { openSession } from "./session.ts";

/**
 * One’s own password: at the first sign-in instead of the generated one (G1), or later with the current one. Every
 * session of the account ends; this one is replaced.
 */
export const choosePassword =
  (deps: Deps) =>
  async (
    person: PortalPerson,
    actuel: string | undefined,
    nouveau: string,
  ): Promise<{ jeton: string; csrf: string }> => {
    const { compte, cfa } = await deps.store.read(async (tx) => ({
      compte: (await tx.comptes.byId(person.compte.id)) ?? person.compte,
      cfa: await tx.reglages.cfa(),
    }));
    if (!compte.provisoire && !(await deps.passwords.verify(compte.motDePasse, actuel ?? "")))
      throw saisieInvalide([{ champ: "actuel", message: "Le mot de passe actuel n’est pas le bon." }]);
    const problem = passwordProblem(nouveau, [compte.nom, compte.courriel, cfa?.denomination]);
    if (problem) throw saisieInvalide([{ champ: "nouveau", message: problem }]);
    if (await deps.passwords.verify(compte.motDePasse, nouveau))
      throw saisieInvalide([
        { champ: "nouveau", message: "Choisissez un mot de passe différent de l’actuel." },
      ]);
    const motDePasse = await deps.passwords.hash(nouveau);
    return deps.store.write(async (tx) => {
      await tx.comptes.update(compte.id, { motDePasse, provisoire: false, provisoireExpire: undefined });
      await tx.sessions.deleteOf(compte.id);
      await tx.audit.record({
        acteur: compte.nom || "Portail",
        acteurId: compte.id,
        porte: "portail",
        action: "acces.mot-de-passe",
        phrase: "a choisi son mot de passe",
      });
      return openSession(deps, tx, compte, "portail");
    });
  };
