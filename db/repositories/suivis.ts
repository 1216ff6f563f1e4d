import type { Selectable } from "kysely";
import { type SuiviDepot, suiviDepot, type VieEntree } from "../../shared/api/models.ts";
import { newId } from "../ids.ts";
import { type Suivis, VersionConflict } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { parse, type Scope } from "./base.ts";

const toEntry = (row: Selectable<Schema["vie_entree"]>): VieEntree => ({
  ...parse<Omit<VieEntree, "id" | "creeLe" | "version" | "auteur">>(row.contenu),
  id: row.id,
  auteur: row.auteur,
  creeLe: row.cree_le,
  version: row.version,
});

export const suivisIn = ({ db, now }: Scope): Suivis => {
  const depot = async (dossierId: string): Promise<{ version: number; depot: SuiviDepot }> => {
    const row = await db
      .selectFrom("suivi")
      .selectAll()
      .where("dossier_id", "=", dossierId)
      .executeTakeFirst();
    return { version: row?.version ?? 0, depot: suiviDepot.parse(row ? parse(row.depot) : {}) };
  };
  const entry = async (id: string) =>
    db.selectFrom("vie_entree").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return {
    depot,
    saveDepot: async (dossierId, value, seen) => {
      const json = JSON.stringify(value);
      const done =
        seen === 0
          ? Number(
              (
                await db
                  .insertInto("suivi")
                  .values({ dossier_id: dossierId, version: 1, depot: json })
                  .onConflict((conflict) => conflict.column("dossier_id").doNothing())
                  .executeTakeFirst()
              ).numInsertedOrUpdatedRows ?? 0,
            )
          : Number(
              (
                await db
                  .updateTable("suivi")
                  .set({ depot: json, version: seen + 1 })
                  .where("dossier_id", "=", dossierId)
                  .where("version", "=", seen)
                  .executeTakeFirst()
              ).numUpdatedRows,
            );
      if (done !== 1) throw new VersionConflict((await depot(dossierId)).version);
      return seen + 1;
    },
    vie: async (dossierId) => {
      const rows = await db
        .selectFrom("vie_entree")
        .selectAll()
        .where("dossier_id", "=", dossierId)
        .orderBy("du", "desc")
        .orderBy("id", "desc")
        .execute();
      return rows.map(toEntry);
    },
    addVie: async (dossierId, { auteur, ...contenu }) => {
      const id = newId(now());
      await db
        .insertInto("vie_entree")
        .values({
          id,
          dossier_id: dossierId,
          version: 1,
          contenu: JSON.stringify(contenu),
          du: contenu.du,
          auteur,
          cree_le: now().toISOString(),
        })
        .execute();
      return toEntry(await entry(id));
    },
    updateVie: async (id, contenu, seen) => {
      const result = await db
        .updateTable("vie_entree")
        .set({ contenu: JSON.stringify(contenu), du: contenu.du, version: seen + 1 })
        .where("id", "=", id)
        .where("version", "=", seen)
        .executeTakeFirst();
      const current = await entry(id);
      if (result.numUpdatedRows !== 1n) throw new VersionConflict(current.version);
      return toEntry(current);
    },
    removeVie: async (id) => {
      await db.deleteFrom("vie_entree").where("id", "=", id).execute();
    },
  };
};
