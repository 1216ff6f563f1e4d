import type { Formation } from "../../shared/api/models.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { introuvable } from "../errors.ts";
import { type PreparedInvitation, prepareInvitation, recordInvitation } from "./invite.ts";

const hasAccess = async (tx: Tx, formation: Formation): Promise<boolean> => {
  const compte = await tx.comptes.byCourriel("portail", formation.responsable.courriel);
  if (!compte) return false;
  return (await tx.invitations.accesOf(compte.id)).some(
    (one) => one.formationId === formation.id && one.qualite === "formation",
  );
};

/**
 * Her invitation, its password hashed before any transaction (G7); undefined when she has her access already, or when
 * the formation does not ask her to validate (G19).
 */
export const prepareHead = async (
  deps: Deps,
  find: (tx: Tx) => Promise<Formation | undefined>,
): Promise<PreparedInvitation | undefined> => {
  const head = await deps.store.read(async (tx) => {
    const formation = await find(tx);
    const asked = formation?.modeValidation === "formation" && !(await hasAccess(tx, formation));
    return asked ? formation.responsable : undefined;
  });
  return head && prepareInvitation(deps)(head);
};

/** Inside the caller’s transaction: gives the formation head her access, once per address. */
export const recordHead = async (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  formation: Formation,
  prepared: PreparedInvitation,
): Promise<void> => {
  if (!(await hasAccess(tx, formation)))
    await recordInvitation(deps)(tx, actor, prepared, { qualite: "formation", formation });
};

/** Invites her again, on somebody’s decision. */
export const inviteFormationHead =
  (deps: Deps) =>
  async (actor: Actor, formationId: string): Promise<void> => {
    const formation = await deps.store.read((tx) => tx.formations.byId(formationId));
    if (!formation) throw introuvable("Formation");
    const { courriel, nom } = formation.responsable;
    const prepared = await prepareInvitation(deps)({ courriel, nom });
    await deps.store.write((tx) =>
      recordInvitation(deps)(tx, actor, prepared, { qualite: "formation", formation }),
    );
    deps.mailDue();
  };
