import type { NiveauSaisie } from "../dossier/kernel.ts";
import type { Etat, EtatEconomie, ModeValidation } from "./states.ts";

/** All that the workflow may look at to decide; the server computes it, screens receive it. Instants are ISO UTC. */
export interface DossierFacts {
  readonly etat: Etat;
  readonly etatDepuis: string;
  readonly niveauSaisie: NiveauSaisie;
  readonly baseValidee: boolean;
  /** G10, from `completeness`. */
  readonly complet: boolean;
  /** Number of blocking findings of `shared/rules`. */
  readonly bloquants: number;
  /** The contract dates are those of the formation and nobody has confirmed them yet. */
  readonly datesProvisoires: boolean;
  readonly modeValidation: ModeValidation;
  readonly economie: EtatEconomie;
  readonly economieDepuis: string;
  /** Saisie simple: the CERFA signed elsewhere is attached (G11). */
  readonly cerfaJoint: boolean;
  /** The formation has supplied the document (G23). */
  readonly calendrier: boolean;
  readonly programme: boolean;
}
