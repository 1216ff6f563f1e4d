import { cfa } from "../../shared/api/models.ts";
import type { Reglages } from "../ports.ts";
import { parse, type Scope } from "./base.ts";

export const reglagesIn = ({ db }: Scope): Reglages => {
  const get = async <T>(cle: string): Promise<T | undefined> => {
    const row = await db.selectFrom("reglage").select("valeur").where("cle", "=", cle).executeTakeFirst();
    return row ? parse<T>(row.valeur) : undefined;
  };
  return {
    get,
    set: async (cle, valeur) => {
      const json = JSON.stringify(valeur);
      await db
        .insertInto("reglage")
        .values({ cle, valeur: json })
        .onConflict((conflict) => conflict.column("cle").doUpdateSet({ valeur: json }))
        .execute();
    },
    cfa: async () => {
      const stored = await get("cfa");
      return stored === undefined ? undefined : cfa.parse(stored);
    },
  };
};
