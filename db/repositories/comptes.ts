import type { Selectable } from "kysely";
import type { CompteStaff } from "../../shared/api/models.ts";
import type { StaffRole } from "../../shared/workflow/index.ts";
import { newId } from "../ids.ts";
import type { Compte, Comptes } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { compact, flag, parse, present, type Scope } from "./base.ts";

const key = (courriel: string): string => courriel.trim().toLowerCase();

const toCompte = (row: Selectable<Schema["compte"]>): Compte =>
  compact({
    id: row.id,
    famille: row.famille as Compte["famille"],
    courriel: row.courriel,
    nom: row.nom,
    role: present(row.role) as StaffRole | undefined,
    formations: parse<string[]>(row.formations),
    motDePasse: present(row.mot_de_passe),
    provisoire: row.provisoire === 1,
    provisoireExpire: present(row.provisoire_expire),
    actif: row.actif === 1,
    echecs: row.echecs,
    bloqueJusqua: present(row.bloque_jusqua),
    premiereConnexionLe: present(row.premiere_connexion_le),
    derniereConnexionLe: present(row.derniere_connexion_le),
    creeLe: row.cree_le,
  });

/** Columns for the given properties only; an explicit `undefined` empties the column. */
const toColumns = (change: Partial<Omit<Compte, "id" | "famille" | "creeLe">>): Partial<Schema["compte"]> => {
  const out: Partial<Schema["compte"]> = {};
  if (change.courriel !== undefined)
    Object.assign(out, { courriel: change.courriel.trim(), courriel_cle: key(change.courriel) });
  if (change.nom !== undefined) out.nom = change.nom;
  if ("role" in change) out.role = change.role ?? null;
  if (change.formations !== undefined) out.formations = JSON.stringify(change.formations);
  if ("motDePasse" in change) out.mot_de_passe = change.motDePasse ?? null;
  if (change.provisoire !== undefined) out.provisoire = flag(change.provisoire);
  if ("provisoireExpire" in change) out.provisoire_expire = change.provisoireExpire ?? null;
  if (change.actif !== undefined) out.actif = flag(change.actif);
  if (change.echecs !== undefined) out.echecs = change.echecs;
  if ("bloqueJusqua" in change) out.bloque_jusqua = change.bloqueJusqua ?? null;
  if ("premiereConnexionLe" in change) out.premiere_connexion_le = change.premiereConnexionLe ?? null;
  if ("derniereConnexionLe" in change) out.derniere_connexion_le = change.derniereConnexionLe ?? null;
  return out;
};

export const comptesIn = ({ db, now }: Scope): Comptes => ({
  byId: async (id) => {
    const row = await db.selectFrom("compte").selectAll().where("id", "=", id).executeTakeFirst();
    return row && toCompte(row);
  },
  byCourriel: async (famille, courriel) => {
    const row = await db
      .selectFrom("compte")
      .selectAll()
      .where("famille", "=", famille)
      .where("courriel_cle", "=", key(courriel))
      .executeTakeFirst();
    return row && toCompte(row);
  },
  staff: async () => {
    const rows = await db
      .selectFrom("compte")
      .selectAll()
      .where("famille", "=", "cfa")
      .orderBy("nom")
      .orderBy("id")
      .execute();
    return rows.map((row): CompteStaff => {
      const compte = toCompte(row);
      return compact({
        id: compte.id,
        courriel: compte.courriel,
        nom: compte.nom,
        role: compte.role as StaffRole,
        actif: compte.actif,
        formations: [...compte.formations],
        derniereConnexionLe: compte.derniereConnexionLe,
      });
    });
  },
  create: async (compte) => {
    const id = newId(now());
    const cree_le = now().toISOString();
    await db
      .insertInto("compte")
      .values({
        id,
        famille: compte.famille,
        courriel: compte.courriel.trim(),
        courriel_cle: key(compte.courriel),
        nom: compte.nom,
        role: null,
        mot_de_passe: null,
        provisoire_expire: null,
        bloque_jusqua: null,
        premiere_connexion_le: null,
        derniere_connexion_le: null,
        echecs: 0,
        formations: "[]",
        provisoire: 0,
        actif: 1,
        cree_le,
        ...toColumns(compte),
      })
      .execute();
    return { ...compte, id, echecs: 0, creeLe: cree_le };
  },
  update: async (id, change) => {
    const columns = toColumns(change);
    if (Object.keys(columns).length > 0)
      await db.updateTable("compte").set(columns).where("id", "=", id).execute();
  },
});
