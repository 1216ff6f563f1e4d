import { sql } from "kysely";
import type { Scope } from "./base.ts";
import { searchable } from "./dossier-rows.ts";

type Row = Parameters<typeof searchable>[0] & { readonly rang: number };
/** Rows a statement: two parameters each, well under every engine’s limit. */
const BATCH = 500;

/** Puts dossiers in the search index, replacing what it held of them. */
export const indexDossiers = async (
  { db, engine }: Pick<Scope, "db" | "engine">,
  rows: readonly Row[],
  formationTitre: string,
): Promise<void> => {
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    if (engine === "sqlite") {
      const rangs = sql.join(batch.map((row) => sql`${row.rang}`));
      await sql`DELETE FROM dossier_recherche WHERE rowid IN (${rangs})`.execute(db);
      const values = sql.join(batch.map((row) => sql`(${row.rang}, ${searchable(row, formationTitre)})`));
      await sql`INSERT INTO dossier_recherche (rowid, texte) VALUES ${values}`.execute(db);
    } else {
      const values = sql.join(
        batch.map(
          (row) =>
            sql`(${row.rang}::bigint, array_to_tsvector(string_to_array(${searchable(row, formationTitre)}, ' ')))`,
        ),
      );
      await sql`INSERT INTO dossier_recherche (rang, texte) VALUES ${values}
        ON CONFLICT (rang) DO UPDATE SET texte = EXCLUDED.texte
        WHERE dossier_recherche.texte IS DISTINCT FROM EXCLUDED.texte`.execute(db);
    }
  }
};

/** The columns whose words are searched. Most writes change none of them, and leave the index as it is. */
export const searchedColumns = ["nom", "prenom", "entreprise", "siret", "courriel", "code"] as const;

/** One dossier whose searched columns were just written. */
export const indexDossier = async (
  scope: Pick<Scope, "db" | "engine">,
  row: Row & { readonly formation_id: string },
): Promise<void> => {
  const formation = await scope.db
    .selectFrom("formation")
    .select("titre")
    .where("id", "=", row.formation_id)
    .executeTakeFirst();
  await indexDossiers(scope, [row], formation?.titre ?? "");
};

/** A formation’s new title is found in its dossiers at once. */
export const reindexFormation = async (
  scope: Pick<Scope, "db" | "engine">,
  formationId: string,
  titre: string,
): Promise<void> => {
  const rows = await scope.db
    .selectFrom("dossier")
    .select(["rang", "reference", "courriel", "code", "nom", "prenom", "entreprise", "siret"])
    .where("formation_id", "=", formationId)
    .execute();
  await indexDossiers(scope, rows, titre);
};
