import { sql } from "kysely";
import { FIGE, postgresRefuse, sqliteRefuse } from "./0001-triggers.ts";
import { dossierFigeConditions } from "./0002-guards.ts";
import type { Migration } from "./index.ts";

/**
 * A judgement is kept whole (findings, cross-dossier facts) with the fingerprint of what it was made from. A frozen
 * dossier keeps the judgement of its freezing: the guard of G20 covers it, once it is there (dossiers frozen before
 * this version receive theirs in the background).
 */
const columns: readonly string[] = [
  "ALTER TABLE dossier ADD COLUMN jugement TEXT",
  "ALTER TABLE dossier ADD COLUMN jugement_cle TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE formation ADD COLUMN mission TEXT NOT NULL DEFAULT 'facultative'",
  // What is to be judged again is found by hopping over the few distinct fingerprints.
  "CREATE INDEX dossier_jugement ON dossier (jugement_cle, id) WHERE etat <> 'valide'",
  "CREATE INDEX dossier_sans_jugement ON dossier (id) WHERE etat = 'valide' AND jugement IS NULL",
];

const guard = (differs: string): string =>
  `(${dossierFigeConditions(differs)}) OR (OLD.etat = 'valide' AND OLD.jugement IS NOT NULL AND OLD.jugement ${differs} NEW.jugement)`;

export const judgements: Migration = {
  nom: "0004-judgements",
  up: async (db, engine) => {
    const statements =
      engine === "sqlite"
        ? [
            ...columns,
            "UPDATE formation SET mission = COALESCE(json_extract(contenu, '$.mission'), 'facultative')",
            "DROP TRIGGER dossier_fige",
            sqliteRefuse("dossier_fige", `UPDATE ON dossier WHEN ${guard("IS NOT")}`, FIGE),
          ]
        : [
            ...columns,
            "UPDATE formation SET mission = COALESCE(contenu::json ->> 'mission', 'facultative')",
            'ALTER TABLE dossier ALTER COLUMN jugement_cle TYPE TEXT COLLATE "C"',
            "DROP TRIGGER dossier_fige ON dossier",
            "DROP FUNCTION dossier_fige()",
            ...postgresRefuse("dossier_fige", "dossier", "UPDATE", guard("IS DISTINCT FROM"), FIGE),
          ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
