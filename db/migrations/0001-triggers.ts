/**
 * G20 « aucune possibilité de modification », held by the database itself: a frozen dossier keeps its data whatever
 * door the statement comes through, snapshots and history never change, validated economics stay as validated.
 */
export const FIGE = "CACTUS_FIGE";
export const IMMUABLE = "CACTUS_IMMUABLE";

/** What a frozen dossier never changes; leaving « valide » in the same statement does not excuse a change of data. */
const frozenColumns = [
  "data",
  "contrat",
  "niveau_saisie",
  "formation_id",
  "variante_id",
  "code",
  "base_validee",
  "dates_provisoires",
  "reference",
];

export const sqliteRefuse = (name: string, when: string, message: string): string =>
  `CREATE TRIGGER ${name} BEFORE ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END`;

export const sqliteTriggers: readonly string[] = [
  sqliteRefuse(
    "dossier_fige",
    `UPDATE ON dossier WHEN OLD.etat = 'valide' AND (${frozenColumns.map((c) => `OLD.${c} IS NOT NEW.${c}`).join(" OR ")})`,
    FIGE,
  ),
  sqliteRefuse("dossier_supprime", "DELETE ON dossier WHEN OLD.etat = 'valide'", FIGE),
  ...["UPDATE", "DELETE"].flatMap((verb) =>
    ["instantane", "audit"].map((table) =>
      sqliteRefuse(
        `${table}_${verb.toLowerCase()}`,
        `${verb} ON ${table}`,
        table === "instantane" ? FIGE : IMMUABLE,
      ),
    ),
  ),
  sqliteRefuse(
    "economie_validee",
    `UPDATE ON economie WHEN OLD.saisie IS NOT NEW.saisie AND (SELECT economie FROM dossier WHERE id = OLD.dossier_id) = 'validee'`,
    FIGE,
  ),
  sqliteRefuse(
    "economie_supprimee",
    `DELETE ON economie WHEN (SELECT economie FROM dossier WHERE id = OLD.dossier_id) = 'validee'`,
    FIGE,
  ),
];

export const postgresRefuse = (
  name: string,
  table: string,
  events: string,
  condition: string,
  message: string,
): readonly string[] => [
  `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF ${condition} THEN RAISE EXCEPTION '${message}'; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$`,
  `CREATE TRIGGER ${name} BEFORE ${events} ON ${table} FOR EACH ROW EXECUTE FUNCTION ${name}()`,
];

export const postgresTriggers: readonly string[] = [
  ...postgresRefuse(
    "dossier_fige",
    "dossier",
    "UPDATE",
    `OLD.etat = 'valide' AND (${frozenColumns.map((c) => `OLD.${c} IS DISTINCT FROM NEW.${c}`).join(" OR ")})`,
    FIGE,
  ),
  ...postgresRefuse("dossier_supprime", "dossier", "DELETE", "OLD.etat = 'valide'", FIGE),
  ...postgresRefuse("instantane_immuable", "instantane", "UPDATE OR DELETE", "TRUE", FIGE),
  ...postgresRefuse("audit_immuable", "audit", "UPDATE OR DELETE", "TRUE", IMMUABLE),
  ...postgresRefuse(
    "economie_validee",
    "economie",
    "UPDATE",
    `OLD.saisie IS DISTINCT FROM NEW.saisie AND (SELECT economie FROM dossier WHERE id = OLD.dossier_id) = 'validee'`,
    FIGE,
  ),
  ...postgresRefuse(
    "economie_supprimee",
    "economie",
    "DELETE",
    `(SELECT economie FROM dossier WHERE id = OLD.dossier_id) = 'validee'`,
    FIGE,
  ),
];
