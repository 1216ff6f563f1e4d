import type { Dossier } from "../../db/ports.ts";
import type { DossierLigne, Evenement } from "../../shared/api/models.ts";
import { nextStep, type PortalQualite } from "../../shared/workflow/index.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { factsOf } from "../dossier/facts.ts";
import { circumstances, judgementOf } from "../dossier/judge.ts";
import { open } from "../dossier/open.ts";
import { rowOf } from "../dossier/view.ts";

export type PortalRow = DossierLigne & { qualite: PortalQualite; phrase: string; changeDepuis: boolean };

const MAX_ROWS = 200;

/** Every dossier that concerns this person, and those only (G7). A formation head sees her formations’ dossiers. */
export const listMine =
  (deps: Deps) =>
  async (compteId: string): Promise<PortalRow[]> =>
    deps.store.read(async (tx) => {
      const acces = await tx.invitations.accesOf(compteId);
      const qualites = new Map<string, PortalQualite>();
      for (const { dossierId, qualite } of acces)
        if (dossierId && !qualites.has(dossierId)) qualites.set(dossierId, qualite);
      const formationIds = acces.flatMap((one) => (one.formationId ? [one.formationId] : []));
      if (formationIds.length > 0) {
        const page = await tx.dossiers.list(
          { formationIds, etats: ["saisie", "demande", "valide", "invite"] },
          { tri: "modifieLe", sens: "desc", limite: MAX_ROWS },
        );
        for (const { id } of page.lignes) if (!qualites.has(id)) qualites.set(id, "formation");
      }
      const dossiers = await tx.dossiers.byIds([...qualites.keys()]);
      const formations = new Map(
        (await tx.formations.byIds([...new Set(dossiers.map((one) => one.formationId))])).map((one) => [
          one.id,
          one,
        ]),
      );
      const changed = await changedSinceRequest(
        tx,
        dossiers.filter(({ id, etat }) => etat === "demande" && qualites.get(id) === "formation"),
      );
      const now = await circumstances(tx, deps.now());
      const rows = new Map<string, PortalRow>();
      for (const dossier of dossiers) {
        const formation = formations.get(dossier.formationId);
        const qualite = qualites.get(dossier.id);
        if (!formation || !qualite) continue;
        const { judgement } = await judgementOf(tx, now, dossier, formation);
        rows.set(dossier.id, {
          ...rowOf(dossier, formation, judgement),
          qualite,
          phrase: nextStep(factsOf(dossier, formation, judgement)).phrase,
          changeDepuis: changed.has(dossier.id),
        });
      }
      // The person’s own dossiers first, then her formations’, the last touched first.
      return [...qualites.keys()].flatMap((id) => rows.get(id) ?? []);
    });

/** What starts a review: a request for validation, or a return. */
const MOVES = ["dossier.demande", "dossier.retourner"];

/** Dossiers whose data changed between the move before the last request and that request. */
const changedSinceRequest = async (tx: Tx, dossiers: readonly Dossier[]): Promise<ReadonlySet<string>> => {
  const moves = new Map<string, number>();
  const changed = new Set<string>();
  for (const { dossierId, move } of await tx.audit.movesOf(
    dossiers.map(({ id }) => id),
    MOVES,
  )) {
    const seen = moves.get(dossierId) ?? 0;
    if (move) moves.set(dossierId, seen + 1);
    // Newest first: a change met after one move and before a second one is what the review is about.
    else if (seen < 2) changed.add(dossierId);
  }
  // Without an earlier move there is nothing to compare with.
  return new Set([...changed].filter((id) => (moves.get(id) ?? 0) >= 2));
};

/** What moved between the last request (or return) and the one before: a second review takes seconds. */
const changesSince = async (tx: Tx, id: string): Promise<{ depuis?: string; lignes: Evenement[] }> => {
  const { lignes } = await tx.audit.ofDossier(id, { limite: 200 });
  const marks = lignes.filter((event) => MOVES.includes(event.action));
  // The newest mark is the request under review; what matters happened after the mark before it.
  const previous = marks[1];
  if (!previous) return { lignes: [] };
  return {
    depuis: previous.le,
    lignes: lignes.filter((event) => event.le > previous.le && event.changements.length > 0),
  };
};

export const readChanges =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<{ depuis?: string; lignes: Evenement[] }> => {
    return deps.store.read(async (tx) => {
      await open(deps, tx, actor, id);
      return changesSince(tx, id);
    });
  };
