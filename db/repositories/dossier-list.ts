import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { etats, etatsEconomie } from "../../shared/workflow/index.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import type { DossierFilter, Dossiers, DossierTri } from "../ports.ts";
import type { Schema } from "../schema.ts";
import { queryTokens } from "../search-text.ts";
import { flag, type Scope } from "./base.ts";
import { lineColumns, toLine } from "./dossier-rows.ts";

type Builder = ExpressionBuilder<Schema, "dossier">;

const sortColumns: Readonly<
  Record<DossierTri, "dossier.modifie_le" | "dossier.nom_tri" | "dossier.date_debut" | "dossier.reference">
> = {
  modifieLe: "dossier.modifie_le",
  nom: "dossier.nom_tri",
  dateDebut: "dossier.date_debut",
  reference: "dossier.reference",
};

/** The same columns under the names the result gives them. */
const sortNames = {
  modifieLe: "modifie_le",
  nom: "nom_tri",
  dateDebut: "date_debut",
  reference: "reference",
} as const;

/** Every word typed is the beginning of a word of the dossier, on both engines alike. */
const matching = (engine: Scope["engine"], search: string): Expression<SqlBool> => {
  const words = queryTokens(search);
  if (engine === "sqlite") {
    const match = words.map((word) => `"${word}"*`).join(" ");
    return sql<SqlBool>`dossier.rang IN (SELECT rowid FROM dossier_recherche WHERE dossier_recherche MATCH ${match})`;
  }
  const query = words.map((word) => `'${word}':*`).join(" & ");
  return sql<SqlBool>`dossier.rang IN (SELECT rang FROM dossier_recherche WHERE texte @@ ${query}::tsquery)`;
};

const conditions = (eb: Builder, engine: Scope["engine"], filter: DossierFilter): Expression<SqlBool>[] => {
  const out: Expression<SqlBool>[] = [];
  if (filter.recherche !== undefined && filter.recherche.trim() !== "") {
    // Only punctuation was typed: nothing can match it.
    out.push(
      queryTokens(filter.recherche).length > 0 ? matching(engine, filter.recherche) : sql<SqlBool>`1 = 0`,
    );
  }
  if (filter.formationId) out.push(eb("dossier.formation_id", "=", filter.formationId));
  if (filter.formationIds)
    out.push(
      filter.formationIds.length > 0
        ? eb("dossier.formation_id", "in", [...filter.formationIds])
        : sql<SqlBool>`1 = 0`,
    );
  if (filter.etats?.length === 1) out.push(eb("dossier.etat", "=", filter.etats[0] as string));
  else if (filter.etats && filter.etats.length > 1) out.push(eb("dossier.etat", "in", [...filter.etats]));
  // Written into the SQL, not bound: only then do the partial indexes of the rare cases serve (0002-guards).
  if (filter.contrat === "professionnalisation")
    out.push(sql<SqlBool>`dossier.contrat = 'professionnalisation'`);
  else if (filter.contrat) out.push(eb("dossier.contrat", "=", filter.contrat));
  if (filter.complet !== undefined) out.push(eb("dossier.complet", "=", flag(filter.complet)));
  if (filter.economie?.length === 1 && filter.economie[0] === "a_valider")
    out.push(sql<SqlBool>`dossier.economie = 'a_valider'`);
  else if (filter.economie?.length) out.push(eb("dossier.economie", "in", [...filter.economie]));
  if (filter.datesProvisoires === true) out.push(sql<SqlBool>`dossier.dates_provisoires = 1`);
  else if (filter.datesProvisoires === false) out.push(eb("dossier.dates_provisoires", "=", 0));
  if (filter.debutAvant)
    out.push(eb("dossier.date_debut", "<=", filter.debutAvant), eb("dossier.date_debut", "!=", ""));
  if (filter.ids)
    out.push(filter.ids.length > 0 ? eb("dossier.id", "in", [...filter.ids]) : sql<SqlBool>`1 = 0`);
  if (filter.compteId)
    out.push(
      eb(
        "dossier.id",
        "in",
        eb
          .selectFrom("invitation")
          .select("invitation.dossier_id")
          .where("invitation.compte_id", "=", filter.compteId)
          .where("invitation.annulee_le", "is", null)
          .$castTo<{ dossier_id: string }>(),
      ),
    );
  return out;
};

/** Above this many values, one sorted read costs less than merging as many indexes. */
const BRANCHES = 24;

/**
 * « One of several formations (or states) » as one filter each: every branch reads its own index already in order and
 * the engine merges them, so a page costs a page, not a sort of everything that matches (60 times less on 100 000
 * dossiers, measured). Filters that leave few rows stay as they are.
 */
