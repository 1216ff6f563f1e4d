import { sql } from "kysely";
import type { Dossiers } from "../ports.ts";
import type { Scope } from "./base.ts";
import { jugementColumns } from "./dossier-rows.ts";

type Judgements = Pick<
  Dossiers,
  "judge" | "jugementCles" | "idsByJugement" | "figesSansJugement" | "oublierJugements"
>;

/** Stored judgements: written without touching the dossier they judge, and found again once they no longer hold. */
export const judgementsIn = ({ db }: Scope): Judgements => ({
  judge: async (id, jugement, seen) => {
    const columns = jugementColumns(jugement);
    const open = await db
      .updateTable("dossier")
      .set(columns)
      .where("id", "=", id)
      .where("version", "=", seen)
      .where("etat", "!=", "valide")
      .executeTakeFirst();
    if (open.numUpdatedRows === 1n) return true;
    const frozen = await db
      .updateTable("dossier")
      .set({ jugement: columns.jugement })
      .where("id", "=", id)
      .where("etat", "=", "valide")
      .where("jugement", "is", null)
      .executeTakeFirst();
    return frozen.numUpdatedRows === 1n;
  },
  jugementCles: async () => {
    // A loose scan: each step asks the index for the next distinct fingerprint.
    const { rows } = await sql<{ cle: string | null }>`
      WITH RECURSIVE cles (cle) AS (
        SELECT (SELECT jugement_cle FROM dossier WHERE etat <> 'valide' ORDER BY jugement_cle LIMIT 1)
        UNION ALL
        SELECT (SELECT jugement_cle FROM dossier WHERE etat <> 'valide' AND jugement_cle > cles.cle
          ORDER BY jugement_cle LIMIT 1) FROM cles WHERE cles.cle IS NOT NULL
      ) SELECT cle FROM cles WHERE cle IS NOT NULL`.execute(db);
    return rows.flatMap(({ cle }) => (cle === null ? [] : [cle]));
  },
  idsByJugement: async (cles, limite) => {
    if (cles.length === 0) return [];
    const rows = await db
      .selectFrom("dossier")
      .select("id")
      .where("etat", "!=", sql.lit("valide"))
      .where("jugement_cle", "in", [...cles])
      .limit(limite)
      .execute();
    return rows.map(({ id }) => id);
  },
  figesSansJugement: async (limite) => {
    // Written into the SQL, not bound: only then does the partial index serve.
    const rows = await db
      .selectFrom("dossier")
      .select("id")
      .where("etat", "=", sql.lit("valide"))
      .where("jugement", "is", null)
      .limit(limite)
      .execute();
    return rows.map(({ id }) => id);
  },
  oublierJugements: async (formationId) => {
    await db
      .updateTable("dossier")
      .set({ jugement_cle: "" })
      .where("formation_id", "=", formationId)
      .where("etat", "!=", "valide")
      .where("jugement_cle", "!=", "")
      .execute();
  },
});
