import type { Compte, Dossier } from "../../db/ports.ts";
import type { Formation, Invitation } from "../../shared/api/models.ts";
import type { MailName } from "../../shared/catalogues/mails.ts";
import { formatDate } from "../../shared/dossier/calendar.ts";
import { tidyEmail } from "../../shared/dossier/formats/index.ts";
import type { PortalQualite } from "../../shared/workflow/index.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { saisieInvalide } from "../errors.ts";
import { generatePassword } from "../generate-password.ts";
import { auditBy } from "./change.ts";
import { portalUrl } from "./portal-address.ts";
import { post } from "./post.ts";
import { currentDelais } from "./settings.ts";

/** An address about to be invited: its generated password is hashed here, before any transaction. */
export interface PreparedInvitation {
  readonly courriel: string;
  readonly nom?: string;
  readonly motDePasse: string;
  readonly hash: string;
}

export const prepareInvitation =
  (deps: Deps) =>
  async (person: { courriel: string; nom?: string }): Promise<PreparedInvitation> => {
    const tidied = tidyEmail(person.courriel);
    if (!tidied.ok) throw saisieInvalide([{ champ: "courriel", message: tidied.message }]);
    const motDePasse = generatePassword();
    return {
      courriel: tidied.value,
      ...(person.nom ? { nom: person.nom } : {}),
      motDePasse,
      hash: await deps.passwords.hash(motDePasse),
    };
  };

export type InvitationTarget =
  | { readonly qualite: "alternant" | "entreprise"; readonly dossier: Dossier }
  | { readonly qualite: "formation"; readonly formation: Formation };

const invitations = {
  alternant: "invitationAlternant",
  entreprise: "invitationEntreprise",
  formation: "invitationFormation",
} as const satisfies Readonly<Record<PortalQualite, MailName>>;
const qualiteWords: Readonly<Record<PortalQualite, string>> = {
  alternant: "l’alternant",
  entreprise: "l’entreprise",
  formation: "le responsable de formation",
};

/** The person has chosen a password of their own: the mail says to use it, and none is generated. */
const hasOwnPassword = (compte: Compte): boolean => compte.motDePasse !== undefined && !compte.provisoire;

/**
 * Inside the caller’s transaction: finds or makes the portal account, ends the access of the address it replaces
 * (G4, G6), records the invitation with its expiry, and puts the mail in the outbox. The history keeps both.
 */
export const recordInvitation =
  (deps: Deps) =>
  async (
    tx: Tx,
    actor: Actor,
    prepared: PreparedInvitation,
    target: InvitationTarget,
  ): Promise<Invitation> => {
    const now = deps.now();
    const { qualite } = target;
    const dossier = "dossier" in target ? target.dossier : undefined;
    const formation =
      "formation" in target ? target.formation : dossier && (await tx.formations.byId(dossier.formationId));
    if (dossier) await replacePrevious(deps, tx, dossier.id, qualite, prepared.courriel);

    const { invitationJours } = await currentDelais(tx);
    const expireLe = new Date(now.getTime() + invitationJours * 86_400_000).toISOString();
    const known = await tx.comptes.byCourriel("portail", prepared.courriel);
    const compte =
      known ??
      (await tx.comptes.create({
        famille: "portail",
        courriel: prepared.courriel,
        nom: prepared.nom ?? "",
        formations: [],
        motDePasse: prepared.hash,
        provisoire: true,
        provisoireExpire: expireLe,
        actif: true,
      }));
    const ownPassword = known !== undefined && hasOwnPassword(known);
    if (known && !ownPassword)
      await tx.comptes.update(known.id, {
        motDePasse: prepared.hash,
        provisoire: true,
        provisoireExpire: expireLe,
        actif: true,
        echecs: 0,
        bloqueJusqua: undefined,
      });

    const cfa = await tx.reglages.cfa();
    const { id: courrielId } = await post(
      tx,
      invitations[qualite],
      {
        cfa: cfa?.denomination ?? "",
        formation: formation?.titre ?? "",
        nom: prepared.nom ?? "",
        alternant: dossier
          ? [dossier.data.apprentiPrenom, dossier.data.apprentiNomNaissance].filter(Boolean).join(" ")
          : "",
        courriel: prepared.courriel,
        url: await portalUrl(tx),
        expire: formatDate(expireLe.slice(0, 10)),
        motDePasseHabituel: ownPassword,
      },
      {
        cle: `invitation:${qualite}:${dossier?.id ?? formation?.id}:${compte.id}:${now.toISOString()}`,
        destinataire: prepared.courriel,
        ...(ownPassword ? {} : { secret: prepared.motDePasse }),
        ...(dossier ? { dossierId: dossier.id } : {}),
        ...(formation ? { formationId: formation.id } : {}),
      },
    );
    const invitation = await tx.invitations.create({
      ...(dossier ? { dossierId: dossier.id } : { formationId: formation?.id }),
      qualite,
      courriel: prepared.courriel,
      nom: prepared.nom,
      compteId: compte.id,
      expireLe,
      courrielId,
    });
    await tx.audit.record(
      auditBy(actor, {
        action: "invitation.envoyee",
        ...(dossier ? { dossierId: dossier.id } : {}),
        ...(formation ? { formationId: formation.id } : {}),
        phrase: `a invité ${qualiteWords[qualite]} à l’adresse ${prepared.courriel}`,
      }),
    );
    return invitation;
  };

/** The former invitation of this quality no longer counts; a former address loses its sessions and its password. */
const replacePrevious = async (
  deps: Deps,
  tx: Tx,
  dossierId: string,
  qualite: PortalQualite,
  courriel: string,
): Promise<void> => {
  const now = deps.now().toISOString();
  for (const former of await tx.invitations.ofDossier(dossierId)) {
    if (former.qualite !== qualite || former.annuleeLe) continue;
    await tx.invitations.cancel(former.id, now);
    // Its mail has not left yet: it must not, its password is void (and its address may be a stranger’s).
    if (former.courrielId && former.courrielStatut === "due")
      await tx.outbox.fail(former.courrielId, "Non envoyé\u00a0: une nouvelle invitation l’a remplacé.");
    if (former.courriel.toLowerCase() === courriel.toLowerCase()) continue;
    const compte = await tx.comptes.byCourriel("portail", former.courriel);
    if (!compte) continue;
    const elsewhere = await tx.invitations.accesOf(compte.id);
    // Somebody who still has another dossier keeps the account; this dossier is out of reach all the same.
    if (elsewhere.length === 0) {
      await tx.sessions.deleteOf(compte.id);
      await tx.comptes.update(compte.id, {
        motDePasse: undefined,
        provisoire: false,
        provisoireExpire: undefined,
      });
    }
  }
};
