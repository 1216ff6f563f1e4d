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

/** Her invitation, its password hashed before any transaction; undefined when she has her access already (G7). */
export const prepareHead = async (
  deps: Deps,
  formation: Formation,
  again = false,
): Promise<PreparedInvitation | undefined> => {
  const invited = !again && (await deps.store.read((tx) => hasAccess(tx, formation)));
  const { courriel, nom } = formation.responsable;
  return invited ? undefined : prepareInvitation(deps)({ courriel, nom });
};

/** Inside the caller’s transaction: gives the formation head her access, once per address unless asked again. */
export const recordHead = async (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  formation: Formation,
  prepared: PreparedInvitation,
  again = false,
): Promise<void> => {
  if (again || !(await hasAccess(tx, formation)))
    await recordInvitation(deps)(tx, actor, prepared, { qualite: "formation", formation });
};

/** Invites her again, on somebody’s decision. */
export const inviteFormationHead =
  (deps: Deps) =>
  async (actor: Actor, formationId: string): Promise<void> => {
    const formation = await deps.store.read((tx) => tx.formations.byId(formationId));
    if (!formation) throw introuvable("Formation");
    const prepared = await prepareHead(deps, formation, true);
    if (prepared) await deps.store.write((tx) => recordHead(deps, tx, actor, formation, prepared, true));
    deps.mailDue();
  };
