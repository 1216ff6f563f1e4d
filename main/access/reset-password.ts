import type { Compte, Jeton, Tx } from "../../db/ports.ts";
import type { Deps } from "../deps.ts";
import { impossible, saisieInvalide } from "../errors.ts";
import { type ForgottenLimits, passwordMark } from "./forgotten-password.ts";
import { passwordProblem } from "./password-rules.ts";
import { tokenHash } from "./tokens.ts";

const dead = () => impossible("Ce lien a expiré ou a déjà servi\u00a0: demandez-en un autre.");

const living = async (deps: Deps, tx: Tx, jeton: string): Promise<{ lien: Jeton; compte: Compte }> => {
  const lien = await tx.jetons.byToken("mot-de-passe", tokenHash(jeton));
  if (!lien?.compteId || lien.utiliseLe || lien.expireLe <= deps.now().toISOString()) throw dead();
  const compte = await tx.comptes.byId(lien.compteId);
  if (!compte?.actif || lien.donnees?.pour !== passwordMark(deps, compte)) throw dead();
  return { lien, compte };
};

/**
 * G3: the link’s token, used once, by a POST (a mail scanner that only opens the page uses nothing up). A refused
 * password leaves the link usable. Every session of the account ends.
 */
export const resetPassword =
  (deps: Deps, limits: ForgottenLimits) =>
  async (jeton: string, nouveau: string, from: string): Promise<Record<string, never>> => {
    limits.everybody.take("");
    limits.address.take(from);
    const { compte, cfa } = await deps.store.read(async (tx) => ({
      ...(await living(deps, tx, jeton)),
      cfa: await tx.reglages.cfa(),
    }));
    const problem = passwordProblem(nouveau, [compte.nom, compte.courriel, cfa?.denomination]);
    if (problem) throw saisieInvalide([{ champ: "nouveau", message: problem }]);
    const motDePasse = await deps.passwords.hash(nouveau);
    await deps.store.write(async (tx) => {
      const { lien } = await living(deps, tx, jeton);
      if (!(await tx.jetons.consume(lien.id, deps.now().toISOString()))) throw dead();
      await tx.comptes.update(compte.id, {
        motDePasse,
        provisoire: false,
        provisoireExpire: undefined,
        echecs: 0,
        bloqueJusqua: undefined,
      });
      await tx.sessions.deleteOf(compte.id);
      await tx.audit.record({
        acteur: compte.nom || "Compte du portail",
        acteurId: compte.id,
        porte: "portail",
        action: "acces.mot-de-passe",
        phrase: "a choisi un nouveau mot de passe par le lien reçu",
      });
    });
    return {};
  };
