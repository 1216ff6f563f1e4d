import { setTimeout as pause } from "node:timers/promises";
import { tidyEmail } from "../../shared/dossier/formats/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { saisieInvalide } from "../errors.ts";
import { createRateLimiter, type RateLimiter } from "../rate-limiter.ts";

export const createAskLimits = (now: () => Date): { address: RateLimiter; mail: RateLimiter } => ({
  address: createRateLimiter({ burst: 5, everyMs: 60_000, now }),
  mail: createRateLimiter({ burst: 2, everyMs: 600_000, now }),
});

export const askAgainAnswer =
  "Si cette adresse a été invitée, une nouvelle invitation vient de lui être envoyée. Sinon, contactez la personne qui vous a invité(e).";
const ANSWER_AFTER = 500;
const self: Actor = { nom: "Portail", role: "systeme", porte: "portail", formations: [] };

/** An expired invitation is asked for again: same answer at the same moment whoever asks. */
export const askInvitationAgain =
  (deps: Deps, limits: ReturnType<typeof createAskLimits>) =>
  async (raw: string, from: string): Promise<{ message: string }> => {
    limits.address.take(from);
    const tidied = tidyEmail(raw);
    if (!tidied.ok) throw saisieInvalide([{ champ: "courriel", message: tidied.message }]);
    limits.mail.take(tidied.value.toLowerCase());
    const work = async (): Promise<void> => {
      const prepared = await prepareInvitation(deps)({ courriel: tidied.value });
      const sent = await deps.store.write(async (tx) => {
        const compte = await tx.comptes.byCourriel("portail", tidied.value);
        // Whoever has a password of their own signs in with it, or has forgotten it.
        if (!compte?.actif || !compte.provisoire) return false;
        const [acces] = await tx.invitations.accesOf(compte.id);
        if (!acces) return false;
        if (acces.qualite === "formation") {
          const formation = acces.formationId ? await tx.formations.byId(acces.formationId) : undefined;
          if (!formation) return false;
          await recordInvitation(deps)(tx, self, prepared, { qualite: "formation", formation });
          return true;
        }
        const dossier = acces.dossierId ? await tx.dossiers.byId(acces.dossierId) : undefined;
        if (!dossier) return false;
        await recordInvitation(deps)(
          tx,
          self,
          { ...prepared, ...(compte.nom ? { nom: compte.nom } : {}) },
          { qualite: acces.qualite, dossier },
        );
        return true;
      });
      if (sent) deps.mailDue();
    };
    await Promise.all([work(), pause(ANSWER_AFTER)]);
    return { message: askAgainAnswer };
  };
