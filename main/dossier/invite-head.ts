import type { Actor, Deps, Tx } from "../deps.ts";
import { introuvable } from "../errors.ts";
import { prepareInvitation, recordInvitation } from "./invite.ts";

const hasAccess = async (tx: Tx, formationId: string, courriel: string): Promise<boolean> => {
  const compte = await tx.comptes.byCourriel("portail", courriel);
  if (!compte) return false;
  return (await tx.invitations.accesOf(compte.id)).some(
    (one) => one.formationId === formationId && one.qualite === "formation",
  );
};

/** Gives the formation head her access to the portal (G7), once per address unless asked again. */
export const inviteFormationHead =
  (deps: Deps) =>
  async (actor: Actor, formationId: string, again = false): Promise<void> => {
    const head = await deps.store.read(async (tx) => {
      const formation = await tx.formations.byId(formationId);
      if (!formation) throw introuvable("Formation");
      const { courriel, nom } = formation.responsable;
      return { courriel, nom, invited: await hasAccess(tx, formationId, courriel) };
    });
    if (head.invited && !again) return;
    const prepared = await prepareInvitation(deps)(head);
    await deps.store.write(async (tx) => {
      const formation = await tx.formations.byId(formationId);
      if (!formation || (!again && (await hasAccess(tx, formationId, prepared.courriel)))) return;
      await recordInvitation(deps)(tx, actor, prepared, { qualite: "formation", formation });
    });
    deps.mailDue();
  };