const branchesOf = (filter: DossierFilter): readonly DossierFilter[] => {
  const { formationIds, formationId, etats } = filter;
  const few =
    filter.recherche?.trim() ||
    filter.ids ||
    filter.compteId ||
    filter.debutAvant ||
    filter.datesProvisoires === true ||
    filter.contrat === "professionnalisation" ||
    (filter.economie?.length === 1 && filter.economie[0] === "a_valider");
  if (few || formationId) return [filter];
  const mergeable = (values: readonly string[]): boolean => values.length > 1 && values.length <= BRANCHES;
  if (formationIds)
    return mergeable(formationIds)
      ? [...new Set(formationIds)].map((one) => ({ ...filter, formationIds: undefined, formationId: one }))
      : [filter];
  return etats && mergeable(etats)
    ? [...new Set(etats)].map((one) => ({ ...filter, etats: [one] }))
    : [filter];
};

/** Lists by keyset on an indexed column, never OFFSET (215 times faster deep in the list, measured). */
export const dossierLists = ({ db, engine }: Scope): Pick<Dossiers, "list" | "count" | "facettes"> => ({
  list: async (filter, { tri, sens, limite, curseur }) => {
    const column = sortColumns[tri];
    const after = decodeCursor(curseur);
    const branch = (one: DossierFilter) => {
      const query = db
        .selectFrom("dossier")
        .innerJoin("formation", "formation.id", "dossier.formation_id")
        .select([...lineColumns, "formation.titre", "formation.mission"])
        .where((eb) => eb.and(conditions(eb as unknown as Builder, engine, one)));
      if (!after) return query;
      const [value, id] = [String(after[0]), String(after[1])];
      const beyond = sql.raw(sens === "asc" ? ">" : "<");
      // A row comparison is one range of the index; the same thing spelt with OR would be read from its start.
      return query.where(sql<SqlBool>`(${sql.ref(column)}, dossier.id) ${beyond} (${value}, ${id})`);
    };
    const [first, ...others] = branchesOf(filter).map(branch);
    if (!first) return { lignes: [] };
    // A merged list is ordered by the names of its result, a plain one by its columns.
    const ordered =
      others.length > 0
        ? others
            .reduce((all, one) => all.unionAll(one), first)
            .orderBy(sortNames[tri], sens)
            .orderBy("id", sens)
        : first.orderBy(column, sens).orderBy("dossier.id", sens);
    const rows = await ordered.limit(limite + 1).execute();
    const lignes = rows.slice(0, limite).map((row) => toLine(row, row));
    const last = rows[limite - 1];
    if (rows.length <= limite || !last) return { lignes };
    const key = {
      modifieLe: last.modifie_le,
      nom: last.nom_tri,
      dateDebut: last.date_debut,
      reference: last.reference,
    }[tri];
    return { lignes, suite: encodeCursor(key, last.id) };
  },
  count: async (filter) => {
    const row = await db
      .selectFrom("dossier")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where((eb) => eb.and(conditions(eb as unknown as Builder, engine, filter)))
      .executeTakeFirstOrThrow();
    return Number(row.n);
  },
  facettes: async (filter) => {
    const rows = await db
      .selectFrom("dossier")
      .select(["etat", "economie", "complet", "dates_provisoires", (eb) => eb.fn.countAll<number>().as("n")])
      .where((eb) => eb.and(conditions(eb as unknown as Builder, engine, filter)))
      .groupBy(["etat", "economie", "complet", "dates_provisoires"])
      .execute();
    const sum = (test: (row: (typeof rows)[number]) => boolean): number =>
      rows.filter(test).reduce((total, row) => total + Number(row.n), 0);
    return {
      total: sum(() => true),
      etats: Object.fromEntries(etats.map((etat) => [etat, sum((row) => row.etat === etat)])) as Record<
        (typeof etats)[number],
        number
      >,
      economies: Object.fromEntries(
        etatsEconomie.map((etat) => [etat, sum((row) => row.etat === "valide" && row.economie === etat)]),
      ) as Record<(typeof etatsEconomie)[number], number>,
      complets: sum((row) => row.complet === 1),
      datesProvisoires: sum((row) => row.dates_provisoires === 1),
      dont: ({ etats: inStates, economie, complet, datesProvisoires, ...other }) =>
        Object.values(other).some((value) => value !== undefined)
          ? undefined
          : sum(
              (row) =>
                (!inStates?.length || inStates.some((etat) => etat === row.etat)) &&
                (!economie?.length || economie.some((etat) => etat === row.economie)) &&
                (complet === undefined || row.complet === flag(complet)) &&
                (datesProvisoires === undefined || row.dates_provisoires === flag(datesProvisoires)),
            ),
    };
  },
});
