import { cfa } from "../../shared/api/models.ts";
import type { Reglages } from "../ports.ts";
import { parse, type Scope } from "./base.ts";

export const reglagesIn = ({ db }: Scope): Reglages => {
  /** A transaction reads a setting once, whoever asks. */
  const known = new Map<string, Promise<string | undefined>>();
  const stored = async (cle: string): Promise<string | undefined> =>
    (await db.selectFrom("reglage").select("valeur").where("cle", "=", cle).executeTakeFirst())?.valeur;
  const get = async <T>(cle: string): Promise<T | undefined> => {
    const asked = known.get(cle) ?? stored(cle);
    known.set(cle, asked);
    const json = await asked;
    return json === undefined ? undefined : parse<T>(json);
  };
  return {
    get,
    set: async (cle, valeur) => {
      const json = JSON.stringify(valeur);
      known.set(cle, Promise.resolve(json));
      await db
        .insertInto("reglage")
        .values({ cle, valeur: json })
        .onConflict((conflict) => conflict.column("cle").doUpdateSet({ valeur: json }))
        .execute();
    },
    cfa: async () => {
      const found = await get("cfa");
      return found === undefined ? undefined : cfa.parse(found);
    },
  };
};
