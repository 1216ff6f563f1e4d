import type { DossierRang, Tx } from "../../db/ports.ts";
import { currentForm } from "../../shared/dossier/index.ts";
import { contrats } from "../../shared/dossier/kernel.ts";
import { RULES_VERSION } from "../../shared/rules/index.ts";
import { type Background, inBackground } from "../background.ts";
import type { Deps } from "../deps.ts";
import { asStored, type Circumstances, circumstances, judgementOf, stillHolds } from "./judge.ts";
import { mayHold } from "./stamp.ts";

/** Dossiers judged again in one transaction: short enough that nobody waits for it. */
const BATCH = 25;
/** What a list judges again before it answers; the rest goes on behind it. */
const AT_ONCE = 100;
const TICK_MS = 60_000;

/** Dossiers whose stored judgement certainly no longer holds. */
const staleIds = async (tx: Tx, now: Circumstances, limit: number): Promise<readonly string[]> => {
  const inForce = contrats.map((contrat) => currentForm(contrat, now.today));
  const present = { regles: RULES_VERSION, ...now };
  const cles = (await tx.dossiers.jugementCles()).filter((cle) => !mayHold(cle, present, inForce));
  return cles.length > 0 ? tx.dossiers.idsByJugement(cles, limit) : [];
};

/** Judges these again, in small transactions, where their stored judgement no longer holds. */
export const judgeAgain = async (deps: Deps, ids: readonly string[]): Promise<void> => {
  for (let from = 0; from < ids.length; from += BATCH)
    await deps.store.write(async (tx) => {
      const now = await circumstances(tx, deps.now());
      const dossiers = await tx.dossiers.byIds(ids.slice(from, from + BATCH));
      const formations = new Map(
        (await tx.formations.byIds([...new Set(dossiers.map((one) => one.formationId))])).map((one) => [
          one.id,
          one,
        ]),
      );
      for (const dossier of dossiers) {
        const formation = formations.get(dossier.formationId);
        if (!formation) continue;
        const { judgement, fresh } = await judgementOf(tx, now, dossier, formation);
        if (!fresh) await tx.dossiers.judge(dossier.id, asStored(judgement), dossier.version);
      }
    });
};

/**
 * Reads rows of lists that are true now. What is known to be stale is judged first (the rest is left to the
 * background), then every row shown is held against today’s inputs: one that no longer holds is judged, and read again.
 */
export const freshRows = async <T>(
  deps: Deps,
  read: (tx: Tx) => Promise<{ value: T; rows: readonly DossierRang[] }>,
): Promise<T> => {
  const { now, ids } = await deps.store.read(async (tx) => {
    const present = await circumstances(tx, deps.now());
    return { now: present, ids: await staleIds(tx, present, AT_ONCE + 1) };
  });
  await judgeAgain(deps, ids.slice(0, AT_ONCE));
  if (ids.length > AT_ONCE) deps.judgementsDue();
  const first = await deps.store.read(read);
  const stale = first.rows.filter(
    (row) =>
      row.etat !== "valide" && !stillHolds(row.jugementCle, currentForm(row.contrat, now.today), row, now),
  );
  if (stale.length === 0) return first.value;
  await judgeAgain(
    deps,
    stale.map(({ id }) => id),
  );
  return (await deps.store.read(read)).value;
};

export interface Judgements extends Background {
  /** Judges everything that is stale; returns how many dossiers. */
  pass(): Promise<number>;
}

/**
 * Keeps stored judgements in step in the background: after an upgrade, a formation or a table saved, midnight in
 * Paris, another workstation’s write. Small transactions, one after the other, the loop free in between.
 */
export const createJudgements = (deps: Deps): Judgements => {
  let stopped = false;
  const pass = async (): Promise<number> => {
    // A dossier that cannot be judged (a damaged base) is met once a pass, not for ever.
    const met = new Set<string>();
    while (!stopped) {
      const ids = await deps.store.read(async (tx) => [
        ...(await staleIds(tx, await circumstances(tx, deps.now()), BATCH)),
        ...(await tx.dossiers.figesSansJugement(BATCH)),
      ]);
      const fresh = ids.filter((id) => !met.has(id));
      if (fresh.length === 0) break;
      await judgeAgain(deps, fresh);
      for (const id of fresh) met.add(id);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return met.size;
  };
  const background = inBackground("jugements", TICK_MS, pass, deps.log);
  return {
    ...background,
    pass,
    stop: () => {
      stopped = true;
      return background.stop();
    },
  };
};
