import type { AccessLetter } from "../../templates/pdf/access-letter.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { portalUrl } from "../dossier/portal-address.ts";
import { impossible } from "../errors.ts";
import { ascii } from "../files.ts";

/**
 * A letter to hand over at the counter: portal address (with a QR code), the address to sign in with, what to do.
 * It carries no password: « Mot de passe oublié » or the one-time code by phone gives access.
 */
export const accessLetter =
  (deps: Deps, render: (letter: AccessLetter) => Promise<Uint8Array>) =>
  async (
    actor: Actor,
    id: string,
    qualite: "alternant" | "entreprise",
  ): Promise<{ nom: string; contenu: Uint8Array }> => {
    const letter = await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("inviter");
      const { dossier, formation } = opened;
      const invitation = (await opened.invitations()).find(
        (one) => one.qualite === qualite && !one.annuleeLe,
      );
      if (!invitation) throw impossible("Cette personne n’est pas encore invitée\u00a0: invitez-la d’abord.");
      const cfa = await tx.reglages.cfa();
      await opened.record("acces.lettre", "a imprimé une lettre d’accès");
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
      contenu: await render(letter),
    };
  };
