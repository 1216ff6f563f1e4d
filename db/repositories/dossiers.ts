import { createHash } from "node:crypto";
import { sql, type Updateable } from "kysely";
import type { Cfa, Formation } from "../../shared/api/models.ts";
import type { FormVersion } from "../../shared/dossier/kernel.ts";
import { canonicalJson } from "../canonical-json.ts";
import { newId } from "../ids.ts";
import {
  type Dossier,
  type DossierChange,
  type Dossiers,
  type Instantane,
  VersionConflict,
} from "../ports.ts";
import type { Schema } from "../schema.ts";
import { flag, parse, type Scope } from "./base.ts";
import { judgementsIn } from "./dossier-judgements.ts";
import { dossierLists } from "./dossier-list.ts";
import { forgetNeighbours, neighboursIn } from "./dossier-neighbours.ts";
import {
  completudeColumns,
  type DossierRow,
  jugementColumns,
  mirrored,
  openData,
  sealData,
  toDossier,
} from "./dossier-rows.ts";
import { indexDossier, searchedColumns } from "./dossier-search.ts";

type Columns = Updateable<Schema["dossier"]>;

/** SHA-256 of the frozen content in canonical JSON, NIR in clear: what the documents’ reference vouches for. */
export const snapshotHash = (contenu: Instantane["contenu"]): string =>
  createHash("sha256").update(canonicalJson(contenu)).digest("hex");

