import type { StoredMail } from "../../db/ports.ts";
import type { Courriel } from "../../shared/api/models.ts";
import { errors } from "../../shared/catalogues/errors.ts";
import { type Renvoi, resend } from "../../shared/catalogues/mails.ts";
import { may } from "../../shared/catalogues/rights.ts";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
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
    return deps.store.read(async (tx) => {
      const page = await tx.outbox.list(filter, { limite: 100, curseur });
      const ready = (await tx.reglages.get("smtp")) !== undefined;
      return {
        lignes: page.lignes.map((mail) => ({
          ...(ready ? mail : explained(mail)),
          renvoi: renvoiFor(actor, mail),
        })),
        suite: page.suite,
        compte: await tx.outbox.counts(),
      };
    });
  };

/** Nothing leaves while no server is set: the line says so instead of promising an hour. */
const explained = ({ prochaineLe, ...mail }: StoredMail): StoredMail =>
  mail.statut === "due"
    ? {
        ...mail,
        erreur:
          "Aucun serveur d’envoi n’est réglé\u00a0: réglez-le dans «\u00a0Réglages\u00a0», le courriel partira ensuite.",
      }
    : { ...mail, ...(prochaineLe ? { prochaineLe } : {}) };

/** What `resendMail` answers to this person, asked beforehand: the screens offer nothing else. */
const renvoiFor = (actor: Actor, mail: StoredMail): Renvoi =>
  actor.role === "systeme" || may(actor.role, "courriels.renvoyer")
    ? resend(mail)
    : { permis: false, raison: errors.INTERDIT.phrase };

/** Somebody decides to send again. A generated password that was erased cannot be: a new invitation makes one. */
export const resendMail =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<Courriel> => {
    const mail = await deps.store.write(async (tx) => {
      const found = await tx.outbox.byId(id);
      if (!found) throw introuvable("Courriel");
      const { permis, raison } = resend(found);
      if (!permis) throw impossible(raison ?? "Ce courriel ne peut pas être renvoyé.");
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
      return { ...again, renvoi: renvoiFor(actor, again) };
    });
    deps.mailDue();
    return mail;
  };
