import type { Dossier, Tx } from "../../db/ports.ts";
import type { Cfa, Formation } from "../../shared/api/models.ts";
import type { PortalQualite } from "../../shared/workflow/index.ts";
import { portalUrl } from "./portal-address.ts";

export interface Announcement {
  readonly dossier: Dossier;
  readonly formation: Formation;
  readonly cfa: Cfa | undefined;
  readonly to: readonly PortalQualite[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

type Modele = "demandeValidation" | "dossierValide" | "dossierRetourne" | "conventionDisponible";

const subjects: Readonly<Record<Modele, (a: Announcement) => string>> = {
  demandeValidation: (a) => `Validation demandée\u00a0: dossier ${a.dossier.reference}`,
  dossierValide: (a) => `Votre dossier ${a.dossier.reference} est validé`,
  dossierRetourne: (a) => `Votre dossier ${a.dossier.reference} est à corriger`,
  conventionDisponible: (a) => `Convention disponible\u00a0: dossier ${a.dossier.reference}`,
};

const recipients = async (
  tx: Tx,
  { dossier, formation, to }: Announcement,
): Promise<Map<string, PortalQualite>> => {
  const invitations = (await tx.invitations.ofDossier(dossier.id)).filter((one) => !one.annuleeLe);
  const out = new Map<string, PortalQualite>();
  for (const qualite of to) {
    if (qualite === "formation") out.set(formation.responsable.courriel.toLowerCase(), qualite);
    else if (qualite === "alternant") out.set(dossier.courriel.toLowerCase(), qualite);
    else
      for (const one of invitations)
        if (one.qualite === qualite) out.set(one.courriel.toLowerCase(), qualite);
  }
  return out;
};

/** Adds one mail per recipient to the outbox, in the caller’s transaction; sent later, never here (G18). */
export const announce = async (tx: Tx, modele: Modele, announcement: Announcement): Promise<void> => {
  const { dossier, formation, cfa, extra } = announcement;
  const url = await portalUrl(tx);
  const nom = [dossier.data.apprentiPrenom, dossier.data.apprentiNomNaissance].filter(Boolean).join(" ");
  for (const [destinataire, qualite] of await recipients(tx, announcement)) {
    await tx.outbox.add({
      cle: `${modele}:${dossier.id}:${dossier.version}:${destinataire}`,
      modele,
      sujet: subjects[modele](announcement),
      destinataire,
      dossierId: dossier.id,
      params: {
        cfa: cfa?.denomination ?? "",
        reference: dossier.reference,
        alternant: nom || dossier.courriel,
        formation: formation.titre,
        qualite,
        lien: `${url}/#/dossiers/${dossier.id}`,
        ...extra,
      },
    });
  }
};
