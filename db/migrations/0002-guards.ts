import { sql } from "kysely";
import { FIGE, IMMUABLE, postgresRefuse, sqliteRefuse } from "./0001-triggers.ts";
import type { Migration } from "./index.ts";

/**
 * Closes the side doors of G20. On SQLite `INSERT OR REPLACE` deletes a row without firing its DELETE trigger; on
 * PostgreSQL TRUNCATE fires no row trigger; and a frozen dossier must also keep what is derived from its data.
 */

/** Never changes once the dossier exists, whatever its state: a row cannot be moved onto another. */
const identity = ["rang", "id", "reference", "cree_le"];
/** What a frozen dossier keeps, even in the statement that reopens it. Its sign-in address and the CERFA signed
 * elsewhere (G11) may still change: they are not printed. */
const frozen = [
  "data",
  "contrat",
  "niveau_saisie",
  "formation_id",
  "variante_id",
  "code",
  "completude",
  "complet",
  "manquants",
  "bloquants",
  "base_validee",
  "dates_provisoires",
  "confirmations",
  "nom",
  "prenom",
  "nom_tri",
  "entreprise",
  "siret",
  "date_debut",
  "date_fin",
  "nir_empreinte",
  "identite_empreinte",
  "maitre_empreinte",
  "origine",
  "code_inscription",
];
/** Emptied by the statement that reopens, and by no other. */
const seal = ["fige_le", "empreinte"];

const changed = (columns: readonly string[], differs: string): string =>
  columns.map((column) => `OLD.${column} ${differs} NEW.${column}`).join(" OR ");
const isFrozen = (id: string): string =>
  `EXISTS (SELECT 1 FROM dossier WHERE dossier.id = ${id} AND dossier.etat = 'valide')`;
const isValidated = (id: string): string =>
  `EXISTS (SELECT 1 FROM dossier WHERE dossier.id = ${id} AND dossier.economie = 'validee')`;

/** When an UPDATE of a dossier is refused: `differs` is the engine’s comparison of nullable values. */
export const dossierFigeConditions = (differs: string): string =>
  `OLD.etat = 'valide' AND (${changed(frozen, differs)} OR (NEW.etat = 'valide' AND (${changed(seal, differs)})))`;

const conditions = (differs: string) => ({
  dossier: dossierFigeConditions(differs),
  identity: changed(identity, differs),
  // While validated, only the reopening (which takes the validation away) may touch the row.
  economie: `OLD.dossier_id ${differs} NEW.dossier_id OR (${isValidated("OLD.dossier_id")} AND (${changed(
    ["saisie", "saisi_par", "saisi_le"],
    differs,
  )} OR NEW.valide_par IS NOT NULL OR NEW.valide_le IS NOT NULL))`,
});

const sqliteConditions = conditions("IS NOT");
const taken = (table: string, where: string): string => `EXISTS (SELECT 1 FROM ${table} AS x WHERE ${where})`;

const sqliteGuards: readonly string[] = [
  "DROP TRIGGER dossier_fige",
  "DROP TRIGGER economie_validee",
  sqliteRefuse("dossier_fige", `UPDATE ON dossier WHEN ${sqliteConditions.dossier}`, FIGE),
  sqliteRefuse("dossier_identite", `UPDATE ON dossier WHEN ${sqliteConditions.identity}`, IMMUABLE),
  sqliteRefuse("economie_validee", `UPDATE ON economie WHEN ${sqliteConditions.economie}`, FIGE),
  sqliteRefuse(
    "dossier_remplace",
    `INSERT ON dossier WHEN ${taken("dossier", "(x.id = NEW.id OR x.reference = NEW.reference OR x.rang = NEW.rang) AND x.etat = 'valide'")}`,
    FIGE,
  ),
  sqliteRefuse(
    "instantane_remplace",
    `INSERT ON instantane WHEN ${taken("instantane", "x.id = NEW.id OR x.rowid = NEW.rowid OR (x.dossier_id = NEW.dossier_id AND x.numero = NEW.numero)")}`,
    FIGE,
  ),
  sqliteRefuse(
    "audit_remplace",
    `INSERT ON audit WHEN ${taken("audit", "x.numero = NEW.numero OR x.rowid = NEW.rowid")}`,
    IMMUABLE,
  ),
  sqliteRefuse(
    "economie_remplacee",
    `INSERT ON economie WHEN ${taken("economie", `(x.dossier_id = NEW.dossier_id OR x.rowid = NEW.rowid) AND ${isValidated("x.dossier_id")}`)}`,
    FIGE,
  ),
  sqliteRefuse("fichier_immuable", "UPDATE ON fichier", IMMUABLE),
  sqliteRefuse("fichier_supprime", `DELETE ON fichier WHEN ${isFrozen("OLD.dossier_id")}`, FIGE),
  sqliteRefuse(
    "fichier_remplace",
    `INSERT ON fichier WHEN ${taken("fichier", "x.id = NEW.id OR x.rowid = NEW.rowid")}`,
    IMMUABLE,
  ),
];

