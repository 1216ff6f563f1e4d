import { findField } from "../../shared/dossier/index.ts";
import { isStaff, type PortalQualite } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { applyData, auditBy, changesBetween } from "../dossier/change.ts";
import { liveForm } from "../dossier/form.ts";
import { prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { inviteFormationHead } from "../dossier/invite-head.ts";
import { assertAllowed, load } from "../dossier/load.ts";
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
      const { formation } = await deps.store.read((tx) => load(tx, actor, id));
      await inviteFormationHead(deps)(actor, formation.id, true);
      return;
    }
    const prepared = await prepareInvitation(deps)({ courriel });
    await deps.store.write(async (tx) => {
      const loaded = await load(tx, actor, id);
      if (actor.role === "systeme" || isStaff(actor.role)) assertAllowed(actor, "inviter", loaded.facts);
      const { dossier, formation } = loaded;
      const champ = qualite === "alternant" ? "apprentiCourriel" : "contactEntrepriseCourriel";
      let current = dossier;
      if (dossier.etat !== "valide" && findField(champ) && dossier.data[champ] !== prepared.courriel) {
        const data = { ...dossier.data, [champ]: prepared.courriel };
        current = await applyData(
          tx,
          deps.now(),
          { dossier, formation },
          data,
          qualite === "alternant" ? { courriel: prepared.courriel } : {},
        );
        await tx.audit.record(
          auditBy(actor, {
            action: "dossier.ecrit",
            dossierId: id,
            phrase: "a corrigé une adresse de courriel",
            changements: changesBetween(dossier.data, data, liveForm(data, deps.now())),
          }),
        );
      } else if (qualite === "alternant" && dossier.courriel !== prepared.courriel)
        // The sign-in address is never frozen, only what is printed.
        current = await tx.dossiers.update(id, { courriel: prepared.courriel }, dossier.version);
      await recordInvitation(deps)(tx, actor, prepared, { qualite, dossier: current });
    });
    deps.mailDue();
  };
