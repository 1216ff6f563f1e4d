import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { nonConnecte, saisieInvalide } from "../errors.ts";
import { passwordProblem } from "./password-rules.ts";

/** One’s own password; every other session of the account ends. */
export const changePassword =
  (deps: Deps) =>
  async (actor: Actor, actuel: string, nouveau: string): Promise<Record<string, never>> => {
    const { compte, cfa } = await deps.store.read(async (tx) => ({
      compte: actor.compteId ? await tx.comptes.byId(actor.compteId) : undefined,
      cfa: await tx.reglages.cfa(),
    }));
    if (!compte) throw nonConnecte();
    if (!(await deps.passwords.verify(compte.motDePasse, actuel)))
      throw saisieInvalide([{ champ: "actuel", message: "Le mot de passe actuel n’est pas le bon." }]);
    const problem = passwordProblem(nouveau, [compte.nom, compte.courriel, cfa?.denomination]);
    if (problem) throw saisieInvalide([{ champ: "nouveau", message: problem }]);
    if (nouveau === actuel)
      throw saisieInvalide([
        { champ: "nouveau", message: "Choisissez un mot de passe différent de l’actuel." },
      ]);
    const motDePasse = await deps.passwords.hash(nouveau);
    await deps.store.write(async (tx) => {
      await tx.comptes.update(compte.id, { motDePasse, provisoire: false, provisoireExpire: undefined });
      await tx.sessions.deleteOf(compte.id, actor.sessionId);
      await tx.audit.record(
        auditBy(actor, { action: "acces.mot-de-passe", phrase: "a changé son mot de passe" }),
      );
    });
    return {};
  };
