import type { Selectable } from "kysely";
import { newId } from "../ids.ts";
import type { Jeton, Jetons, Session, Sessions } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { compact, parse, present, type Scope } from "./base.ts";

const toSession = (row: Selectable<Schema["session"]>): Session =>
  compact({
    id: row.id,
    compteId: row.compte_id,
    porte: row.porte as Session["porte"],
    creeLe: row.cree_le,
    vuLe: row.vu_le,
    expireLe: row.expire_le,
    csrf: present(row.csrf),
  });

export const sessionsIn = ({ db, now }: Scope): Sessions => ({
  create: async (session, tokenHash) => {
    const id = newId(now());
    await db
      .insertInto("session")
      .values({
        id,
        jeton: tokenHash,
        compte_id: session.compteId,
        porte: session.porte,
        cree_le: session.creeLe,
        vu_le: session.vuLe,
        expire_le: session.expireLe,
        csrf: session.csrf ?? null,
      })
      .execute();
    return { id, ...session };
  },
  byToken: async (tokenHash) => {
    const row = await db.selectFrom("session").selectAll().where("jeton", "=", tokenHash).executeTakeFirst();
    return row && toSession(row);
  },
  touch: async (id, vuLe) => {
    await db.updateTable("session").set({ vu_le: vuLe }).where("id", "=", id).execute();
  },
  delete: async (id) => {
    await db.deleteFrom("session").where("id", "=", id).execute();
  },
  deleteOf: async (compteId, exceptId) => {
    let query = db.deleteFrom("session").where("compte_id", "=", compteId);
    if (exceptId) query = query.where("id", "!=", exceptId);
    return Number((await query.executeTakeFirst()).numDeletedRows);
  },
  deleteExpired: async (instant) =>
    Number(
      (await db.deleteFrom("session").where("expire_le", "<", instant).executeTakeFirst()).numDeletedRows,
    ),
});

const toJeton = (row: Selectable<Schema["jeton"]>): Jeton =>
  compact({
    id: row.id,
    usage: row.usage as Jeton["usage"],
    compteId: present(row.compte_id),
    courriel: row.courriel,
    expireLe: row.expire_le,
    utiliseLe: present(row.utilise_le),
    donnees: row.donnees ? parse<Record<string, string>>(row.donnees) : undefined,
    creeLe: row.cree_le,
  });

export const jetonsIn = ({ db, now }: Scope): Jetons => ({
  create: async (jeton, tokenHash) => {
    const id = newId(now());
    const creeLe = now().toISOString();
    await db
      .insertInto("jeton")
      .values({
        id,
        usage: jeton.usage,
        empreinte: tokenHash,
        compte_id: jeton.compteId ?? null,
        courriel: jeton.courriel.toLowerCase(),
        expire_le: jeton.expireLe,
        utilise_le: jeton.utiliseLe ?? null,
        donnees: jeton.donnees ? JSON.stringify(jeton.donnees) : null,
        cree_le: creeLe,
      })
      .execute();
    return { ...jeton, id, creeLe };
  },
  byToken: async (usage, tokenHash) => {
    const row = await db
      .selectFrom("jeton")
      .selectAll()
      .where("usage", "=", usage)
      .where("empreinte", "=", tokenHash)
      .executeTakeFirst();
    return row && toJeton(row);
  },
  consume: async (id, instant) => {
    const result = await db
      .updateTable("jeton")
      .set({ utilise_le: instant })
      .where("id", "=", id)
      .where("utilise_le", "is", null)
      .executeTakeFirst();
    return result.numUpdatedRows === 1n;
  },
  countSince: async (usage, courriel, since) => {
    const row = await db
      .selectFrom("jeton")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("usage", "=", usage)
      .where("courriel", "=", courriel.toLowerCase())
      .where("cree_le", ">=", since)
      .executeTakeFirstOrThrow();
    return Number(row.n);
  },
});
