import type {
  Cfa,
  Completude,
  CompteStaff,
  Courriel,
  DossierLigne,
  Economie,
  EconomieSaisie,
  Evenement,
  Formation,
  FormationSaisie,
  Invitation,
  SuiviDepot,
  VieEntree,
} from "../shared/api/models.ts";
import type {
  Contrat,
  DossierData,
  FormVersion,
  ModeMission,
  NiveauSaisie,
} from "../shared/dossier/kernel.ts";
import type { Etat, EtatEconomie, PortalQualite, StaffRole } from "../shared/workflow/index.ts";

/**
 * What the features may ask of the database, in the words of dossiers. `db/open.ts` gives a `Store` on SQLite or
 * PostgreSQL. Ids are UUIDv7 made here, instants ISO UTC, versions start at 1 and move by one at each write.
 */

/** Another write got there first: both values can be shown, nothing typed is lost. */
export class VersionConflict extends Error {
  readonly current: number;
  constructor(current: number) {
    super("version conflict");
    this.name = "VersionConflict";
    this.current = current;
  }
}
/** The database refuses: the dossier is frozen (G20). */
export class DossierFige extends Error {
  constructor() {
    super("dossier frozen");
    this.name = "DossierFige";
  }
}

/** Encrypts what must not be readable at rest (NIR, pending passwords). AES-256-GCM, `context` as associated data. */
export interface SecretBox {
  seal(plain: string, context: string): string;
  open(sealed: string, context: string): string;
  /** Keyed digest (HMAC-SHA-256, hex): finds equal secrets without reading them. */
  digest(plain: string, context: string): string;
}

export interface Store {
  readonly engine: "sqlite" | "postgres";
  /** Reads on a connection of their own, never waiting for a write. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * One transaction (BEGIN IMMEDIATE on SQLite). Nothing slow (mail, PDF, hashing, network) is awaited inside.
   * `at` dates what is taken over from elsewhere; everything else happens now.
   */
  write<T>(work: (tx: Tx) => Promise<T>, at?: Date): Promise<T>;
  /** Applies missing migrations, each in its transaction; refuses a database newer than this application. */
  migrate(): Promise<{ applied: readonly string[] }>;
  /** Integrity of the file, of foreign keys, of the audit chain, of frozen snapshots’ SHA-256, of attached files. */
  verify(): Promise<readonly { point: string; ok: boolean; detail: string }[]>;
  /** SQLite only: a verified copy (temp name, fsync, reopened and checked, renamed). */
  backup(to: string): Promise<void>;
  /** Statements executed so far: statement budgets are asserted by tests. */
  statementCount(): number;
  close(): Promise<void>;
}

export interface Tx {
  readonly reglages: Reglages;
  readonly comptes: Comptes;
  readonly sessions: Sessions;
  readonly jetons: Jetons;
  readonly formations: Formations;
  readonly dossiers: Dossiers;
  readonly invitations: Invitations;
  readonly economies: Economies;
  readonly suivis: Suivis;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly fichiers: Fichiers;
}

export interface Reglages {
  /** Settings documents by key: "cfa" is the CFA (absent: first start), "smtp", "portail", "smic", "delais"… */
  get<T = unknown>(cle: string): Promise<T | undefined>;
  set(cle: string, valeur: unknown): Promise<void>;
  cfa(): Promise<Cfa | undefined>;
}

export interface Compte {
  readonly id: string;
  /** "cfa" for staff, "portail" for alternants, companies and formation heads; an address is unique in each. */
  readonly famille: "cfa" | "portail";
  readonly courriel: string;
  readonly nom: string;
  readonly role?: StaffRole;
  readonly formations: readonly string[];
  /** argon2id, algorithm and parameters inside; absent: no password yet. */
  readonly motDePasse?: string;
  /** Generated password not yet replaced by one’s own (G1), with its expiry. */
  readonly provisoire: boolean;
  readonly provisoireExpire?: string;
  readonly actif: boolean;
  readonly echecs: number;
  readonly bloqueJusqua?: string;
  readonly premiereConnexionLe?: string;
  readonly derniereConnexionLe?: string;
  readonly creeLe: string;
}
export interface Comptes {
  byId(id: string): Promise<Compte | undefined>;
  /** Case-insensitive. */
  byCourriel(famille: Compte["famille"], courriel: string): Promise<Compte | undefined>;
  staff(): Promise<readonly CompteStaff[]>;
  create(compte: Omit<Compte, "id" | "creeLe" | "echecs">): Promise<Compte>;
  update(id: string, change: Partial<Omit<Compte, "id" | "famille" | "creeLe">>): Promise<void>;
}

