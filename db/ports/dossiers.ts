import type { DossierLigne } from "../../shared/api/models.ts";
import type { Contrat, DossierData, FormVersion, ModeMission } from "../../shared/dossier/kernel.ts";
import type { Etat, EtatEconomie } from "../../shared/workflow/index.ts";
import type { Dossier, Instantane } from "./dossier.ts";
import type { Page } from "./store.ts";

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

export type DossierChange = Partial<
  Pick<
    Dossier,
    | "data"
    | "completude"
    | "bloquants"
    | "jugement"
    | "jugementCle"
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

/** A judgement as a write takes it. */
export type Jugement = Required<Pick<Dossier, "completude" | "bloquants" | "jugement" | "jugementCle">>;

/** A row of a list, with what tells whether its stored judgement still holds. */
export type DossierRang = DossierLigne & Pick<Dossier, "jugementCle"> & { readonly mission: ModeMission };

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
      | "jugement"
      | "jugementCle"
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
    jugement: Jugement,
  ): Promise<{ dossier: Dossier; instantane: Instantane }>;
  /** Reopens a frozen dossier: the snapshot stays in history. */
  unfreeze(id: string, seen: number): Promise<Dossier>;
  instantane(dossierId: string): Promise<Instantane | undefined>;
  list(
    filter: DossierFilter,
    page: { tri: DossierTri; sens: "asc" | "desc"; limite: number; curseur?: string },
  ): Promise<Page<DossierRang>>;
  /** Total for a filter. */
  count(filter: DossierFilter): Promise<number>;
  /** Total, and counts by state and by economic state, for a filter (dashboard, facets): one statement. */
  facettes(filter: DossierFilter): Promise<{
    total: number;
    etats: Readonly<Record<Etat, number>>;
    economies: Readonly<Record<EtatEconomie, number>>;
    complets: number;
    datesProvisoires: number;
    /** How many of them a narrower filter holds, without asking again; undefined when these counts cannot tell. */
    dont(filtre: DossierFilter): number | undefined;
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
  ): Promise<
    readonly {
      id: string;
      reference: string;
      etat: Etat;
      data: DossierData;
      /** Of its last freezing; absent when it never was frozen. */
      form?: FormVersion;
    }[]
  >;
  /** Dossiers that give this SIRET another name, or this name another SIREN; one for each spelling. */
  memeEntreprise(
    entreprise: { siret: string; denomination: string },
    exceptId?: string,
  ): Promise<readonly { reference: string; denomination: string; siret: string }[]>;
  /** Last known establishment data and contacts for a SIRET. */
  etablissementConnu(siret: string, exceptId?: string): Promise<DossierData | undefined>;
  /**
   * Stores a judgement made again of data that did not change: neither the version nor the date of the dossier moves.
   * False when somebody wrote meanwhile (their write judged). A frozen dossier only ever receives its first.
   */
  judge(id: string, jugement: Jugement, seen: number): Promise<boolean>;
  /** Every distinct fingerprint of dossiers that are not frozen, in one statement whatever their number. */
  jugementCles(): Promise<readonly string[]>;
  /** Dossiers, not frozen, whose judgement bears one of these fingerprints. */
  idsByJugement(cles: readonly string[], limite: number): Promise<readonly string[]>;
  /** Frozen by a version that did not keep judgements: theirs is made once, of what was frozen. */
  figesSansJugement(limite: number): Promise<readonly string[]>;
  /** Those of a formation are to be judged again: what a judgement reads of it changed. */
  oublierJugements(formationId: string): Promise<void>;
}
