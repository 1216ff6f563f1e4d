/** One line of a nomenclature. The properties beyond code and label are facts of the notices, kept as they stand. */
export interface NomenclatureItem {
  readonly code: string;
  /** French wording of the notice; the code itself when the source gives none (some IDCC). */
  readonly label: string;
  /** Heading the notice puts the item under (diplomas, contract types). */
  readonly groupe?: string;
  /** typeEmployeur: which box of the form the code goes with. */
  readonly secteur?: string;
  /** typeContratOuAvenant: true for 31 to 38. */
  readonly avenant?: boolean;
  /** diplomeApprentissage: level deduced from the heading; never decide the 750 € participation on it. */
  readonly niveauDeduit?: string;
  /** typeQualification: repealed code, still readable but no longer offered. */
  readonly abroge?: boolean;
  /** idccOpco: code of the `opco` nomenclature. */
  readonly opco?: string;
  /** specialiteNsf: false when the notice gives two digits only. */
  readonly detaille?: boolean;
  /** departement: overseas collectivities that are not departments. */
  readonly horsDepartement?: boolean;
  /** conditionCompetence: R6223-22 2°, no diploma asked for. */
  readonly dispenseDiplome?: boolean;
  readonly source?: string;
  readonly depot?: string;
  readonly champ?: string;
  readonly nature?: string;
  readonly nomTableIdcc?: string | null;
}

export interface Nomenclature {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly note?: string;
  readonly fiabilite?: string;
  /** True when the source is an extract: a well-formed code that is not listed is accepted. */
  readonly incomplet?: boolean;
  readonly items: readonly NomenclatureItem[];
}

/** A table as its JSON file writes it. */
export interface RawNomenclature extends Omit<Nomenclature, "id" | "items"> {
  readonly items: readonly (Omit<NomenclatureItem, "label"> & { readonly label: string | null })[];
  /** IDCC codes that are not conventions (9999, 9998, 3180): codes like the others. */
  readonly speciaux?: readonly NomenclatureItem[];
}
export type NomenclatureFile = Readonly<Record<string, RawNomenclature>>;

/** SMIC from a date on (`code`, ISO). Amounts in cents; monthly for 35 h a week. */
export interface SmicRow {
  readonly code: string;
  readonly label: string;
  readonly horaireCentimes: number;
  readonly mensuel35hCentimes: number;
  readonly mayotteHoraireCentimes: number;
  readonly texte: string | null;
}

/** Minimum apprenticeship pay of an age bracket, in % per year of execution (D6222-26, D6222-27). */
export interface TauxApprentissageRow {
  readonly code: string;
  readonly label: string;
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly annee1: number;
  readonly annee2: number;
  readonly annee3: number;
  readonly annee4: number;
  readonly base: string;
}

/** Minimum professionnalisation pay of an age bracket, in % of the SMIC; the last bracket has a rule instead. */
export interface TauxProfessionnalisationRow {
  readonly code: string;
  readonly label: string;
  readonly infBac?: number;
  readonly bacProEtPlus?: number;
  readonly base?: string;
  readonly regle?: string;
}

export interface DatedTable<Row> {
  readonly label: string;
  readonly source: string;
  readonly note?: string;
  readonly items: readonly Row[];
}
