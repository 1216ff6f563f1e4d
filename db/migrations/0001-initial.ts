import { type Kysely, sql } from "kysely";
import type { Schema } from "../schema.ts";
import { postgresTriggers, sqliteTriggers } from "./0001-triggers.ts";
import type { Migration } from "./index.ts";

/** Statements that both engines understand; `{blob}` and `{serial}` are the two words that differ. */
const tables: readonly string[] = [
  `CREATE TABLE reglage (cle TEXT PRIMARY KEY, valeur TEXT NOT NULL)`,
  `CREATE TABLE compteur (nom TEXT PRIMARY KEY, valeur INTEGER NOT NULL)`,
  `CREATE TABLE compte (
    id TEXT PRIMARY KEY, famille TEXT NOT NULL CHECK (famille IN ('cfa', 'portail')), courriel TEXT NOT NULL,
    courriel_cle TEXT NOT NULL, nom TEXT NOT NULL, role TEXT, formations TEXT NOT NULL DEFAULT '[]', mot_de_passe TEXT,
    provisoire INTEGER NOT NULL DEFAULT 0, provisoire_expire TEXT, actif INTEGER NOT NULL DEFAULT 1,
    echecs INTEGER NOT NULL DEFAULT 0, bloque_jusqua TEXT, premiere_connexion_le TEXT, derniere_connexion_le TEXT,
    cree_le TEXT NOT NULL, UNIQUE (famille, courriel_cle))`,
  `CREATE TABLE session (
    id TEXT PRIMARY KEY, jeton TEXT NOT NULL UNIQUE, compte_id TEXT NOT NULL REFERENCES compte (id), porte TEXT NOT NULL,
    cree_le TEXT NOT NULL, vu_le TEXT NOT NULL, expire_le TEXT NOT NULL, csrf TEXT)`,
  `CREATE INDEX session_compte ON session (compte_id)`,
  `CREATE INDEX session_expire ON session (expire_le)`,
  `CREATE TABLE jeton (
    id TEXT PRIMARY KEY, usage TEXT NOT NULL, empreinte TEXT NOT NULL UNIQUE, compte_id TEXT REFERENCES compte (id),
    courriel TEXT NOT NULL, expire_le TEXT NOT NULL, utilise_le TEXT, donnees TEXT, cree_le TEXT NOT NULL)`,
  `CREATE INDEX jeton_courriel ON jeton (usage, courriel, cree_le)`,
  `CREATE TABLE formation (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, contenu TEXT NOT NULL, titre TEXT NOT NULL, titre_tri TEXT NOT NULL,
    archivee INTEGER NOT NULL DEFAULT 0, cree_le TEXT NOT NULL, modifie_le TEXT NOT NULL)`,
  `CREATE INDEX formation_titre ON formation (archivee, titre_tri, id)`,
  `CREATE TABLE code_acces (
    code TEXT PRIMARY KEY, formation_id TEXT NOT NULL REFERENCES formation (id), variante_id TEXT)`,
  `CREATE INDEX code_formation ON code_acces (formation_id)`,
  `CREATE TABLE dossier (
    rang {serial}, id TEXT NOT NULL UNIQUE, reference TEXT NOT NULL UNIQUE, version INTEGER NOT NULL,
    formation_id TEXT NOT NULL REFERENCES formation (id), variante_id TEXT, code TEXT NOT NULL, contrat TEXT NOT NULL,
    niveau_saisie TEXT NOT NULL,
    etat TEXT NOT NULL CHECK (etat IN ('invite', 'saisie', 'demande', 'valide', 'abandonne')), etat_depuis TEXT NOT NULL,
    data TEXT NOT NULL, completude TEXT NOT NULL, complet INTEGER NOT NULL, manquants INTEGER NOT NULL,
    bloquants INTEGER NOT NULL, base_validee INTEGER NOT NULL DEFAULT 0, dates_provisoires INTEGER NOT NULL DEFAULT 0,
    economie TEXT NOT NULL DEFAULT 'a_saisir' CHECK (economie IN ('a_saisir', 'a_valider', 'validee')),
    economie_depuis TEXT NOT NULL, retour TEXT, confirmations TEXT NOT NULL DEFAULT '{}', cerfa_externe TEXT,
    courriel TEXT NOT NULL, nom TEXT, prenom TEXT, nom_tri TEXT NOT NULL DEFAULT '', entreprise TEXT, siret TEXT,
    date_debut TEXT NOT NULL DEFAULT '', date_fin TEXT NOT NULL DEFAULT '', nir_empreinte TEXT, identite_empreinte TEXT,
    maitre_empreinte TEXT, origine TEXT NOT NULL, code_inscription TEXT, fige_le TEXT, empreinte TEXT,
    cree_le TEXT NOT NULL, modifie_le TEXT NOT NULL)`,
  ...["modifie_le", "nom_tri", "date_debut", "reference"].flatMap((column) => [
    `CREATE INDEX dossier_${column} ON dossier (${column}, id)`,
    `CREATE INDEX dossier_etat_${column} ON dossier (etat, ${column}, id)`,
    `CREATE INDEX dossier_formation_${column} ON dossier (formation_id, ${column}, id)`,
  ]),
  `CREATE INDEX dossier_facettes ON dossier (etat, economie, complet, dates_provisoires)`,
  `CREATE INDEX dossier_facettes_formation ON dossier (formation_id, etat, economie, complet, dates_provisoires)`,
  `CREATE INDEX dossier_siret ON dossier (siret, modifie_le)`,
  `CREATE INDEX dossier_nir ON dossier (nir_empreinte)`,
  `CREATE INDEX dossier_identite ON dossier (identite_empreinte)`,
  `CREATE INDEX dossier_maitre ON dossier (maitre_empreinte, date_debut)`,
  `CREATE INDEX dossier_inscription ON dossier (code_inscription)`,
  `CREATE TABLE instantane (
    id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossier (id), numero INTEGER NOT NULL, form TEXT NOT NULL,
    contenu TEXT NOT NULL, empreinte TEXT NOT NULL, fige_le TEXT NOT NULL, par TEXT NOT NULL,
    UNIQUE (dossier_id, numero))`,
  `CREATE TABLE economie (
    dossier_id TEXT PRIMARY KEY REFERENCES dossier (id), version INTEGER NOT NULL, saisie TEXT NOT NULL,
    saisi_par TEXT NOT NULL, saisi_le TEXT NOT NULL, valide_par TEXT, valide_le TEXT)`,
  `CREATE TABLE suivi (dossier_id TEXT PRIMARY KEY REFERENCES dossier (id), version INTEGER NOT NULL, depot TEXT NOT NULL)`,
  `CREATE TABLE vie_entree (
    id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossier (id), version INTEGER NOT NULL,
    contenu TEXT NOT NULL, du TEXT NOT NULL, auteur TEXT NOT NULL, cree_le TEXT NOT NULL)`,
  `CREATE INDEX vie_dossier ON vie_entree (dossier_id, du)`,
  `CREATE TABLE audit (
    numero BIGINT PRIMARY KEY, le TEXT NOT NULL, acteur_id TEXT, acteur TEXT NOT NULL, porte TEXT NOT NULL,
    action TEXT NOT NULL, phrase TEXT NOT NULL, dossier_id TEXT, formation_id TEXT, changements TEXT NOT NULL,
    precedente TEXT NOT NULL, empreinte TEXT NOT NULL)`,
  `CREATE INDEX audit_dossier ON audit (dossier_id, numero)`,
  `CREATE TABLE outbox (
    id TEXT PRIMARY KEY, cle TEXT NOT NULL UNIQUE, modele TEXT NOT NULL, params TEXT NOT NULL, secret TEXT,
    sujet TEXT NOT NULL, destinataire TEXT NOT NULL, message_id TEXT NOT NULL,
    statut TEXT NOT NULL CHECK (statut IN ('due', 'leased', 'sent', 'failed', 'uncertain')),
    tentatives INTEGER NOT NULL DEFAULT 0, prochaine_le TEXT NOT NULL, bail_par TEXT, bail_jusqua TEXT, erreur TEXT,
    dossier_id TEXT, formation_id TEXT, cree_le TEXT NOT NULL, envoye_le TEXT)`,
  `CREATE INDEX outbox_due ON outbox (statut, prochaine_le)`,
  `CREATE INDEX outbox_liste ON outbox (cree_le, id)`,
  `CREATE INDEX outbox_dossier ON outbox (dossier_id, cree_le)`,
  `CREATE TABLE invitation (
    id TEXT PRIMARY KEY, dossier_id TEXT REFERENCES dossier (id), formation_id TEXT REFERENCES formation (id),
    qualite TEXT NOT NULL CHECK (qualite IN ('alternant', 'entreprise', 'formation')), courriel TEXT NOT NULL, nom TEXT,
    compte_id TEXT NOT NULL REFERENCES compte (id), courriel_id TEXT, cree_le TEXT NOT NULL, expire_le TEXT NOT NULL,
    annulee_le TEXT, premiere_connexion_le TEXT)`,
  `CREATE INDEX invitation_dossier ON invitation (dossier_id)`,
  `CREATE INDEX invitation_formation ON invitation (formation_id)`,
  `CREATE INDEX invitation_compte ON invitation (compte_id)`,
  `CREATE TABLE fichier (
    id TEXT PRIMARY KEY, nom TEXT NOT NULL, type TEXT NOT NULL, taille INTEGER NOT NULL, empreinte TEXT NOT NULL,
    contenu {blob} NOT NULL, dossier_id TEXT, par TEXT NOT NULL, cree_le TEXT NOT NULL)`,
];

const search = {
  sqlite: [
    `CREATE VIRTUAL TABLE dossier_recherche USING fts5 (texte, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`,
  ],
  postgres: [
    `CREATE TABLE dossier_recherche (rang BIGINT PRIMARY KEY, texte TSVECTOR NOT NULL)`,
    `CREATE INDEX dossier_recherche_texte ON dossier_recherche USING gin (texte)`,
  ],
};

export const initial: Migration = {
  nom: "0001-initial",
  up: async (db: Kysely<Schema>, engine) => {
    const words =
      engine === "sqlite"
        ? { serial: "INTEGER PRIMARY KEY AUTOINCREMENT", blob: "BLOB" }
        : { serial: "BIGSERIAL PRIMARY KEY", blob: "BYTEA" };
    const triggers = engine === "sqlite" ? sqliteTriggers : postgresTriggers;
    for (const statement of [...tables, ...search[engine], ...triggers])
      await sql.raw(statement.replace("{serial}", words.serial).replace("{blob}", words.blob)).execute(db);
  },
};
