import { type Selectable, sql } from "kysely";
import type { Courriel, Invitation } from "../../shared/api/models.ts";
import type { PortalQualite } from "../../shared/workflow/index.ts";
import { newId } from "../ids.ts";
import type { Invitations } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { compact, present, type Scope } from "./base.ts";

type Joined = Selectable<Schema["invitation"]> & { mail_statut: string | null; mail_erreur: string | null };

const toInvitation = (row: Joined): Invitation =>
  compact({
    id: row.id,
    qualite: row.qualite as PortalQualite,
    courriel: row.courriel,
    nom: present(row.nom),
    creeLe: row.cree_le,
    expireLe: row.expire_le,
    annuleeLe: present(row.annulee_le),
    premiereConnexionLe: present(row.premiere_connexion_le),
    courrielId: present(row.courriel_id),
    courrielStatut: present(row.mail_statut) as Courriel["statut"] | undefined,
    courrielErreur: present(row.mail_erreur),
  });

export const invitationsIn = ({ db, now }: Scope): Invitations => ({
  ofDossier: async (dossierId) => {
    const rows = await db
      .selectFrom("invitation")
      .leftJoin("outbox", "outbox.id", "invitation.courriel_id")
      .selectAll("invitation")
      .select(["outbox.statut as mail_statut", "outbox.erreur as mail_erreur"])
      .where("invitation.dossier_id", "=", dossierId)
      .orderBy("invitation.cree_le", "desc")
      .orderBy("invitation.id", "desc")
      .execute();
    return rows.map(toInvitation);
  },
  create: async (invitation) => {
    const row: Selectable<Schema["invitation"]> = {
      id: newId(now()),
      dossier_id: invitation.dossierId ?? null,
      formation_id: invitation.formationId ?? null,
      qualite: invitation.qualite,
      courriel: invitation.courriel,
      nom: invitation.nom ?? null,
      compte_id: invitation.compteId,
      courriel_id: invitation.courrielId ?? null,
      cree_le: now().toISOString(),
      expire_le: invitation.expireLe,
      annulee_le: null,
      premiere_connexion_le: null,
    };
    await db.insertInto("invitation").values(row).execute();
    return toInvitation({ ...row, mail_statut: null, mail_erreur: null });
  },
  cancel: async (id, instant) => {
    await db
      .updateTable("invitation")
      .set({ annulee_le: instant })
      .where("id", "=", id)
      .where("annulee_le", "is", null)
      .execute();
  },
  accesOf: async (compteId) => {
    const rows = await db
      .selectFrom("invitation")
      .select(["id", "dossier_id", "formation_id", "qualite", "expire_le"])
      .where("compte_id", "=", compteId)
      .where("annulee_le", "is", null)
      .orderBy("cree_le", "desc")
      .execute();
    return rows.map((row) =>
      compact({
        dossierId: present(row.dossier_id),
        formationId: present(row.formation_id),
        qualite: row.qualite as PortalQualite,
        expireLe: row.expire_le,
        invitationId: row.id,
      }),
    );
  },
  qualitesOn: async (compteId, dossierId) => {
    const rows = await db
      .selectFrom("invitation")
      .select("qualite")
      .where("compte_id", "=", compteId)
      .where("annulee_le", "is", null)
      .where((eb) =>
        eb.or([
          eb("dossier_id", "=", dossierId),
          eb(
            "formation_id",
            "=",
            eb.selectFrom("dossier").select("dossier.formation_id").where("dossier.id", "=", dossierId),
          ),
        ]),
      )
      .execute();
    return [...new Set(rows.map((row) => row.qualite as PortalQualite))];
  },
  markFirstSignIn: async (compteId, instant) => {
    await db
      .updateTable("invitation")
      .set({ premiere_connexion_le: sql<string>`coalesce(premiere_connexion_le, ${instant})` })
      .where("compte_id", "=", compteId)
      .where("annulee_le", "is", null)
      .execute();
  },
});
