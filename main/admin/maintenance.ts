import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { verifyJudgements } from "../dossier/verify-judgements.ts";
import { impossible } from "../errors.ts";

/** Integrity of the database, of its history and of its frozen dossiers, point by point. */
export const verifyAll = (deps: Deps) => async () => [
  ...(await deps.store.verify()).map((point) => ({ ...point })),
  await verifyJudgements(deps),
];

/** A verified copy of the SQLite file, beside the data. PostgreSQL is backed up by its own tools. */
export const backUp =
  (deps: Deps) =>
  async (actor: Actor, target?: string): Promise<{ chemin: string }> => {
    if (deps.store.engine !== "sqlite")
      throw impossible("La base est sur PostgreSQL\u00a0: sauvegardez-la avec pg_dump, depuis le serveur.");
    const stamp = deps.now().toISOString().replace(/[-:]/g, "").slice(0, 15);
    const folder = join(deps.config.dataDir, "sauvegardes");
    if (!target) await mkdir(folder, { recursive: true, mode: 0o700 });
    const chemin = target ?? join(folder, `cactus-${stamp}.db`);
    const since = performance.now();
    await deps.store.backup(chemin);
    deps.log.say("sauvegarde", { ms: performance.now() - since });
    await deps.store.write((tx) =>
      tx.audit.record(auditBy(actor, { action: "base.sauvegardee", phrase: "a sauvegardé la base" })),
    );
    return { chemin };
  };

export const readJournal = (deps: Deps) => async (curseur?: string) => {
  return deps.store.read(async (tx) => {
    const page = await tx.audit.recent({ limite: 100, curseur });
    return { lignes: [...page.lignes], suite: page.suite };
  });
};
