import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openStore } from "../../db/open.ts";
import type { Store } from "../../db/ports.ts";
import { mirrored, searchable } from "../../db/repositories/dossier-rows.ts";
import { createSecretBox } from "../../db/secret-box.ts";
import { companies } from "../../main/demo/companies.ts";
import { noms, prenomsF, prenomsM } from "../../main/demo/people.ts";
import { seeded } from "../../main/demo/random.ts";
import type { Formation } from "../../shared/api/models.ts";
import { completeness } from "../../shared/dossier/index.ts";
import { etats } from "../../shared/workflow/index.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";
import { aFormation } from "../builders/formation.ts";

/** A migrated database of `count` seeded dossiers, written in bulk by SQL: only the seeding goes around the app. */
export const seedDatabase = async (
  folder: string,
  count: number,
): Promise<{ store: Store; path: string; formationIds: string[] }> => {
  const path = join(folder, "bench.db");
  const secrets = createSecretBox(randomBytes(32));
  const store = await openStore({ url: `sqlite:${path}`, secrets });
  await store.migrate();
  const formations: Formation[] = [];
  for (let index = 0; index < 12; index++) {
    const formation = await store.write((tx) =>
      tx.formations.create(
        aFormation({
          titre: `Master numéro ${index}`,
          code: `F7${String(index).padStart(2, "0")}`,
          variantes: [],
        }),
      ),
    );
    formations.push(formation);
  }
  const data = aCompleteApprentissage({ apprentiNir: undefined });
  const completude = JSON.stringify(completeness({ data, mission: "facultative", form: "10103*14" }));
  const random = seeded(7);
  const db = new Database(path);
  // The columns a dossier of the app has: a write of the app finds nothing to mend.
  const rowOf = (n: number) => {
    const company = random.pick(companies);
    const own = {
      ...data,
      apprentiNomNaissance: random.pick(noms),
      apprentiPrenom: random.pick(random.next() < 0.5 ? prenomsF : prenomsM),
      employeurDenomination: company.denomination,
      employeurSiret: company.siret,
    };
    const formation = random.pick(formations);
    const le = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
    const row = {
      id: `seed-${String(n).padStart(8, "0")}`,
      reference: `D2026-${String(n + 1).padStart(6, "0")}`,
      version: 1,
      formation_id: formation.id,
      code: formation.code,
      contrat: "apprentissage",
      niveau_saisie: "complete",
      etat: random.pick(etats),
      etat_depuis: le,
      data: JSON.stringify(own),
      completude,
      complet: random.next() < 0.6 ? 1 : 0,
      manquants: 0,
      bloquants: 0,
      economie: "a_saisir",
      economie_depuis: le,
      courriel: `p${n}@example.fr`,
      ...mirrored(secrets, own),
      origine: "import",
      cree_le: le,
      modifie_le: le,
    };
    return { row, texte: searchable(row, formation.titre) };
  };
  const columns = Object.keys(rowOf(0).row);
  const insert = db.prepare(
    `INSERT INTO dossier (${columns.join(", ")}) VALUES (${columns.map((column) => `@${column}`).join(", ")})`,
  );
  const index = db.prepare("INSERT INTO dossier_recherche (rowid, texte) VALUES (?, ?)");
  db.transaction(() => {
    for (let n = 0; n < count; n++) {
      const { row, texte } = rowOf(n);
      index.run(insert.run(row).lastInsertRowid, texte);
    }
  })();
  db.exec("ANALYZE");
  db.close();
  return { store, path, formationIds: formations.map(({ id }) => id) };
};
