import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { impossible } from "../errors.ts";
import { resendInvitation } from "./resend-invitation.ts";

/** The alternant sees which address was invited and when, and can ask for it again; the same address only. */
export const resendCompany =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<void> => {
    const courriel = await deps.store.read(async (tx) => {
      const invitation = (await (await open(deps, tx, actor, id)).invitations()).find(
        (one) => one.qualite === "entreprise" && !one.annuleeLe,
      );
      if (!invitation)
        throw impossible("L’entreprise n’est pas encore invitée\u00a0: validez les données de base.");
      return invitation.courriel;
    });
    await resendInvitation(deps)(actor, id, "entreprise", courriel);
  };
