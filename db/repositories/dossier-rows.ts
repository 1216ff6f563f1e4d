import type { Selectable } from "kysely";
import { type Completude, missingIn } from "../../shared/api/models.ts";
import { findField } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, ModeMission, NiveauSaisie, Value } from "../../shared/dossier/kernel.ts";
import type { Etat, EtatEconomie } from "../../shared/workflow/index.ts";
import type { Dossier, DossierRang, SecretBox } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { fold, searchText } from "../search-text.ts";
import { compact, parse, present } from "./base.ts";

export type DossierRow = Selectable<Schema["dossier"]>;

const SEALED = "sealed:";

/** Sensitive values (the NIR) are sealed in the stored JSON, bound to the dossier. */
export const sealData = (secrets: SecretBox, id: string, data: DossierData): DossierData => {
  const out: Record<string, Value> = {};
  for (const [champ, value] of Object.entries(data)) {
    if (value === undefined) continue;
    out[champ] = findField(champ)?.sensitive ? SEALED + secrets.seal(String(value), `${id}:${champ}`) : value;
  }
  return out;
};
export const openData = (secrets: SecretBox, id: string, data: DossierData): DossierData => {
  const out: Record<string, Value> = {};
  for (const [champ, value] of Object.entries(data)) {
    if (value === undefined) continue;
    out[champ] =
      typeof value === "string" && value.startsWith(SEALED)
        ? secrets.open(value.slice(SEALED.length), `${id}:${champ}`)
        : value;
  }
  return out;
};

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const identityDigest = (
  secrets: SecretBox,
  nom?: string,
  prenom?: string,
  naissance?: string,
): string | null =>
  nom && prenom && naissance
    ? secrets.digest([fold(nom), fold(prenom), naissance].join("|"), "identite")
    : null;
export const maitreDigest = (
  secrets: SecretBox,
  nom?: string,
  prenom?: string,
  naissance?: string,
): string | null =>
  nom && prenom && naissance
    ? secrets.digest([fold(nom), fold(prenom), naissance].join("|"), "maitre")
    : null;
export const nirDigest = (secrets: SecretBox, nir?: string): string | null =>
  nir ? secrets.digest(nir, "nir") : null;

/** The columns that mirror the data, for lists, sorting and facts across dossiers. */
export const mirrored = (secrets: SecretBox, data: DossierData) => {
  const nom = text(data.apprentiNomNaissance);
  const prenom = text(data.apprentiPrenom);
  return {
    nom: nom ?? null,
    prenom: prenom ?? null,
    nom_tri: fold([nom, prenom].filter(Boolean).join(" ")),
    entreprise: text(data.employeurDenomination) ?? null,
    siret: text(data.employeurSiret) ?? null,
    date_debut: text(data.dateDebutExecution) ?? "",
    date_fin: text(data.dateFinContrat) ?? "",
    nir_empreinte: nirDigest(secrets, text(data.apprentiNir)),
    identite_empreinte: identityDigest(secrets, nom, prenom, text(data.apprentiDateNaissance)),
    maitre_empreinte: maitreDigest(
      secrets,
      text(data.maitre1Nom),
      text(data.maitre1Prenom),
      text(data.maitre1DateNaissance),
    ),
  };
};

/** What the search looks in. Never the NIR. */
export const searchable = (
  row: {
    reference: string;
    courriel: string;
    code: string;
    nom: string | null;
    prenom: string | null;
    entreprise: string | null;
    siret: string | null;
  },
  formationTitre: string,
): string =>
  searchText([
    row.reference,
    row.nom ?? "",
    row.prenom ?? "",
    row.courriel,
    row.entreprise ?? "",
    row.siret ?? "",
    formationTitre,
    row.code,
  ]);

export const completudeColumns = (completude: Completude) => ({
  completude: JSON.stringify(completude),
  complet: completude.complet ? 1 : 0,
  manquants: missingIn(completude),
});

