import type { Actor, Deps } from "../deps.ts";
import type { PdfPool } from "../documents/pool.ts";
import { ascii } from "../documents/service.ts";
import { auditBy } from "../dossier/change.ts";
import { assertAllowed, load } from "../dossier/load.ts";
import { portalUrl } from "../dossier/portal-address.ts";
import { impossible } from "../errors.ts";

/**
 * A letter to hand over at the counter: portal address (with a QR code), the address to sign in with, what to do.
 * It carries no password: « Mot de passe oublié » or the one-time code by phone gives access.
 */
export const accessLetter =
  (deps: Deps, pool: PdfPool) =>
  async (
    actor: Actor,
    id: string,
    qualite: "alternant" | "entreprise",
  ): Promise<{ nom: string; contenu: Uint8Array }> => {
    const letter = await deps.store.write(async (tx) => {
      const { dossier, formation, facts } = await load(tx, actor, id);
      assertAllowed(actor, "inviter", facts);
      const invitation = (await tx.invitations.ofDossier(id)).find(
        (one) => one.qualite === qualite && !one.annuleeLe,
      );
      if (!invitation) throw impossible("Cette personne n’est pas encore invitée\u00a0: invitez-la d’abord.");
      const cfa = await tx.reglages.cfa();
      await tx.audit.record(
        auditBy(actor, { action: "acces.lettre", dossierId: id, phrase: "a imprimé une lettre d’accès" }),
      );
      return {
        reference: dossier.reference,
        cfa: cfa?.denomination ?? "",
        formation: formation.titre,
        nom:
          invitation.nom ??
          ([dossier.data.apprentiPrenom, dossier.data.apprentiNomNaissance].filter(Boolean).join(" ") ||
            undefined),
        courriel: invitation.courriel,
        url: await portalUrl(tx),
        qualite,
        date: deps.now().toISOString(),
      };
    });
    return {
      nom: `Lettre-acces_${ascii(letter.reference)}_${qualite}.pdf`,
      contenu: await pool.renderLetter(letter),
    };
  };
