import { createHash } from "node:crypto";
import { type Selectable, sql } from "kysely";
import type { Evenement } from "../../shared/api/models.ts";
import type { Etat } from "../../shared/workflow/index.ts";
import { canonicalJson } from "../canonical-json.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import type { Audit, Happened } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { compact, parse, present, type Scope } from "./base.ts";

type Row = Selectable<Schema["audit"]>;
const AUDIT_LOCK = 0x43414354;
/** Who was away for longer learns it from their dashboard: what is read at once stays bounded. */
const RECENT_ENTRIES = 20_000;
export const FIRST_LINK = "0".repeat(64);

/** The hash of an entry covers its content and the entry before it: removing or changing one breaks the chain. */
export const auditHash = (row: Omit<Row, "empreinte">): string =>
  createHash("sha256")
    .update(canonicalJson({ ...row, numero: Number(row.numero) }))
    .digest("hex");

const toEvent = (row: Row): Evenement => ({
  id: String(row.numero),
  le: row.le,
  acteur: row.acteur,
  porte: row.porte as Evenement["porte"],
  action: row.action,
  phrase: row.phrase,
  changements: parse(row.changements),
});

export const auditIn = ({ db, engine, now }: Scope): Audit => ({
  record: async (entry) => {
    // On PostgreSQL several workstations write at once: one at a time adds to the chain.
    if (engine === "postgres") await sql`SELECT pg_advisory_xact_lock(${sql.lit(AUDIT_LOCK)})`.execute(db);
    const last = await db
      .selectFrom("audit")
      .select(["numero", "empreinte"])
      .orderBy("numero", "desc")
      .limit(1)
      .executeTakeFirst();
    const row: Omit<Row, "empreinte"> = {
      numero: Number(last?.numero ?? 0) + 1,
      le: now().toISOString(),
      acteur_id: entry.acteurId ?? null,
      acteur: entry.acteur,
      porte: entry.porte,
      action: entry.action,
      phrase: entry.phrase,
      dossier_id: entry.dossierId ?? null,
      formation_id: entry.formationId ?? null,
      changements: JSON.stringify(entry.changements ?? []),
      precedente: last?.empreinte ?? FIRST_LINK,
    };
    await db
      .insertInto("audit")
      .values({ ...row, empreinte: auditHash(row) })
      .execute();
  },
  ofDossier: async (dossierId, page = { limite: 50 }) => {
    let query = db.selectFrom("audit").selectAll().where("dossier_id", "=", dossierId);
    const after = decodeCursor(page.curseur);
    if (after) query = query.where("numero", "<", Number(after[0]));
    const rows = await query
      .orderBy("numero", "desc")
      .limit(page.limite + 1)
      .execute();
    return { lignes: rows.slice(0, page.limite).map(toEvent), ...next(rows, page.limite) };
  },
  movesOf: async (dossierIds, actions) => {
    if (dossierIds.length === 0) return [];
    const rows = await db
      .selectFrom("audit")
      .select((eb) => [
        "dossier_id",
        eb
          .case()
          .when("action", "in", [...actions])
          .then(1)
          .else(0)
          .end()
          .as("move"),
      ])
      .where("dossier_id", "in", [...dossierIds])
      .where((eb) => eb.or([eb("action", "in", [...actions]), eb("changements", "!=", "[]")]))
      .orderBy("numero", "desc")
      .execute();
    return rows.map((row) => ({ dossierId: row.dossier_id ?? "", move: row.move === 1 }));
  },
  last: async () => {
    const row = await db
      .selectFrom("audit")
      .select("numero")
      .orderBy("numero", "desc")
      .limit(1)
      .executeTakeFirst();
    return Number(row?.numero ?? 0);
  },
  since: async ({ apres, actions, saufActeur, formationIds, limite }) => {
    let query = db
      .selectFrom("audit")
      .leftJoin("dossier", "dossier.id", "audit.dossier_id")
      .select(["audit.numero", "audit.action", "dossier.id", "dossier.reference", "dossier.etat"])
      .select(["dossier.nom", "dossier.prenom", "dossier.courriel", "dossier.code"])
      .where("audit.numero", ">", apres)
      .where("audit.numero", ">", (eb) =>
        eb
          .selectFrom("audit as newest")
          .select(sql<number>`COALESCE(MAX(newest.numero), 0) - ${sql.lit(RECENT_ENTRIES)}`.as("floor")),
      )
      .where("audit.action", "in", [...actions]);
    if (saufActeur)
      query = query.where((eb) =>
        eb.or([eb("audit.acteur_id", "is", null), eb("audit.acteur_id", "!=", saufActeur)]),
      );
    if (formationIds) query = query.where("dossier.formation_id", "in", [...formationIds]);
    const rows = await query.orderBy("audit.numero").limit(limite).execute();
    return rows.map(
      ({ numero, action, id, reference, etat, nom, prenom, courriel, code }): Happened => ({
        numero: Number(numero),
        action,
        ...(id && reference
          ? {
              dossier: compact({
                id,
                reference,
                etat: etat as Etat,
                nom: present(nom),
                prenom: present(prenom),
                courriel: courriel ?? "",
                code: code ?? "",
              }),
            }
          : {}),
      }),
    );
  },
  recent: async (page) => {
    let query = db
      .selectFrom("audit")
      .leftJoin("dossier", "dossier.id", "audit.dossier_id")
      .selectAll("audit")
      .select("dossier.reference as ref");
    const after = decodeCursor(page.curseur);
    if (after) query = query.where("audit.numero", "<", Number(after[0]));
    const rows = await query
      .orderBy("audit.numero", "desc")
      .limit(page.limite + 1)
      .execute();
    return {
      lignes: rows
        .slice(0, page.limite)
        .map((row) => ({ ...toEvent(row), ...(row.ref ? { reference: row.ref } : {}) })),
      ...next(rows, page.limite),
    };
  },
});

const next = (rows: readonly { numero: number }[], limite: number): { suite?: string } => {
  const last = rows[limite - 1];
  return rows.length > limite && last ? { suite: encodeCursor(Number(last.numero), "") } : {};
};
