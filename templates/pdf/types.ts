import type { Adresse, CalendrierDonnees, ProgrammeDonnees } from "../../shared/api/models.ts";
import type { Contrat, DossierData, FormVersion } from "../../shared/dossier/kernel.ts";

/** Everything a document is drawn from: the frozen snapshot, and nothing read elsewhere. */
export interface DocumentInput {
  readonly reference: string;
  /** SHA-256 of the snapshot, hex; empty before freezing. */
  readonly empreinte: string;
  /** Instant of the freeze: the only date the document itself carries, so it is the same at every rendering. */
  readonly figeLe: string;
  readonly contrat: Contrat;
  readonly form: FormVersion;
  readonly data: DossierData;
  readonly cfa: {
    readonly denomination: string;
    readonly siret: string;
    readonly uai: string;
    readonly numeroDeclaration?: string | undefined;
    readonly adresse: Adresse;
    readonly telephone?: string | undefined;
    readonly courriel?: string | undefined;
    readonly representant?: string | undefined;
    /** PNG or JPEG. */
    readonly logo?: Uint8Array | undefined;
  };
  readonly formation: {
    readonly titre: string;
    readonly code: string;
    readonly variante?: string | undefined;
    readonly diplome: string;
    readonly intituleDiplome: string;
    readonly niveau: number;
    readonly codeDiplome: string;
    readonly rncp: string;
    readonly dateDebut: string;
    readonly dateFin: string;
    readonly dateFinEpreuves?: string | undefined;
    readonly heures: number;
    readonly heuresDistance: number;
    readonly lieu: {
      readonly estCfa: boolean;
      readonly denomination?: string | undefined;
      readonly adresse?: Adresse | undefined;
    };
    readonly responsable: { readonly nom: string; readonly courriel: string };
    readonly calendrier?: CalendrierDonnees | undefined;
    readonly programme?: ProgrammeDonnees | undefined;
  };
  readonly economie?:
    | {
        readonly annees: readonly {
          readonly annee: number;
          readonly coutCentimes: number;
          readonly npecCentimes: number;
          readonly priseEnChargeCentimes: number;
          readonly participationCentimes: number;
          readonly fraisAnnexesCentimes: number;
          readonly resteAChargeCentimes: number;
        }[];
        readonly frais?:
          | {
              readonly nuitees: number;
              readonly repas: number;
              readonly premierEquipementCentimes: number;
              readonly mobiliteCentimes: number;
            }
          | undefined;
        readonly majorationRqthCentimes?: number | undefined;
        readonly remarque?: string | undefined;
        readonly valideLe?: string | undefined;
        readonly validePar?: string | undefined;
      }
    | undefined;
}
