import type { Dossier, Tx } from "../../db/ports.ts";
import type { Formation } from "../../shared/api/models.ts";
import { type Action, type DossierFacts, decide, isStaff } from "../../shared/workflow/index.ts";
import type { Actor } from "../deps.ts";
import { impossible, interdit, introuvable } from "../errors.ts";
import { factsFrom } from "./judge.ts";

/** A dossier with its formation, as every use case starts. */
export interface Loaded {
  readonly dossier: Dossier;
  readonly formation: Formation;
  readonly facts: DossierFacts;
}

/** Staff see every dossier, a secrétaire only those of her formations; the system and the CLI see all. */
export const maySee = (actor: Actor, formationId: string): boolean =>
  actor.role === "systeme" || actor.formations.length === 0 || actor.formations.includes(formationId);

/**
 * Loads, or answers « introuvable » for what this person may not see: existence is not disclosed either. A portal
 * person’s quality on this very dossier is read again in the same transaction: an access taken away counts at once.
 */
export const load = async (tx: Tx, actor: Actor, id: string): Promise<Loaded> => {
  const dossier = await tx.dossiers.byId(id);
  if (!dossier || !maySee(actor, dossier.formationId)) throw introuvable("Dossier");
  if (actor.porte === "portail" && !(await holds(tx, actor, id))) throw introuvable("Dossier");
  return withFormation(tx, dossier);
};

const holds = async (tx: Tx, actor: Actor, id: string): Promise<boolean> =>
  actor.compteId !== undefined &&
  (await tx.invitations.qualitesOn(actor.compteId, id)).some((qualite) => qualite === actor.role);

export const withFormation = async (tx: Tx, dossier: Dossier): Promise<Loaded> => {
  const formation = await tx.formations.byId(dossier.formationId);
  if (!formation) throw introuvable("Formation");
  return { dossier, formation, facts: factsFrom(dossier, formation) };
};

/** `shared/workflow` decides, once; this only turns its answer into an error. */
export const assertAllowed = (actor: Actor, action: Action, facts: DossierFacts): void => {
  if (actor.role === "systeme") return;
  const decision = decide(action, actor.role, facts);
  if (decision.ok) return;
  throw decision.cause === "role" ? interdit(decision.raison) : impossible(decision.raison);
};

/** Exports and packs are open to every staff role; writing is the workflow’s business. */
export const assertStaff = (actor: Actor): void => {
  if (actor.role !== "systeme" && !isStaff(actor.role)) throw interdit();
};
export const assertAdministrator = (actor: Actor): void => {
  if (actor.role !== "systeme" && actor.role !== "administrateur")
    throw interdit("Cette action est réservée aux administrateurs.");
};
/** Formations and settings of work are kept by administrators, advisers and secretaries. */
export const assertDesk = (actor: Actor): void => {
  if (actor.role !== "systeme" && !["administrateur", "conseiller", "secretaire"].includes(actor.role))
    throw interdit();
};