export const dossiersIn = (scope: Scope): Dossiers => {
  const { db, secrets, now } = scope;

  /** Rows as this transaction last saw them: a write starts from them, and its version check tells if they moved. */
  const known = new Map<string, DossierRow>();
  const remember = (row: DossierRow): DossierRow => {
    known.set(row.id, row);
    return row;
  };
  const rowOf = async (id: string): Promise<DossierRow | undefined> => {
    const row = await db.selectFrom("dossier").selectAll().where("id", "=", id).executeTakeFirst();
    return row && remember(row);
  };
  const byId = async (id: string): Promise<Dossier | undefined> => {
    const row = await rowOf(id);
    return row && toDossier(secrets, row);
  };
  /** « D2026-00042 »: a sequence a year, without holes left by a refused transaction. */
  const nextReference = async (): Promise<string> => {
    const year = now().getUTCFullYear();
    const nom = `dossier:${year}`;
    await db
      .insertInto("compteur")
      .values({ nom, valeur: 1 })
      .onConflict((conflict) =>
        conflict.column("nom").doUpdateSet({ valeur: sql<number>`compteur.valeur + 1` }),
      )
      .execute();
    const { valeur } = await db
      .selectFrom("compteur")
      .select("valeur")
      .where("nom", "=", nom)
      .executeTakeFirstOrThrow();
    return `D${year}-${String(valeur).padStart(5, "0")}`;
  };

  const codeOf = async (formationId: string, varianteId?: string): Promise<string> => {
    const rows = await db
      .selectFrom("code_acces")
      .select(["code", "variante_id"])
      .where("formation_id", "=", formationId)
      .execute();
    return (
      (
        rows.find((row) => varianteId !== undefined && row.variante_id === varianteId) ??
        rows.find((row) => row.variante_id === null)
      )?.code ?? ""
    );
  };

  const columnsOf = (id: string, change: DossierChange, instant: string): Columns => {
    const out: Columns = {};
    if (change.data)
      Object.assign(
        out,
        { data: JSON.stringify(sealData(secrets, id, change.data)) },
        mirrored(secrets, change.data),
      );
    if (change.completude) Object.assign(out, completudeColumns(change.completude));
    if (change.bloquants !== undefined) out.bloquants = change.bloquants;
    if (change.jugement) out.jugement = JSON.stringify(change.jugement);
    if (change.jugementCle !== undefined) out.jugement_cle = change.jugementCle;
    if (change.contrat) out.contrat = change.contrat;
    if (change.niveauSaisie) out.niveau_saisie = change.niveauSaisie;
    if (change.etat) Object.assign(out, { etat: change.etat, etat_depuis: instant });
    if (change.baseValidee !== undefined) out.base_validee = flag(change.baseValidee);
    if (change.datesProvisoires !== undefined) out.dates_provisoires = flag(change.datesProvisoires);
    if (change.economie) Object.assign(out, { economie: change.economie, economie_depuis: instant });
    if (change.retour) out.retour = JSON.stringify(change.retour);
    if (change.retourLeve) out.retour = null;
    if (change.confirmations) out.confirmations = JSON.stringify(change.confirmations);
    if (change.cerfaExterne) out.cerfa_externe = JSON.stringify(change.cerfaExterne);
    if (change.courriel !== undefined) out.courriel = change.courriel;
    if (change.varianteId !== undefined) out.variante_id = change.varianteId;
    return out;
  };

  const changedIn = (before: DossierRow, columns: Columns): Columns =>
    Object.fromEntries(
      Object.entries(columns).filter(([name, value]) => before[name as keyof DossierRow] !== value),
    );

  const write = async (before: DossierRow, columns: Columns, seen: number): Promise<Dossier> => {
    const { id } = before;
    const row = await db
      .updateTable("dossier")
      .set({ ...columns, version: seen + 1, modifie_le: now().toISOString() })
      .where("id", "=", id)
      .where("version", "=", seen)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new VersionConflict((await rowOf(id))?.version ?? 0);
    remember(row);
    if (searchedColumns.some((name) => name in columns)) await indexDossier(scope, row);
    await forgetNeighbours(scope, id, before, row);
    return toDossier(secrets, row);
  };

  return {
    ...dossierLists(scope),
    ...judgementsIn(scope),
    ...neighboursIn(scope),
    create: async (dossier) => {
      const id = newId(now());
      const instant = now().toISOString();
      await db
        .insertInto("dossier")
        .values({
          id,
          reference: await nextReference(),
          version: 1,
          formation_id: dossier.formationId,
          variante_id: dossier.varianteId ?? null,
          code: await codeOf(dossier.formationId, dossier.varianteId),
          contrat: dossier.contrat,
          niveau_saisie: dossier.niveauSaisie,
          etat: "invite",
          etat_depuis: instant,
          data: JSON.stringify(sealData(secrets, id, dossier.data)),
          ...jugementColumns(dossier),
          base_validee: 0,
          dates_provisoires: flag(dossier.datesProvisoires),
          economie: "a_saisir",
          economie_depuis: instant,
          retour: null,
          confirmations: "{}",
          cerfa_externe: null,
          courriel: dossier.courriel,
          ...mirrored(secrets, dossier.data),
          origine: dossier.origine,
          code_inscription: dossier.codeAcces?.toUpperCase() ?? null,
          fige_le: null,
          empreinte: null,
          cree_le: instant,
          modifie_le: instant,
        })
        .execute();
      const row = await rowOf(id);
      if (!row) throw new Error("the dossier just created is not there");
      await indexDossier(scope, row);
      await forgetNeighbours(scope, id, undefined, row);
      return toDossier(secrets, row);
    },
    byId,
    byIds: async (ids) => {
      const rows =
        ids.length > 0
          ? await db
              .selectFrom("dossier")
              .selectAll()
              .where("id", "in", [...ids])
              .execute()
          : [];
      return rows.map((row) => toDossier(secrets, row));
    },
    byReference: async (reference) => {
      const row = await db
        .selectFrom("dossier")
        .selectAll()
        .where("reference", "=", reference.trim().toUpperCase())
        .executeTakeFirst();
      return row && toDossier(secrets, row);
    },
    update: async (id, change, seen) => {
      const before = known.get(id) ?? (await rowOf(id));
      if (!before) throw new VersionConflict(0);
      const columns = columnsOf(id, change, now().toISOString());
      // A state keeps the moment it began while it stays the same.
      if (columns.etat === before.etat) delete columns.etat_depuis;
      if (columns.economie === before.economie) delete columns.economie_depuis;
      // SQLite rewrites the indexes of every column that is set, changed or not: only what changes is.
      return write(before, changedIn(before, columns), seen);
    },
    freeze: async (dossier, frame, par, form, jugement) => {
      const figeLe = now().toISOString();
      const contenu: Instantane["contenu"] = { reference: dossier.reference, ...frame, data: dossier.data };
      const empreinte = snapshotHash(contenu);
      const last = await db
        .selectFrom("instantane")
        .select("numero")
        .where("dossier_id", "=", dossier.id)
        .orderBy("numero", "desc")
        .limit(1)
        .executeTakeFirst();
      const instantane: Instantane = {
        id: newId(now()),
        dossierId: dossier.id,
        numero: (last?.numero ?? 0) + 1,
        form,
        figeLe,
        par,
        empreinte,
        contenu,
      };
      await db
        .insertInto("instantane")
        .values({
          id: instantane.id,
          dossier_id: dossier.id,
          numero: instantane.numero,
          form,
          contenu: canonicalJson({ ...contenu, data: sealData(secrets, dossier.id, contenu.data) }),
          empreinte,
          fige_le: figeLe,
          par,
        })
        .execute();
      const before = known.get(dossier.id) ?? (await rowOf(dossier.id));
      if (!before) throw new VersionConflict(0);
      const frozen = await write(
        before,
        {
          // It is frozen with the judgement that let it be.
          ...jugementColumns(jugement),
          etat: "valide",
          etat_depuis: figeLe,
          fige_le: figeLe,
          empreinte,
          retour: null,
          economie_depuis: figeLe,
        },
        dossier.version,
      );
      return { dossier: frozen, instantane };
    },
    unfreeze: async (id, seen) => {
      const before = known.get(id) ?? (await rowOf(id));
      if (!before) throw new VersionConflict(0);
      // Judged again by today’s rules: while it was frozen, nobody kept its judgement in step.
      return write(
        before,
        {
          etat: "saisie",
          etat_depuis: now().toISOString(),
          fige_le: null,
          empreinte: null,
          jugement_cle: "",
        },
        seen,
      );
    },
    instantane: async (dossierId) => {
      const row = await db
        .selectFrom("instantane")
        .selectAll()
        .where("dossier_id", "=", dossierId)
        .orderBy("numero", "desc")
        .limit(1)
        .executeTakeFirst();
      return row && toInstantane(scope, row);
    },
  };
};

type StoredContent = Omit<Instantane["contenu"], "cfa" | "formation"> & { cfa: Cfa; formation: Formation };

export const toInstantane = (
  { secrets }: Pick<Scope, "secrets">,
  row: {
    id: string;
    dossier_id: string;
    numero: number;
    form: string;
    contenu: string;
    empreinte: string;
    fige_le: string;
    par: string;
  },
): Instantane => {
  const stored = parse<StoredContent>(row.contenu);
  return {
    id: row.id,
    dossierId: row.dossier_id,
    numero: row.numero,
    form: row.form as FormVersion,
    figeLe: row.fige_le,
    par: row.par,
    empreinte: row.empreinte,
    contenu: { ...stored, data: openData(secrets, row.dossier_id, stored.data) },
  };
};
