import type { Engine } from "./engines/engine.ts";
import type { Schema } from "./schema.ts";

/** Every table of ours, once: a table that is forgotten does not compile. */
const tables = Object.keys({
  audit: 0,
  code_acces: 0,
  compte: 0,
  compteur: 0,
  dossier: 0,
  economie: 0,
  fichier: 0,
  formation: 0,
  instantane: 0,
  invitation: 0,
  jeton: 0,
  migration: 0,
  outbox: 0,
  reglage: 0,
  session: 0,
  suivi: 0,
  vie_entree: 0,
} satisfies Record<keyof Schema, 0>) as readonly (keyof Schema)[];

export interface Inventory {
  /** Names of the migrations applied, in order. */
  readonly migrations: readonly string[];
  readonly lignes: Readonly<Record<string, number>>;
}

/** What the database holds, as names of ours and counts. */
export const inventoryOf = (engine: Engine): Promise<Inventory> =>
  engine.read(async (db) => {
    const lignes: Record<string, number> = {};
    for (const table of tables) {
      const { nombre } = await db
        .selectFrom(table)
        .select((of) => of.fn.countAll<number>().as("nombre"))
        .executeTakeFirstOrThrow();
      lignes[table] = Number(nombre);
    }
    const migrations = await db.selectFrom("migration").select("nom").orderBy("nom").execute();
    return { migrations: migrations.map(({ nom }) => nom), lignes };
  });
