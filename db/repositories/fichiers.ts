import { createHash } from "node:crypto";
import { newId } from "../ids.ts";
import type { Fichier, Fichiers } from "../ports.ts";
import type { Scope } from "./base.ts";

/** Attached files live in the database, under our own id: one transaction, one backup, no path from outside. */
export const fichiersIn = ({ db, now }: Scope): Fichiers => ({
  add: async ({ nom, type, contenu, dossierId, par }) => {
    const fichier: Fichier = {
      id: newId(now()),
      nom: safeName(nom),
      type,
      taille: contenu.byteLength,
      empreinte: createHash("sha256").update(contenu).digest("hex"),
      creeLe: now().toISOString(),
    };
    await db
      .insertInto("fichier")
      .values({
        id: fichier.id,
        nom: fichier.nom,
        type,
        taille: fichier.taille,
        empreinte: fichier.empreinte,
        contenu: Buffer.from(contenu),
        dossier_id: dossierId ?? null,
        par,
        cree_le: fichier.creeLe,
      })
      .execute();
    return fichier;
  },
  get: async (id) => {
    const row = await db.selectFrom("fichier").selectAll().where("id", "=", id).executeTakeFirst();
    return (
      row && {
        id: row.id,
        nom: row.nom,
        type: row.type,
        taille: row.taille,
        empreinte: row.empreinte,
        creeLe: row.cree_le,
        contenu: new Uint8Array(row.contenu),
        ...(row.dossier_id ? { dossierId: row.dossier_id } : {}),
      }
    );
  },
  info: async (id) => {
    const row = await db
      .selectFrom("fichier")
      .select(["id", "nom", "type", "taille", "empreinte", "cree_le"])
      .where("id", "=", id)
      .executeTakeFirst();
    return (
      row && {
        id: row.id,
        nom: row.nom,
        type: row.type,
        taille: row.taille,
        empreinte: row.empreinte,
        creeLe: row.cree_le,
      }
    );
  },
});

/** The name is only shown, never used as a path; control and direction marks and separators go all the same. */
const safeName = (nom: string): string =>
  nom
    .normalize("NFC")
    .replace(/\p{C}/gu, "")
    .replace(/[\\/:*?"<>|]/g, "_")
    .replace(/^\.+/, "")
    .trim()
    .slice(0, 150) || "document";
