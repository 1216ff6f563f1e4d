import type { Compte } from "../../db/ports.ts";
import type { PortalQualite } from "../../shared/workflow/index.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { introuvable, nonConnecte } from "../errors.ts";

/** A signed-in portal person; what they are depends on the dossier (an alternant here, a contact there). */
export interface PortalPerson {
  readonly compte: Compte;
  readonly sessionId: string;
}

/** When somebody holds several qualities on one dossier, the one that may do most on the portal. */
const order: readonly PortalQualite[] = ["formation", "alternant", "entreprise"];

export const qualiteOn = async (tx: Tx, compteId: string, dossierId: string): Promise<PortalQualite> => {
  const qualites = await tx.invitations.qualitesOn(compteId, dossierId);
  const best = order.find((qualite) => qualites.includes(qualite));
  if (!best) throw introuvable("Dossier");
  return best;
};

/** The actor this person is on one dossier; « introuvable » when they are nothing to it. */
export const actorOn =
  (deps: Deps) =>
  async (person: PortalPerson | undefined, dossierId: string): Promise<Actor> => {
    if (!person) throw nonConnecte();
    const role = await deps.store.read((tx) => qualiteOn(tx, person.compte.id, dossierId));
    return actorAs(person, role);
  };

export const actorAs = (person: PortalPerson, role: PortalQualite): Actor => ({
  compteId: person.compte.id,
  nom: person.compte.nom || person.compte.courriel,
  role,
  porte: "portail",
  formations: [],
  sessionId: person.sessionId,
});
