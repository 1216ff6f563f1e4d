import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { openStore } from "../../db/open.ts";
import type { Store } from "../../db/ports.ts";
import { searchText } from "../../db/search-text.ts";
import { createSecretBox } from "../../db/secret-box.ts";
import { companies } from "../../main/demo/companies.ts";
import { noms, prenomsF, prenomsM } from "../../main/demo/people.ts";
import { seeded } from "../../main/demo/random.ts";
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
  const store = await openStore({ url: `sqlite:${path}`, secrets: createSecretBox(randomBytes(32)) });
  await store.migrate();
  const formationIds: string[] = [];
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
    formationIds.push(formation.id);
  }
  const data = aCompleteApprentissage({ apprentiNir: undefined });
  const completude = JSON.stringify(completeness({ data, mission: "facultative" }));
  const random = seeded(7);
  const db = new Database(path);
  const insert =
    db.prepare(`INSERT INTO dossier (id, reference, version, formation_id, code, contrat, niveau_saisie, etat, etat_depuis, data, completude, complet, manquants, bloquants, economie, economie_depuis, courriel, nom, prenom, nom_tri, entreprise, siret, date_debut, date_fin, origine, cree_le, modifie_le)
    VALUES (@id, @reference, 1, @formation, 'F700', 'apprentissage', 'complete', @etat, @le, @data, @completude, @complet, 0, 0, 'a_saisir', @le, @courriel, @nom, @prenom, @tri, @entreprise, @siret, '2026-09-01', '2028-08-31', 'import', @le, @le)`);
  const index = db.prepare("INSERT INTO dossier_recherche (rowid, texte) VALUES (?, ?)");
  db.transaction(() => {
    for (let n = 0; n < count; n++) {
      const nom = random.pick(noms);
      const prenom = random.pick(random.next() < 0.5 ? prenomsF : prenomsM);
      const company = random.pick(companies);
      const reference = `D2026-${String(n + 1).padStart(6, "0")}`;
      const courriel = `p${n}@example.fr`;
      const { lastInsertRowid } = insert.run({
        id: `seed-${String(n).padStart(8, "0")}`,
        reference,
        formation: random.pick(formationIds),
        etat: random.pick(etats),
        le: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
        data: JSON.stringify({ ...data, apprentiNomNaissance: nom, apprentiPrenom: prenom }),
        completude,
        complet: random.next() < 0.6 ? 1 : 0,
        courriel,
        nom,
        prenom,
        tri: `${nom} ${prenom}`.toLowerCase(),
        entreprise: company.denomination,
        siret: company.siret,
      });
      index.run(
        lastInsertRowid,
        searchText([reference, nom, prenom, courriel, company.denomination, company.siret]),
      );
    }
  })();
  db.exec("ANALYZE");
  db.close();
  return { store, path, formationIds };
};
