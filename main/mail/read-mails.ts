import type { Courriel } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { assertDesk, assertStaff } from "../dossier/load.ts";
import { impossible, introuvable } from "../errors.ts";

/** Their link is erased once they have left: sent again, they would lead nowhere. */
const erased: readonly string[] = ["motDePasseOublie", "confirmationInscription"];

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
      const ready = (await tx.reglages.get("smtp")) !== undefined;
      return {
        lignes: page.lignes.map((mail) => (ready ? mail : explained(mail))),
        suite: page.suite,
        compte: await tx.outbox.counts(),
      };
    });
  };

/** Nothing leaves while no server is set: the line says so instead of promising an hour. */
const explained = ({ prochaineLe, ...mail }: Courriel): Courriel =>
  mail.statut === "due"
    ? {
        ...mail,
        erreur:
          "Aucun serveur d’envoi n’est réglé\u00a0: réglez-le dans «\u00a0Réglages\u00a0», le courriel partira ensuite.",
      }
    : { ...mail, ...(prochaineLe ? { prochaineLe } : {}) };

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
          "Une invitation se renvoie depuis le dossier\u00a0: un nouveau mot de passe est alors généré.",
        );
      if (erased.includes(found.modele) && found.statut !== "due" && found.statut !== "uncertain")
        throw impossible(
          "Le lien de ce courriel ne peut plus servir\u00a0: la personne peut en demander un autre depuis la page d’accueil du portail.",
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