export interface Session {
  readonly id: string;
  readonly compteId: string;
  readonly porte: "poste" | "portail";
  readonly creeLe: string;
  readonly vuLe: string;
  readonly expireLe: string;
  /** CSRF token of the portal. */
  readonly csrf?: string;
}
/** Only the SHA-256 of a token is stored. */
export interface Sessions {
  create(session: Omit<Session, "id">, tokenHash: string): Promise<Session>;
  byToken(tokenHash: string): Promise<Session | undefined>;
  touch(id: string, vuLe: string): Promise<void>;
  delete(id: string): Promise<void>;
  /** All sessions end when a password changes or an account is closed. */
  deleteOf(compteId: string, exceptId?: string): Promise<number>;
  deleteExpired(now: string): Promise<number>;
}

export interface Jeton {
  readonly id: string;
  readonly usage: "mot-de-passe" | "confirmation" | "telephone";
  readonly compteId?: string;
  readonly courriel: string;
  readonly expireLe: string;
  readonly utiliseLe?: string;
  readonly donnees?: Readonly<Record<string, string>>;
  readonly creeLe: string;
}
export interface Jetons {
  create(jeton: Omit<Jeton, "id" | "creeLe">, tokenHash: string): Promise<Jeton>;
  byToken(usage: Jeton["usage"], tokenHash: string): Promise<Jeton | undefined>;
  /** False when already used: single use even under a race. */
  consume(id: string, now: string): Promise<boolean>;
  countSince(usage: Jeton["usage"], courriel: string, since: string): Promise<number>;
}

export interface Formations {
  list(filter?: { archivees?: boolean; ids?: readonly string[] }): Promise<readonly Formation[]>;
  /** Archived ones as well: their dossiers go on. One statement. */
  byIds(ids: readonly string[]): Promise<readonly Formation[]>;
  byId(id: string): Promise<Formation | undefined>;
  /** By `F724` or `F724-2`, case forgiven; `varianteId` when the code is a variant’s. */
  byCode(code: string): Promise<{ formation: Formation; varianteId?: string } | undefined>;
  create(saisie: FormationSaisie): Promise<Formation>;
  update(id: string, saisie: FormationSaisie, seen: number): Promise<Formation>;
  archive(id: string, archivee: boolean, seen: number): Promise<Formation>;
  /** Dossiers created by sign-up with a code. */
  countInscriptions(code: string): Promise<number>;
  /** Number of dossiers by formation id, in one statement. */
  countDossiers(): Promise<Readonly<Record<string, number>>>;
}

/** A dossier whole, as use cases handle it. The NIR in `data` is in clear here and sealed in the table. */
export interface Dossier {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly formationId: string;
  readonly varianteId?: string;
  readonly contrat: Contrat;
  readonly niveauSaisie: NiveauSaisie;
  readonly etat: Etat;
  readonly etatDepuis: string;
  readonly data: DossierData;
  /** Computed at write by the caller, stored for lists. */
  readonly completude: Completude;
  readonly bloquants: number;
  readonly baseValidee: boolean;
  readonly datesProvisoires: boolean;
  readonly economie: EtatEconomie;
  readonly economieDepuis: string;
  readonly retour?: { readonly motif: string; readonly par: string; readonly le: string };
  /** Alerts that a person confirmed with a reason, by rule id. */
  readonly confirmations: Readonly<
    Record<string, { readonly motif: string; readonly par: string; readonly le: string }>
  >;
  readonly cerfaExterne?: { readonly fichierId: string; readonly nom: string; readonly le: string };
  /** Address of the alternant’s access, even before the data hold one. */
  readonly courriel: string;
  readonly origine: "invitation" | "code" | "import";
  readonly codeAcces?: string;
  readonly figeLe?: string;
  readonly empreinte?: string;
  readonly creeLe: string;
  readonly modifieLe: string;
}

/** The immutable copy documents are rendered from: data, form version, CFA and formation as they were. */
export interface Instantane {
  readonly id: string;
  readonly dossierId: string;
  readonly numero: number;
  readonly form: FormVersion;
  readonly figeLe: string;
  readonly par: string;
  /** SHA-256 of the canonical JSON of `contenu`, NIR included. */
  readonly empreinte: string;
  readonly contenu: {
    readonly reference: string;
    readonly contrat: Contrat;
    readonly niveauSaisie: NiveauSaisie;
    readonly mission: ModeMission;
    readonly data: DossierData;
    readonly cfa: Cfa;
    readonly formation: Formation;
    readonly varianteId?: string;
  };
}