const postgresConditions = conditions("IS DISTINCT FROM");
const noTruncate = (table: string): readonly string[] => [
  `CREATE TRIGGER ${table}_vide BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION cactus_vidage()`,
];

const postgresGuards: readonly string[] = [
  "DROP TRIGGER dossier_fige ON dossier",
  "DROP FUNCTION dossier_fige()",
  "DROP TRIGGER economie_validee ON economie",
  "DROP FUNCTION economie_validee()",
  ...postgresRefuse("dossier_fige", "dossier", "UPDATE", postgresConditions.dossier, FIGE),
  ...postgresRefuse("dossier_identite", "dossier", "UPDATE", postgresConditions.identity, IMMUABLE),
  ...postgresRefuse("economie_validee", "economie", "UPDATE", postgresConditions.economie, FIGE),
  ...postgresRefuse("fichier_immuable", "fichier", "UPDATE", "TRUE", IMMUABLE),
  ...postgresRefuse("fichier_supprime", "fichier", "DELETE", isFrozen("OLD.dossier_id"), FIGE),
  `CREATE FUNCTION cactus_vidage() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${IMMUABLE}'; END $$`,
  ...["dossier", "instantane", "audit", "economie", "fichier"].flatMap(noTruncate),
];

/**
 * Words are folded before they are stored, so the index must only compare them: with a tokenizer of its own, FTS5
 * splits or folds some letters (ς, ı, letters newer than its Unicode tables) that PostgreSQL keeps.
 */
const sqliteSearch: readonly string[] = [
  `CREATE VIRTUAL TABLE dossier_recherche_2 USING fts5 (texte, tokenize = 'ascii', prefix = '2 3')`,
  "INSERT INTO dossier_recherche_2 (rowid, texte) SELECT rowid, texte FROM dossier_recherche",
  "DROP TABLE dossier_recherche",
  "ALTER TABLE dossier_recherche_2 RENAME TO dossier_recherche",
];

/** Order by code points, as SQLite does: lists page alike whatever the server’s locale. */
const postgresOrder: readonly string[] = [
  ...["nom_tri", "reference", "modifie_le", "date_debut", "id"].map(
    (column) => `ALTER TABLE dossier ALTER COLUMN ${column} TYPE TEXT COLLATE "C"`,
  ),
  `ALTER TABLE formation ALTER COLUMN titre_tri TYPE TEXT COLLATE "C"`,
];

/** Counts are read from the index alone; the rare cases a list is filtered on have their own order in each sort. */
const indexes: readonly string[] = [
  "DROP INDEX dossier_facettes",
  "DROP INDEX dossier_facettes_formation",
  "CREATE INDEX dossier_facettes ON dossier (etat, economie, complet, dates_provisoires, contrat, date_debut, formation_id)",
  "CREATE INDEX dossier_facettes_formation ON dossier (formation_id, etat, economie, complet, dates_provisoires, contrat, date_debut)",
  ...["modifie_le", "nom_tri", "date_debut", "reference"].flatMap((column) => [
    `CREATE INDEX dossier_a_valider_${column} ON dossier (${column}, id) WHERE economie = 'a_valider'`,
    `CREATE INDEX dossier_provisoires_${column} ON dossier (${column}, id) WHERE dates_provisoires = 1`,
    `CREATE INDEX dossier_pro_${column} ON dossier (${column}, id) WHERE contrat = 'professionnalisation'`,
  ]),
];

export const guards: Migration = {
  nom: "0002-guards",
  up: async (db, engine) => {
    const statements =
      engine === "sqlite"
        ? [...sqliteGuards, ...sqliteSearch, ...indexes]
        : [...postgresGuards, ...postgresOrder, ...indexes];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
