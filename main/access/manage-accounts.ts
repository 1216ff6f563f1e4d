import type { CompteStaff } from "../../shared/api/models.ts";
import { tidyEmail } from "../../shared/dossier/formats/index.ts";
import { type StaffRole, staffRoleLabels } from "../../shared/workflow/index.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { impossible, introuvable, saisieInvalide } from "../errors.ts";
import { generatePassword } from "../generate-password.ts";
import { staffOf } from "./session.ts";

export const listAccounts = (deps: Deps) => async (): Promise<CompteStaff[]> => {
  return deps.store.read(async (tx) => [...(await tx.comptes.staff())]);
};

export interface NewAccount {
  readonly nom: string;
  readonly courriel: string;
  readonly role: StaffRole;
  readonly formations: readonly string[];
}

/** The generated password is shown once, to be handed over; it must be changed at the first sign-in. */
export const createAccount =
  (deps: Deps) =>
  async (actor: Actor, account: NewAccount): Promise<{ compte: CompteStaff; motDePasse: string }> => {
    const courriel = tidyEmail(account.courriel);
    if (!courriel.ok) throw saisieInvalide([{ champ: "courriel", message: courriel.message }]);
    const motDePasse = generatePassword();
    const hash = await deps.passwords.hash(motDePasse);
    const compte = await deps.store.write(async (tx) => {
      if (await tx.comptes.byCourriel("cfa", courriel.value))
        throw saisieInvalide([{ champ: "courriel", message: "Un compte porte déjà cette adresse." }]);
      const created = await tx.comptes.create({
        famille: "cfa",
        courriel: courriel.value,
        nom: account.nom,
        role: account.role,
        formations: account.role === "secretaire" ? account.formations : [],
        motDePasse: hash,
        provisoire: true,
        actif: true,
      });
      await tx.audit.record(
        auditBy(actor, {
          action: "compte.cree",
          phrase: `a créé le compte de ${account.nom} (${staffRoleLabels[account.role]})`,
        }),
      );
      return created;
    });
    return { compte: staffOf(compte), motDePasse };
  };

/** A CFA always keeps somebody who can administer it. */
const assertAnotherAdministrator = async (tx: Tx, id: string): Promise<void> => {
  const others = (await tx.comptes.staff()).filter(
    (one) => one.id !== id && one.actif && one.role === "administrateur",
  );
  if (others.length === 0)
    throw impossible("C’est le dernier administrateur actif\u00a0: nommez-en un autre d’abord.");
};

export const updateAccount =
  (deps: Deps) =>
  async (
    actor: Actor,
    change: { id: string; nom: string; role: StaffRole; actif: boolean; formations: readonly string[] },
  ): Promise<CompteStaff> => {
    return deps.store.write(async (tx) => {
      const compte = await tx.comptes.byId(change.id);
      if (compte?.famille !== "cfa") throw introuvable("Compte");
      // Recorded first: the journal’s lock (PostgreSQL) keeps two administrators from removing each other at once.
      await tx.audit.record(
        auditBy(actor, { action: "compte.modifie", phrase: `a modifié le compte de ${change.nom}` }),
      );
      if (
        compte.role === "administrateur" &&
        compte.actif &&
        (change.role !== "administrateur" || !change.actif)
      )
        await assertAnotherAdministrator(tx, compte.id);
      await tx.comptes.update(compte.id, {
        nom: change.nom,
        role: change.role,
        actif: change.actif,
        formations: change.role === "secretaire" ? change.formations : [],
      });
      // New rights count at once; a closed account is out at once.
      if (!change.actif || change.role !== compte.role)
        await tx.sessions.deleteOf(compte.id, actor.sessionId);
      const updated = await tx.comptes.byId(compte.id);
      if (!updated) throw introuvable("Compte");
      return staffOf(updated);
    });
  };

export const resetAccountPassword =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<{ motDePasse: string }> => {
    const motDePasse = generatePassword();
    const hash = await deps.passwords.hash(motDePasse);
    await deps.store.write(async (tx) => {
      const compte = await tx.comptes.byId(id);
      if (compte?.famille !== "cfa") throw introuvable("Compte");
      await tx.comptes.update(id, { motDePasse: hash, provisoire: true, echecs: 0, bloqueJusqua: undefined });
      await tx.sessions.deleteOf(id);
      await tx.audit.record(
        auditBy(actor, {
          action: "compte.mot-de-passe",
          phrase: `a réinitialisé le mot de passe de ${compte.nom}`,
        }),
      );
    });
    return { motDePasse };
  };
