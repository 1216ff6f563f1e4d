import type { Invitation } from "../../shared/api/models.ts";
import type { PortalQualite } from "../../shared/workflow/index.ts";

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
