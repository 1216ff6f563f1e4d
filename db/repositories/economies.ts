import type { EconomieSaisie } from "../../shared/api/models.ts";
import type { EtatEconomie } from "../../shared/workflow/index.ts";
import { type Economies, VersionConflict } from "../ports.ts";
import { compact, parse, present, type Scope } from "./base.ts";

export const economiesIn = ({ db, now }: Scope): Economies => {
  const get: Economies["get"] = async (dossierId) => {
    const state = await db
      .selectFrom("dossier")
      .select(["economie", "economie_depuis"])
      .where("id", "=", dossierId)
      .executeTakeFirstOrThrow();
    const row = await db
      .selectFrom("economie")
      .selectAll()
      .where("dossier_id", "=", dossierId)
      .executeTakeFirst();
    const saisie = row ? parse<EconomieSaisie>(row.saisie) : undefined;
    return compact({
      majorationRqthCentimes: 0,
      resteAChargePrevu: false,
      ...saisie,
      etat: state.economie as EtatEconomie,
      depuis: state.economie_depuis,
      version: row?.version ?? 0,
      saisiPar: row?.saisi_par,
      saisiLe: row?.saisi_le,
      validePar: present(row?.valide_par),
      valideLe: present(row?.valide_le),
      saisie,
    });
  };
  const moveTo = async (dossierId: string, etat: EtatEconomie): Promise<void> => {
    await db
      .updateTable("dossier")
      .set({ economie: etat, economie_depuis: now().toISOString() })
      .where("id", "=", dossierId)
      .where("economie", "!=", etat)
      .execute();
  };
  const change = async (dossierId: string, seen: number, set: object): Promise<void> => {
    const result = await db
      .updateTable("economie")
      .set({ ...set, version: seen + 1 })
      .where("dossier_id", "=", dossierId)
      .where("version", "=", seen)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) throw new VersionConflict((await get(dossierId)).version);
  };
  const answer = async (dossierId: string) => {
    const { saisie: _saisie, ...economie } = await get(dossierId);
    return economie;
  };
  return {
    get,
    save: async (dossierId, saisie, par, seen) => {
      const entered = { saisie: JSON.stringify(saisie), saisi_par: par, saisi_le: now().toISOString() };
      if (seen === 0) {
        const result = await db
          .insertInto("economie")
          .values({ dossier_id: dossierId, version: 1, valide_par: null, valide_le: null, ...entered })
          .onConflict((conflict) => conflict.column("dossier_id").doNothing())
          .executeTakeFirst();
        if (Number(result.numInsertedOrUpdatedRows ?? 0) !== 1)
          throw new VersionConflict((await get(dossierId)).version);
      } else await change(dossierId, seen, entered);
      await moveTo(dossierId, "a_valider");
      return answer(dossierId);
    },
    validate: async (dossierId, par, seen) => {
      await change(dossierId, seen, { valide_par: par, valide_le: now().toISOString() });
      await moveTo(dossierId, "validee");
      return answer(dossierId);
    },
    reopen: async (dossierId, seen) => {
      await change(dossierId, seen, { valide_par: null, valide_le: null });
      await moveTo(dossierId, "a_valider");
      return answer(dossierId);
    },
  };
};
