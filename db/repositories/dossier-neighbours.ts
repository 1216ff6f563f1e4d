import { type SqlBool, sql } from "kysely";
import type { DossierData, FormVersion } from "../../shared/dossier/kernel.ts";
import type { Etat } from "../../shared/workflow/index.ts";
import type { Dossiers } from "../ports.ts";
import { tokens } from "../search-text.ts";
import { parse, type Scope } from "./base.ts";
import { type DossierRow, identityDigest, maitreDigest, nirDigest, openData } from "./dossier-rows.ts";

/** Spellings of one company worth reading. */
const SPELLINGS = 10;
/** « Calanques-Conseil » and « CALANQUES CONSEIL » are one name. */
const words = (name: string): string => tokens(name).join(" ");

type Neighbours = Pick<
  Dossiers,
  "apprentisDuMaitre" | "memePersonne" | "memeEntreprise" | "etablissementConnu"
>;

/** What other dossiers say of the same maître, the same person, the same company. */
export const neighboursIn = ({ db, secrets }: Scope): Neighbours => ({
  apprentisDuMaitre: async (nom, prenom, naissance, du, au, exceptId) => {
    const digest = maitreDigest(secrets, nom, prenom, naissance);
    let query = db
      .selectFrom("dossier")
      .select(["reference", "date_debut", "date_fin"])
      .where("maitre_empreinte", "=", digest)
      .where("etat", "!=", "abandonne")
      .where("date_debut", "<=", au)
      .where("date_fin", ">=", du)
      .where("date_debut", "!=", "");
    if (exceptId) query = query.where("id", "!=", exceptId);
    return (await query.orderBy("reference").execute()).map((row) => ({
      reference: row.reference,
      du: row.date_debut,
      au: row.date_fin,
    }));
  },
  memePersonne: async ({ nir, nom, prenom, naissance }, exceptId) => {
    const byNir = nirDigest(secrets, nir);
    const byIdentity = identityDigest(secrets, nom, prenom, naissance);
    if (!byNir && !byIdentity) return [];
    let query = db
      .selectFrom("dossier")
      .select((eb) => [
        "id",
        "reference",
        "etat",
        "data",
        eb
          .selectFrom("instantane")
          .select("form")
          .whereRef("dossier_id", "=", "dossier.id")
          .orderBy("numero", "desc")
          .limit(1)
          .as("form"),
      ])
      .where("etat", "!=", "abandonne")
      .where((eb) =>
        eb.or([
          ...(byNir ? [eb("nir_empreinte", "=", byNir)] : []),
          ...(byIdentity ? [eb("identite_empreinte", "=", byIdentity)] : []),
        ]),
      );
    if (exceptId) query = query.where("id", "!=", exceptId);
    return (await query.orderBy("reference").execute()).map((row) => ({
      id: row.id,
      reference: row.reference,
      etat: row.etat as Etat,
      data: openData(secrets, row.id, parse<DossierData>(row.data)),
      ...(row.form ? { form: row.form as FormVersion } : {}),
    }));
  },
  memeEntreprise: async ({ siret, denomination }, exceptId) => {
    const others = () => {
      const query = db
        .selectFrom("dossier")
        .select((eb) => ["entreprise", "siret", eb.fn.min("reference").as("reference")])
        .where("etat", "!=", "abandonne")
        .groupBy(["entreprise", "siret"])
        .limit(SPELLINGS);
      return exceptId ? query.where("id", "!=", exceptId) : query;
    };
    const named = sql<SqlBool>`substr(siret, 1, 9) <> ${siret.slice(0, 9)}`;
    // One statement, each half on its own index.
    const rows = await db
      .selectFrom(others().where("siret", "=", siret).where("entreprise", "!=", denomination).as("un"))
      .selectAll()
      .unionAll(
        db
          .selectFrom(
            others().where("entreprise", "=", denomination).where("siret", "!=", "").where(named).as("deux"),
          )
          .selectAll(),
      )
      .execute();
    const same = words(denomination);
    return rows
      .filter((row) => row.siret !== siret || words(row.entreprise ?? "") !== same)
      .map((row) => ({
        reference: row.reference,
        denomination: row.entreprise ?? "",
        siret: row.siret ?? "",
      }));
  },
  etablissementConnu: async (siret, exceptId) => {
    let query = db
      .selectFrom("dossier")
      .select(["id", "data"])
      .where("siret", "=", siret)
      .where("complet", "=", 1);
    if (exceptId) query = query.where("id", "!=", exceptId);
    const row = await query.orderBy("modifie_le", "desc").limit(1).executeTakeFirst();
    return row && openData(secrets, row.id, parse<DossierData>(row.data));
  },
});

type Keys = Pick<
  DossierRow,
  | "etat"
  | "nir_empreinte"
  | "identite_empreinte"
  | "maitre_empreinte"
  | "siret"
  | "entreprise"
  | "date_debut"
  | "date_fin"
>;

const seen = (before: Keys | undefined, after: Keys, key: keyof Keys): string[] =>
  [...new Set([before?.[key], after[key]])].filter((value): value is string => Boolean(value));

/**
 * A write changed what other dossiers’ judgements read of this one: those judgements are to be made again. One
 * statement, and none when nothing they read changed.
 */
export const forgetNeighbours = async (
  { db }: Pick<Scope, "db">,
  id: string,
  before: Keys | undefined,
  after: Keys,
): Promise<void> => {
  const moved = (...keys: readonly (keyof Keys)[]): boolean =>
    keys.some((key) => before?.[key] !== after[key]);
  const givenUp = (before?.etat === "abandonne") !== (after.etat === "abandonne");
  // Only a frozen dossier is an earlier contract of the same person.
  const frozen = (before?.etat === "valide") !== (after.etat === "valide");
  const all = before !== undefined && givenUp;
  const person = all || frozen || moved("nir_empreinte", "identite_empreinte");
  const maitre = all || moved("maitre_empreinte", "date_debut", "date_fin");
  const company = all || moved("siret", "entreprise");
  const keys = [
    ...(person ? (["nir_empreinte", "identite_empreinte"] as const) : []),
    ...(maitre ? (["maitre_empreinte"] as const) : []),
    ...(company ? (["siret", "entreprise"] as const) : []),
  ].flatMap((key) => {
    const values = seen(before, after, key);
    return values.length > 0 ? [{ key, values }] : [];
  });
  if (keys.length === 0) return;
  await db
    .updateTable("dossier")
    .set({ jugement_cle: "" })
    .where("id", "!=", id)
    .where("etat", "!=", "valide")
    .where("jugement_cle", "!=", "")
    .where((eb) => eb.or(keys.map(({ key, values }) => eb(key, "in", values))))
    .execute();
};
