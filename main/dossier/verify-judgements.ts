import { isDeepStrictEqual } from "node:util";
import type { Deps } from "../deps.ts";
import { asStored, circumstances, contextOf, crossFacts, judge, liveForm, stillHolds } from "./judge.ts";

const PAGE = 200;
/** As the database gives it back: what is undefined is absent. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/**
 * Proves that no stored judgement differs from the one its inputs give: every living dossier whose fingerprint holds
 * is judged again from nothing, facts of other dossiers included, and compared. Reads only.
 */
export const verifyJudgements = async (
  deps: Pick<Deps, "store" | "now">,
): Promise<{ point: string; ok: boolean; detail: string }> => {
  let checked = 0;
  let waiting = 0;
  const wrong: string[] = [];
  let curseur: string | undefined;
  do {
    curseur = await deps.store.read(async (tx) => {
      const now = await circumstances(tx, deps.now());
      const page = await tx.dossiers.list({}, { tri: "reference", sens: "asc", limite: PAGE, curseur });
      const living = page.lignes.filter((row) => row.etat !== "valide");
      const missions = new Map(living.map((row) => [row.id, row.mission]));
      for (const dossier of await tx.dossiers.byIds(living.map(({ id }) => id))) {
        const formation = { mission: missions.get(dossier.id) ?? "facultative" };
        const form = liveForm(dossier.data, now.today);
        if (!dossier.jugement || !stillHolds(dossier.jugementCle, form, formation, now)) {
          waiting += 1;
          continue;
        }
        checked += 1;
        const ctx = contextOf(dossier.data, formation, form);
        const again = asStored(judge(ctx, now, await crossFacts(tx, ctx, dossier.id)));
        const { completude, bloquants, jugement, jugementCle } = dossier;
        if (!isDeepStrictEqual(plain(again), plain({ completude, bloquants, jugement, jugementCle })))
          wrong.push(dossier.reference);
      }
      return page.suite;
    });
  } while (curseur);
  const pending = waiting === 0 ? "" : ` ${waiting} à refaire, à leur prochaine lecture.`;
  return {
    point: "Jugements",
    ok: wrong.length === 0,
    detail:
      wrong.length === 0
        ? `${checked} jugements refaits, tous conformes.${pending}`
        : `Jugement différent de celui qui serait fait aujourd’hui\u00a0: ${wrong.slice(0, 5).join(", ")}${wrong.length > 5 ? "…" : ""}.`,
  };
};
