import type { PortalQualite } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { inviteFormationHead } from "../dossier/invite-head.ts";
import { open } from "../dossier/open.ts";
import { createRateLimiter } from "../rate-limiter.ts";

/** A person invited three times in ten minutes does not need a fourth mail. */
const limits = new WeakMap<Deps, ReturnType<typeof createRateLimiter>>();
const limiter = (deps: Deps) => {
  let one = limits.get(deps);
  if (!one) {
    one = createRateLimiter({ burst: 3, everyMs: 200_000, now: deps.now });
    limits.set(deps, one);
  }
  return one;
};

/**
 * G4 « qu’elle renouvelle son invitation, avec la bonne adresse »: one gesture corrects the address and sends again;
 * the former access ends. While the data are not frozen, the corrected address is written in the dossier as well.
 */
export const resendInvitation =
  (deps: Deps) =>
  async (actor: Actor, id: string, qualite: PortalQualite, courriel: string): Promise<void> => {
    limiter(deps).take(`${id}:${qualite}:${courriel.toLowerCase()}`);
    if (qualite === "formation") {
      const formation = await deps.store.read(async (tx) => (await open(deps, tx, actor, id)).formation);
      await inviteFormationHead(deps)(actor, formation.id);
      return;
    }
    const prepared = await prepareInvitation(deps)({ courriel });
    await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert(qualite === "entreprise" ? "reinviterEntreprise" : "inviter");
      const { dossier } = opened;
      const champ = qualite === "alternant" ? "apprentiCourriel" : "contactEntrepriseCourriel";
      const access = qualite === "alternant" ? { courriel: prepared.courriel } : {};
      let current = opened;
      if (dossier.etat !== "valide" && dossier.data[champ] !== prepared.courriel) {
        current = await opened.change({ ...dossier.data, [champ]: prepared.courriel }, access);
        await current.record("dossier.ecrit", "a corrigé une adresse de courriel", dossier.data);
      } else if (qualite === "alternant" && dossier.courriel !== prepared.courriel)
        // The sign-in address is never frozen, only what is printed.
        current = await opened.move(access);
      await recordInvitation(deps)(tx, actor, prepared, { qualite, dossier: current.dossier });
    });
    deps.mailDue();
  };