/** The columns of a judgement. */
export const jugementColumns = ({
  completude,
  bloquants,
  jugement,
  jugementCle,
}: Pick<Dossier, "completude" | "bloquants" | "jugement" | "jugementCle">) => ({
  ...completudeColumns(completude),
  bloquants,
  jugement: jugement ? JSON.stringify(jugement) : null,
  jugement_cle: jugementCle,
});

/** Columns of a list’s row; `toRow` is the one place that reads them. */
type RowColumns = Pick<
  DossierRow,
  | "id"
  | "reference"
  | "formation_id"
  | "code"
  | "contrat"
  | "niveau_saisie"
  | "etat"
  | "etat_depuis"
  | "complet"
  | "manquants"
  | "bloquants"
  | "dates_provisoires"
  | "economie"
  | "courriel"
  | "nom"
  | "prenom"
  | "entreprise"
  | "siret"
  | "date_debut"
  | "date_fin"
  | "modifie_le"
  | "jugement_cle"
>;

const toRow = (row: RowColumns): Omit<DossierRang, "formationTitre" | "mission"> => ({
  id: row.id,
  reference: row.reference,
  contrat: row.contrat as Contrat,
  niveauSaisie: row.niveau_saisie as NiveauSaisie,
  etat: row.etat as Etat,
  etatDepuis: row.etat_depuis,
  nom: present(row.nom),
  prenom: present(row.prenom),
  courriel: row.courriel,
  entreprise: present(row.entreprise),
  siret: present(row.siret),
  formationId: row.formation_id,
  formationCode: row.code,
  complet: row.complet === 1,
  manquants: row.manquants,
  bloquants: row.bloquants,
  economie: row.economie as EtatEconomie,
  datesProvisoires: row.dates_provisoires === 1,
  dateDebut: row.date_debut || undefined,
  dateFin: row.date_fin || undefined,
  modifieLe: row.modifie_le,
  jugementCle: row.jugement_cle,
});

/** A row of a list. */
export const toLine = (
  row: RowColumns,
  formation: { readonly titre: string; readonly mission: string },
): DossierRang =>
  compact({ ...toRow(row), formationTitre: formation.titre, mission: formation.mission as ModeMission });

export const toDossier = (secrets: SecretBox, row: DossierRow): Dossier =>
  compact({
    ...toRow(row),
    version: row.version,
    varianteId: present(row.variante_id),
    data: openData(secrets, row.id, parse<DossierData>(row.data)),
    completude: parse<Completude>(row.completude),
    jugement: row.jugement ? parse<NonNullable<Dossier["jugement"]>>(row.jugement) : undefined,
    baseValidee: row.base_validee === 1,
    economieDepuis: row.economie_depuis,
    retour: row.retour ? parse<NonNullable<Dossier["retour"]>>(row.retour) : undefined,
    confirmations: parse<Dossier["confirmations"]>(row.confirmations),
    cerfaExterne: row.cerfa_externe
      ? parse<NonNullable<Dossier["cerfaExterne"]>>(row.cerfa_externe)
      : undefined,
    origine: row.origine as Dossier["origine"],
    codeAcces: present(row.code_inscription),
    figeLe: present(row.fige_le),
    empreinte: present(row.empreinte),
    creeLe: row.cree_le,
  });

/** Named outright where a list is sorted: SQLite orders merged selects by the names they give (`as`). */
export const lineColumns = [
  "dossier.id as id",
  "dossier.reference as reference",
  "dossier.version",
  "formation_id",
  "code",
  "contrat",
  "niveau_saisie",
  "etat",
  "etat_depuis",
  "complet",
  "manquants",
  "bloquants",
  "dates_provisoires",
  "economie",
  "courriel",
  "nom",
  "prenom",
  "dossier.nom_tri as nom_tri",
  "entreprise",
  "siret",
  "dossier.date_debut as date_debut",
  "date_fin",
  "dossier.modifie_le as modifie_le",
  "jugement_cle",
] as const;
