import { type Selectable, sql } from "kysely";
import { type Courriel, statutsCourriel } from "../../shared/api/models.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { newId } from "../ids.ts";
import type { Outbox, OutboxMessage, StoredMail } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { fold } from "../search-text.ts";
import { compact, parse, present, type Scope } from "./base.ts";

type Row = Selectable<Schema["outbox"]>;

const toCourriel = (row: Row & { reference?: string | null }): StoredMail =>
  compact({
    id: row.id,
    modele: row.modele,
    sujet: row.sujet,
    destinataire: row.destinataire,
    statut: row.statut as Courriel["statut"],
    tentatives: row.tentatives,
    creeLe: row.cree_le,
    envoyeLe: present(row.envoye_le),
    prochaineLe: row.statut === "due" ? row.prochaine_le : undefined,
    erreur: present(row.erreur),
    dossierId: present(row.dossier_id),
    dossierReference: present(row.reference),
  });

/** due → leased → sent / failed / uncertain. A lease that ran out (crash) comes back by itself. */
export const outboxIn = ({ db, engine, secrets, now }: Scope): Outbox => {
  const context = (id: string): string => `outbox:${id}`;
  const settle = async (id: string, set: Partial<Schema["outbox"]>): Promise<void> => {
    await db
      .updateTable("outbox")
      .set({ bail_par: null, bail_jusqua: null, ...set })
      .where("id", "=", id)
      .execute();
  };
  return {
    add: async (message) => {
      const id = newId(now());
      const instant = now().toISOString();
      const added = await db
        .insertInto("outbox")
        .values({
          id,
          cle: message.cle,
          modele: message.modele,
          params: JSON.stringify(message.params),
          secret: message.secret === undefined ? null : secrets.seal(message.secret, context(id)),
          sujet: message.sujet,
          destinataire: message.destinataire,
          // Derived from the idempotency key: the same on every attempt, so a receiver can drop a twin.
          message_id: `<${secrets.digest(message.cle, "message-id").slice(0, 40)}@cactus.invalid>`,
          statut: "due",
          tentatives: 0,
          prochaine_le: instant,
          bail_par: null,
          bail_jusqua: null,
          erreur: null,
          dossier_id: message.dossierId ?? null,
          formation_id: message.formationId ?? null,
          cree_le: instant,
          envoye_le: null,
        })
        .onConflict((conflict) => conflict.column("cle").doNothing())
        .returning("id")
        .executeTakeFirst();
      if (added) return added;
      const kept = await db
        .selectFrom("outbox")
        .select("id")
        .where("cle", "=", message.cle)
        .executeTakeFirstOrThrow();
      return { id: kept.id };
    },
    lease: async (owner, instant, until, limit) => {
      let due = db
        .selectFrom("outbox")
        .selectAll()
        .where((eb) =>
          eb.or([
            eb.and([eb("statut", "=", "due"), eb("prochaine_le", "<=", instant)]),
            eb.and([eb("statut", "=", "leased"), eb("bail_jusqua", "<", instant)]),
          ]),
        )
        .orderBy("prochaine_le")
        .limit(limit);
      if (engine === "postgres") due = due.forUpdate().skipLocked();
      const rows = await due.execute();
      if (rows.length === 0) return [];
      await db
        .updateTable("outbox")
        .set({
          statut: "leased",
          bail_par: owner,
          bail_jusqua: until,
          tentatives: sql<number>`tentatives + 1`,
        })
        .where(
          "id",
          "in",
          rows.map((row) => row.id),
        )
        .execute();
      return rows.map(
        (row): OutboxMessage =>
          compact({
            id: row.id,
            modele: row.modele,
            params: parse<Record<string, unknown>>(row.params),
            secret: row.secret === null ? undefined : secrets.open(row.secret, context(row.id)),
            sujet: row.sujet,
            destinataire: row.destinataire,
            messageId: row.message_id,
            tentatives: row.tentatives + 1,
            dossierId: present(row.dossier_id),
          }),
      );
    },
    sent: (id, instant) => settle(id, { statut: "sent", envoye_le: instant, secret: null, erreur: null }),
    retry: (id, at, erreur) => settle(id, { statut: "due", prochaine_le: at, erreur }),
    fail: (id, erreur) => settle(id, { statut: "failed", secret: null, erreur }),
    uncertain: (id, erreur) => settle(id, { statut: "uncertain", erreur }),
    requeue: (id, instant) => settle(id, { statut: "due", prochaine_le: instant, tentatives: 0 }),
    byId: async (id) => {
      const row = await db
        .selectFrom("outbox")
        .leftJoin("dossier", "dossier.id", "outbox.dossier_id")
        .selectAll("outbox")
        .select("dossier.reference")
        .where("outbox.id", "=", id)
        .executeTakeFirst();
      return row && toCourriel(row);
    },
    list: async (filter, page) => {
      let query = db
        .selectFrom("outbox")
        .leftJoin("dossier", "dossier.id", "outbox.dossier_id")
        .selectAll("outbox")
        .select("dossier.reference");
      if (filter.statuts?.length) query = query.where("outbox.statut", "in", [...filter.statuts]);
      if (filter.dossierId) query = query.where("outbox.dossier_id", "=", filter.dossierId);
      if (filter.recherche) {
        const like = `%${fold(filter.recherche).replace(/[%_\\]/g, "")}%`;
        query = query.where((eb) =>
          eb.or([
            eb(eb.fn<string>("lower", ["outbox.destinataire"]), "like", like),
            eb(eb.fn<string>("lower", ["dossier.reference"]), "like", like),
          ]),
        );
      }
      const after = decodeCursor(page.curseur);
      if (after) {
        const [creeLe, id] = [String(after[0]), String(after[1])];
        query = query.where((eb) =>
          eb.or([
            eb("outbox.cree_le", "<", creeLe),
            eb.and([eb("outbox.cree_le", "=", creeLe), eb("outbox.id", "<", id)]),
          ]),
        );
      }
      const rows = await query
        .orderBy("outbox.cree_le", "desc")
        .orderBy("outbox.id", "desc")
        .limit(page.limite + 1)
        .execute();
      const last = rows[page.limite - 1];
      return {
        lignes: rows.slice(0, page.limite).map(toCourriel),
        ...(rows.length > page.limite && last ? { suite: encodeCursor(last.cree_le, last.id) } : {}),
      };
    },
    counts: async () => {
      const rows = await db
        .selectFrom("outbox")
        .select(["statut", (eb) => eb.fn.countAll<number>().as("n")])
        .groupBy("statut")
        .execute();
      const found = new Map(rows.map((row) => [row.statut, Number(row.n)]));
      return Object.fromEntries(statutsCourriel.map((statut) => [statut, found.get(statut) ?? 0])) as Record<
        Courriel["statut"],
        number
      >;
    },
  };
};
