import type { Courriel } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossiers/changes.ts";
import { assertDesk, assertStaff } from "../dossiers/policy.ts";
import { impossible, introuvable } from "../errors.ts";

export interface MailFilter {
  readonly statuts?: readonly Courriel["statut"][];
  readonly dossierId?: string;
  readonly recherche?: string;
  readonly curseur?: string;
}

export const listMails =
  (deps: Deps) =>
  async (actor: Actor, { curseur, ...filter }: MailFilter) => {
    assertStaff(actor);
    return deps.store.read(async (tx) => {
      const page = await tx.outbox.list(filter, { limite: 100, curseur });
      return { lignes: [...page.lignes], suite: page.suite, compte: await tx.outbox.counts() };
    });
  };

/** Somebody decides to send again. A generated password that was erased cannot be: a new invitation makes one. */
export const resendMail =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<Courriel> => {
    assertDesk(actor);
    const mail = await deps.store.write(async (tx) => {
      const found = await tx.outbox.byId(id);
      if (!found) throw introuvable("Courriel");
      if (found.statut === "leased") throw impossible("Ce courriel est en cours d’envoi.");
      if (found.modele.startsWith("invitation") && found.statut !== "due" && found.statut !== "uncertain")
        throw impossible(
          "Une invitation se renvoie depuis le dossier : un nouveau mot de passe est alors généré.",
        );
      await tx.outbox.requeue(id, deps.now().toISOString());
      await tx.audit.record(
        auditBy(actor, {
          action: "courriel.renvoye",
          dossierId: found.dossierId,
          phrase: "a demandé un nouvel envoi de courriel",
        }),
      );
      const again = await tx.outbox.byId(id);
      if (!again) throw introuvable("Courriel");
      return again;
    });
    deps.mailDue();
    return mail;
  };
