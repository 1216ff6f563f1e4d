import type { Dossier, Tx } from "../../db/ports.ts";
import type { Cfa, Formation, Invitation } from "../../shared/api/models.ts";
import {
  type MailParams,
  mails,
  type StepExtra,
  type StepName,
  type StepParams,
} from "../../shared/catalogues/mails.ts";
import type { PortalQualite } from "../../shared/workflow/index.ts";
import { portalUrl } from "./portal-address.ts";
import { type Posting, post } from "./post.ts";

/** What is announced, of which dossier. */
export interface Announced {
  readonly dossier: Dossier;
  readonly formation: Formation;
  readonly cfa: Cfa | undefined;
  /** Who is invited to it, read when a recipient is among them. */
  readonly invitations: () => Promise<readonly Invitation[]>;
}

const recipients = async (
  { dossier, formation, invitations }: Announced,
  to: readonly PortalQualite[],
): Promise<Map<string, PortalQualite>> => {
  const out = new Map<string, PortalQualite>();
  for (const qualite of to) {
    if (qualite === "formation") out.set(formation.responsable.courriel.toLowerCase(), qualite);
    else if (qualite === "alternant") out.set(dossier.courriel.toLowerCase(), qualite);
    else
      for (const one of await invitations())
        if (one.qualite === qualite && !one.annuleeLe) out.set(one.courriel.toLowerCase(), qualite);
  }
  return out;
};

/**
 * Tells a step of a dossier to the parties that the catalogue names: one mail each in the outbox, in the caller’s
 * transaction; sent later, never here (G18).
 */
export const announce = async <N extends StepName>(
  tx: Tx,
  name: N,
  announced: Announced,
  ...[extra]: keyof StepExtra<N> extends never ? [] : [StepExtra<N>]
): Promise<void> => {
  const { dossier, formation, cfa } = announced;
  const url = await portalUrl(tx);
  const nom = [dossier.data.apprentiPrenom, dossier.data.apprentiNomNaissance].filter(Boolean).join(" ");
  for (const [destinataire, qualite] of await recipients(announced, mails[name].to)) {
    const step: StepParams = {
      cfa: cfa?.denomination ?? "",
      reference: dossier.reference,
      alternant: nom || dossier.courriel,
      formation: formation.titre,
      qualite,
      lien: `${url}/#/dossiers/${dossier.id}`,
    };
    // What a step has beyond `StepParams` is `StepExtra`, by its definition.
    const posting: Posting<StepName> = {
      cle: `${name}:${dossier.id}:${dossier.version}:${destinataire}`,
      destinataire,
      dossierId: dossier.id,
    };
    await post(tx, name, { ...step, ...extra } as unknown as MailParams<N>, posting as Posting<N>);
  }
};
