import { sql } from "kysely";
import type { Migration } from "./index.ts";

/** One company under two names or two SIRETs is looked for at each write. */
export const companies: Migration = {
  nom: "0003-companies",
  up: async (db) => {
    await sql`CREATE INDEX dossier_entreprise ON dossier (entreprise, siret)`.execute(db);
  },
};