export interface DossierFilter {
  readonly recherche?: string;
  readonly formationId?: string;
  readonly formationIds?: readonly string[];
  readonly etats?: readonly Etat[];
  readonly contrat?: Contrat;
  readonly complet?: boolean;
  readonly economie?: readonly EtatEconomie[];
  readonly datesProvisoires?: boolean;
  readonly debutAvant?: string;
  /** Dossiers of one portal account in one quality. */
  readonly compteId?: string;
  readonly ids?: readonly string[];
}
export type DossierTri = "modifieLe" | "nom" | "dateDebut" | "reference";
export interface Page<T> {
  readonly lignes: readonly T[];
  /** Opaque keyset cursor of the next page; absent on the last one. */
  readonly suite?: string;
}
export type DossierChange = Partial<
  Pick<
    Dossier,
    | "data"
    | "completude"
    | "bloquants"
    | "contrat"
    | "niveauSaisie"
    | "etat"
    | "baseValidee"
    | "datesProvisoires"
    | "economie"
    | "retour"
    | "confirmations"
    | "cerfaExterne"
    | "courriel"
    | "varianteId"
  >
> & { readonly retourLeve?: true };

export interface Dossiers {
  create(
    dossier: Pick<
      Dossier,
      | "formationId"
      | "varianteId"
      | "contrat"
      | "niveauSaisie"
      | "data"
      | "completude"
      | "bloquants"
      | "datesProvisoires"
      | "courriel"
      | "origine"
      | "codeAcces"
    >,
  ): Promise<Dossier>;
  byId(id: string): Promise<Dossier | undefined>;
  /** Those that exist, in no particular order: one statement. */
  byIds(ids: readonly string[]): Promise<readonly Dossier[]>;
  byReference(reference: string): Promise<Dossier | undefined>;
  /** Version check and write; sets `etatDepuis` / `economieDepuis` when those states change. Throws VersionConflict, DossierFige. */
  update(id: string, change: DossierChange, seen: number): Promise<Dossier>;
  /** Copies into an immutable snapshot with its SHA-256 and moves to « valide » (G20). */
  freeze(
    dossier: Dossier,
    contenu: Omit<Instantane["contenu"], "reference" | "data">,
    par: string,
    form: FormVersion,
  ): Promise<{ dossier: Dossier; instantane: Instantane }>;
  /** Reopens a frozen dossier: the snapshot stays in history. */
  unfreeze(id: string, seen: number): Promise<Dossier>;
  instantane(dossierId: string): Promise<Instantane | undefined>;
  list(
    filter: DossierFilter,
    page: { tri: DossierTri; sens: "asc" | "desc"; limite: number; curseur?: string },
  ): Promise<Page<DossierLigne>>;
  /** Total for a filter. */
  count(filter: DossierFilter): Promise<number>;
  /** Total, and counts by state and by economic state, for a filter (dashboard, facets): one statement. */
  facettes(filter: DossierFilter): Promise<{
    total: number;
    etats: Readonly<Record<Etat, number>>;
    economies: Readonly<Record<EtatEconomie, number>>;
    complets: number;
    datesProvisoires: number;
  }>;
  /** Facts across dossiers for the rules: learners of one maître at dates, same person elsewhere, by normalised keys. */
  apprentisDuMaitre(
    nom: string,
    prenom: string,
    naissance: string,
    du: string,
    au: string,
    exceptId?: string,
  ): Promise<readonly { reference: string; du: string; au: string }[]>;
  memePersonne(
    nirOuIdentite: { nir?: string; nom?: string; prenom?: string; naissance?: string },
    exceptId?: string,
  ): Promise<readonly { id: string; reference: string; etat: Etat; data: DossierData }[]>;
  /** Dossiers that give this SIRET another name, or this name another SIREN; one for each spelling. */
  memeEntreprise(
    entreprise: { siret: string; denomination: string },
    exceptId?: string,
  ): Promise<readonly { reference: string; denomination: string; siret: string }[]>;
  /** Last known establishment data and contacts for a SIRET. */
  etablissementConnu(siret: string, exceptId?: string): Promise<DossierData | undefined>;
}

export interface Invitations {
  ofDossier(dossierId: string): Promise<readonly Invitation[]>;
  create(invitation: {
    dossierId?: string;
    formationId?: string;
    qualite: PortalQualite;
    courriel: string;
    nom?: string;
    compteId: string;
    expireLe: string;
    courrielId?: string;
  }): Promise<Invitation>;
  /** The current invitation of a quality is replaced: its access ends (G4, G6). */
  cancel(id: string, now: string): Promise<void>;
  /** Accesses of a portal account: what it is to which dossier or formation. Cancelled ones excluded. */
  accesOf(compteId: string): Promise<
    readonly {
      dossierId?: string;
      formationId?: string;
      qualite: PortalQualite;
      expireLe: string;
      invitationId: string;
    }[]
  >;
  /** Qualities of an account on one dossier, formation heads included. */
  qualitesOn(compteId: string, dossierId: string): Promise<readonly PortalQualite[]>;
  markFirstSignIn(compteId: string, now: string): Promise<void>;
}

