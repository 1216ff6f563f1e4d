import type { Selectable } from "kysely";
import {
  type Formation,
  type FormationSaisie,
  formation as formationModel,
} from "../../shared/api/models.ts";
import { newId } from "../ids.ts";
import { type Formations, VersionConflict } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { fold } from "../search-text.ts";
import { flag, parse, type Scope } from "./base.ts";
import { judgementsIn } from "./dossier-judgements.ts";
import { reindexFormation } from "./dossier-search.ts";

const toFormation = (row: Selectable<Schema["formation"]>): Formation =>
  // Old rows lack newer keys: the model’s defaults fill them.
  formationModel.parse({
    ...parse<object>(row.contenu),
    id: row.id,
    version: row.version,
    archivee: row.archivee === 1,
    creeLe: row.cree_le,
    modifieLe: row.modifie_le,
  });

export const formationsIn = (scope: Scope): Formations => {
  const { db, now } = scope;
  const byId = async (id: string): Promise<Formation | undefined> => {
    const row = await db.selectFrom("formation").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toFormation(row);
  };
  const codes = async (id: string, saisie: FormationSaisie): Promise<void> => {
    await db.deleteFrom("code_acces").where("formation_id", "=", id).execute();
    await db
      .insertInto("code_acces")
      .values([
        { code: saisie.code.toUpperCase(), formation_id: id, variante_id: null },
        ...saisie.variantes.map((variante) => ({
          code: variante.code.toUpperCase(),
          formation_id: id,
          variante_id: variante.id ?? null,
        })),
      ])
      .execute();
  };
  const withIds = (saisie: FormationSaisie): FormationSaisie => ({
    ...saisie,
    variantes: saisie.variantes.map((variante) => ({ ...variante, id: variante.id ?? newId(now()) })),
  });
  const write = async (
    id: string,
    saisie: FormationSaisie,
  ): Promise<Pick<Schema["formation"], "contenu" | "titre" | "titre_tri" | "mission" | "modifie_le">> => {
    await codes(id, saisie);
    return {
      contenu: JSON.stringify(content(saisie)),
      titre: saisie.titre,
      titre_tri: fold(saisie.titre),
      mission: saisie.mission,
      modifie_le: now().toISOString(),
    };
  };
  return {
    list: async (filter = {}) => {
      let query = db
        .selectFrom("formation")
        .selectAll()
        .where("archivee", "=", flag(filter.archivees ?? false));
      if (filter.ids) query = query.where("id", "in", [...filter.ids]);
      return (await query.orderBy("titre_tri").orderBy("id").execute()).map(toFormation);
    },
    byId,
    byIds: async (ids) => {
      const rows =
        ids.length > 0
          ? await db
              .selectFrom("formation")
              .selectAll()
              .where("id", "in", [...ids])
              .execute()
          : [];
      return rows.map(toFormation);
    },
    byCode: async (code) => {
      const row = await db
        .selectFrom("code_acces")
        .select(["formation_id", "variante_id"])
        .where("code", "=", code.replace(/\s/g, "").toUpperCase())
        .executeTakeFirst();
      const formation = row && (await byId(row.formation_id));
      return formation && { formation, ...(row.variante_id ? { varianteId: row.variante_id } : {}) };
    },
    create: async (raw) => {
      const saisie = withIds(raw);
      const id = newId(now());
      // The codes point to the formation: the row comes first.
      const creeLe = now().toISOString();
      await db
        .insertInto("formation")
        .values({
          id,
          version: 1,
          contenu: JSON.stringify(content(saisie)),
          titre: saisie.titre,
          titre_tri: fold(saisie.titre),
          archivee: 0,
          mission: saisie.mission,
          cree_le: creeLe,
          modifie_le: creeLe,
        })
        .execute();
      await codes(id, saisie);
      return (await byId(id)) as Formation;
    },
    update: async (id, raw, seen) => {
      const saisie = withIds(raw);
      const before = await db
        .selectFrom("formation")
        .select(["titre", "mission"])
        .where("id", "=", id)
        .executeTakeFirst();
      const columns = await write(id, saisie);
      const result = await db
        .updateTable("formation")
        .set({ ...columns, version: seen + 1 })
        .where("id", "=", id)
        .where("version", "=", seen)
        .executeTakeFirst();
      const current = (await byId(id)) as Formation;
      if (result.numUpdatedRows !== 1n) throw new VersionConflict(current?.version ?? 0);
      if (before?.titre !== saisie.titre) await reindexFormation(scope, id, saisie.titre);
      if (before?.mission !== saisie.mission) await judgementsIn(scope).oublierJugements(id);
      return current;
    },
    archive: async (id, archivee, seen) => {
      const result = await db
        .updateTable("formation")
        .set({ archivee: flag(archivee), version: seen + 1, modifie_le: now().toISOString() })
        .where("id", "=", id)
        .where("version", "=", seen)
        .executeTakeFirst();
      const current = (await byId(id)) as Formation;
      if (result.numUpdatedRows !== 1n) throw new VersionConflict(current?.version ?? 0);
      return current;
    },
    countInscriptions: async (code) => {
      const row = await db
        .selectFrom("dossier")
        .select((eb) => eb.fn.countAll<number>().as("n"))
        .where("code_inscription", "=", code.toUpperCase())
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    countDossiers: async () => {
      const rows = await db
        .selectFrom("dossier")
        .select(["formation_id", (eb) => eb.fn.countAll<number>().as("n")])
        .groupBy("formation_id")
        .execute();
      return Object.fromEntries(rows.map((row) => [row.formation_id, Number(row.n)]));
    },
  };
};

/** What was entered, without the columns that stand beside it. */
const content = (saisie: FormationSaisie): object => {
  const {
    id: _id,
    version: _version,
    creeLe: _creeLe,
    modifieLe: _modifieLe,
    archivee: _archivee,
    ...rest
  } = saisie as Formation;
  return rest;
};
