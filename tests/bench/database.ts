import Database from "better-sqlite3";
import type { DossierFilter } from "../../db/ports.ts";
import { compare, type Measure } from "./measure.ts";
import { seedDatabase } from "./seed.ts";

const columns =
  "d.id, reference, d.version, formation_id, code, contrat, niveau_saisie, etat, etat_depuis, complet, manquants, bloquants, dates_provisoires, economie, courriel, nom, prenom, nom_tri, entreprise, siret, date_debut, date_fin, d.modifie_le, f.titre";

/** The list screen and the write use case against the same SQL, prepared once, on the same file. */
export const databaseBenches = async (folder: string, count: number): Promise<Measure[]> => {
  const { store, path } = await seedDatabase(folder, count);
  const raw = new Database(path);
  raw.pragma("synchronous = FULL");
  const page = raw.prepare(
    `SELECT ${columns} FROM dossier d JOIN formation f ON f.id = d.formation_id WHERE etat = ? ORDER BY d.modifie_le DESC, d.id DESC LIMIT 51`,
  );
  const facets = raw.prepare(
    "SELECT etat, economie, complet, dates_provisoires, count(*) FROM dossier WHERE etat = ? GROUP BY etat, economie, complet, dates_provisoires",
  );
  const search = raw.prepare(
    `SELECT ${columns} FROM dossier d JOIN formation f ON f.id = d.formation_id WHERE d.rang IN (SELECT rowid FROM dossier_recherche WHERE dossier_recherche MATCH ?) ORDER BY d.modifie_le DESC, d.id DESC LIMIT 51`,
  );
  const list = (filter: DossierFilter) =>
    store.read((tx) => tx.dossiers.list(filter, { tri: "modifieLe", sens: "desc", limite: 50 }));

  const measures: Measure[] = [];
  measures.push(
    await compare(
      `list screen (page, total, facets) on ${count} dossiers / raw SQL`,
      1.3,
      40,
      () =>
        store.read(async (tx) => {
          await tx.dossiers.list({ etats: ["saisie"] }, { tri: "modifieLe", sens: "desc", limite: 50 });
          await tx.dossiers.facettes({ etats: ["saisie"] });
        }),
      () => {
        page.all("saisie");
        facets.all("saisie");
      },
    ),
    await compare(
      "search « martelly lea » / raw FTS5",
      2,
      60,
      () => list({ recherche: "martelly lea" }),
      () => search.all('"martelly"* "lea"*'),
    ),
    await deepPage(store, raw),
    await writeUseCase(store, raw),
  );
  raw.close();
  await store.close();
  return measures;
};

const PAGE = 50;
const DEEP = 1000;
/** A page deep in the whole list by keyset against the same page by OFFSET: how much the decision is worth. */
const deepPage = async (
  store: Awaited<ReturnType<typeof seedDatabase>>["store"],
  raw: Database.Database,
): Promise<Measure> => {
  const page = (curseur?: string) =>
    store.read((tx) =>
      tx.dossiers.list({}, { tri: "modifieLe", sens: "desc", limite: PAGE, ...(curseur ? { curseur } : {}) }),
    );
  let curseur: string | undefined;
  for (let index = 0; index < DEEP; index++) curseur = (await page(curseur)).suite;
  const offset = raw.prepare(
    `SELECT ${columns} FROM dossier d JOIN formation f ON f.id = d.formation_id ORDER BY d.modifie_le DESC, d.id DESC LIMIT ${PAGE + 1} OFFSET ${PAGE * DEEP}`,
  );
  return compare(
    `page ${DEEP + 1} by keyset / the same page by OFFSET`,
    0.5,
    40,
    () => page(curseur),
    () => offset.all(),
  );
};

/** Version check, data, audit entry and outbox row in one durable transaction, against the same rows by raw SQL. */
const writeUseCase = async (
  store: Awaited<ReturnType<typeof seedDatabase>>["store"],
  raw: Database.Database,
): Promise<Measure> => {
  const read = raw.prepare("SELECT version, data FROM dossier WHERE id = ?");
  const update = raw.prepare(
    "UPDATE dossier SET data = ?, version = ?, modifie_le = ? WHERE id = ? AND version = ?",
  );
  const last = raw.prepare("SELECT numero, empreinte FROM audit ORDER BY numero DESC LIMIT 1");
  const audit = raw.prepare(
    "INSERT INTO audit (numero, le, acteur, porte, action, phrase, dossier_id, changements, precedente, empreinte) VALUES (?, ?, 'bench', 'cli', 'bench', 'bench', ?, '[]', ?, ?)",
  );
  const mail = raw.prepare(
    "INSERT INTO outbox (id, cle, modele, params, sujet, destinataire, message_id, statut, prochaine_le, cree_le) VALUES (?, ?, 'm', '{}', 's', 'a@example.fr', '<m>', 'due', ?, ?)",
  );
  let n = 0;
  const id = (round: number, offset: number): string =>
    `seed-${String(((round + 100) * 2 + offset) % 9000).padStart(8, "0")}`;
  return compare(
    "write use case (version, data, audit, outbox) / raw SQL, synchronous=FULL",
    1.5,
    200,
    (round) =>
      store.write(async (tx) => {
        const dossier = await tx.dossiers.byId(id(round, 0));
        // A frozen dossier of the seed refuses data: the same write on the states that accept it.
        if (!dossier || dossier.etat === "valide") return;
        await tx.dossiers.update(
          dossier.id,
          { data: { ...dossier.data, faitA: `Marseille ${round}` } },
          dossier.version,
        );
        await tx.audit.record({
          acteur: "bench",
          porte: "cli",
          action: "bench",
          phrase: "bench",
          dossierId: dossier.id,
        });
        n += 1;
        await tx.outbox.add({
          cle: `bench:${n}`,
          modele: "m",
          params: {},
          sujet: "s",
          destinataire: "a@example.fr",
        });
      }),
    (round) => {
      const key = id(round, 0);
      raw.exec("BEGIN IMMEDIATE");
      const row = read.get(key) as { version: number; data: string };
      const now = new Date().toISOString();
      n += 1;
      try {
        update.run(
          JSON.stringify({ ...JSON.parse(row.data), faitA: `Aix ${round}` }),
          row.version + 1,
          now,
          key,
          row.version,
        );
        const previous = last.get() as { numero: number; empreinte: string } | undefined;
        audit.run((previous?.numero ?? 0) + 1, now, key, previous?.empreinte ?? "", String(n));
        mail.run(`raw-${n}`, `raw:${n}`, now, now);
        raw.exec("COMMIT");
      } catch {
        raw.exec("ROLLBACK");
      }
    },
  );
};