export interface Economies {
  get(dossierId: string): Promise<Economie & { readonly saisie?: EconomieSaisie }>;
  save(dossierId: string, saisie: EconomieSaisie, par: string, seen: number): Promise<Economie>;
  validate(dossierId: string, par: string, seen: number): Promise<Economie>;
  reopen(dossierId: string, seen: number): Promise<Economie>;
}

export interface Suivis {
  depot(dossierId: string): Promise<{ version: number; depot: SuiviDepot }>;
  saveDepot(dossierId: string, depot: SuiviDepot, seen: number): Promise<number>;
  vie(dossierId: string): Promise<readonly VieEntree[]>;
  addVie(dossierId: string, entree: Omit<VieEntree, "id" | "creeLe" | "version">): Promise<VieEntree>;
  updateVie(
    id: string,
    entree: Omit<VieEntree, "id" | "creeLe" | "version" | "auteur">,
    seen: number,
  ): Promise<VieEntree>;
  removeVie(id: string): Promise<void>;
}

export interface AuditEntry {
  readonly acteurId?: string;
  readonly acteur: string;
  readonly porte: Evenement["porte"];
  readonly action: string;
  readonly phrase: string;
  readonly dossierId?: string;
  readonly formationId?: string;
  /** Sensitive values already masked by the caller. */
  readonly changements?: readonly { champ: string; libelle: string; avant?: string; apres?: string }[];
}
/** Append-only, hash-chained; triggers refuse UPDATE and DELETE. */
export interface Audit {
  record(entry: AuditEntry): Promise<void>;
  ofDossier(dossierId: string, page?: { limite: number; curseur?: string }): Promise<Page<Evenement>>;
  /** Of these dossiers, the newest first: entries of these actions (`move`) and entries that changed data. */
  movesOf(
    dossierIds: readonly string[],
    actions: readonly string[],
  ): Promise<readonly { dossierId: string; move: boolean }[]>;
  recent(page: { limite: number; curseur?: string }): Promise<Page<Evenement & { reference?: string }>>;
}

export interface OutboxMessage {
  readonly id: string;
  readonly modele: string;
  /** Template parameters, without secret. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Password or link token, sealed at rest, erased once the mail has left or failed for good. */
  readonly secret?: string;
  readonly sujet: string;
  readonly destinataire: string;
  readonly messageId: string;
  readonly tentatives: number;
  readonly dossierId?: string;
}
export interface Outbox {
  /** `cle`: idempotency (template + dossier + version + recipient); adding the same key twice keeps the first. */
  add(message: {
    cle: string;
    modele: string;
    params: Readonly<Record<string, unknown>>;
    secret?: string;
    sujet: string;
    destinataire: string;
    dossierId?: string;
    formationId?: string;
  }): Promise<{ id: string }>;
  /** Leases due messages (and abandoned leases) until an instant. */
  lease(owner: string, now: string, until: string, limit: number): Promise<readonly OutboxMessage[]>;
  sent(id: string, now: string): Promise<void>;
  retry(id: string, at: string, erreur: string): Promise<void>;
  fail(id: string, erreur: string): Promise<void>;
  uncertain(id: string, erreur: string): Promise<void>;
  /** Staff decision: send again now (possibly to a corrected address). */
  requeue(id: string, now: string): Promise<void>;
  byId(id: string): Promise<Courriel | undefined>;
  list(
    filter: { statuts?: readonly Courriel["statut"][]; dossierId?: string; recherche?: string },
    page: { limite: number; curseur?: string },
  ): Promise<Page<Courriel>>;
  counts(): Promise<Readonly<Record<Courriel["statut"], number>>>;
}

export interface Fichier {
  readonly id: string;
  readonly nom: string;
  readonly type: string;
  readonly taille: number;
  readonly empreinte: string;
  readonly creeLe: string;
}
export interface Fichiers {
  add(fichier: {
    nom: string;
    type: string;
    contenu: Uint8Array;
    dossierId?: string;
    par: string;
  }): Promise<Fichier>;
  get(id: string): Promise<(Fichier & { contenu: Uint8Array; dossierId?: string }) | undefined>;
  info(id: string): Promise<Fichier | undefined>;
}
