import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { validateTab } from "../../../main/entry/validate-tab.ts";
import { writeFields } from "../../../main/entry/write-fields.ts";
import { readDossier } from "../../../main/lists/read.ts";
import { freezeDossier } from "../../../main/review/freeze-dossier.ts";
import { moveDossier } from "../../../main/review/move-dossier.ts";
import { requestValidation } from "../../../main/review/request-validation.ts";
import type { Formation } from "../../../shared/api/models.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled, invited, requested, typed } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { engines, freshPostgres } from "../engines.ts";

/** What a gesture may cost in statements: each is a round trip for every adviser on PostgreSQL. Its lock is one more there. */
describe.each(engines)("statements a write costs, on %s", (engine) => {
  let core: TestCore;
  let formation: Formation;
  let drop: (() => Promise<void>) | undefined;
  const lock = engine === "postgres" ? 1 : 0;
  beforeEach(async () => {
    const database = engine === "postgres" ? await freshPostgres() : undefined;
    drop = database?.drop;
    core = await aCore(database?.url);
    formation = await withCfa(core);
  });
  afterEach(async () => {
    await core.close();
    await drop?.();
  });
  const cost = async (work: () => Promise<unknown>): Promise<number> => {
    const before = core.deps.store.statementCount();
    await work();
    return core.deps.store.statementCount() - before;
  };
  const write = (id: string, champ: string, avant: string | number | null, apres: string) =>
    cost(() => writeFields(core.deps)(actor(), id, [{ champ, avant, apres }]));

  it("one field written: 12 at most, whatever the field", async () => {
    const dossier = await filled(core, formation);
    const seen = dossier.data;
    for (const [champ, apres] of [
      ["apprentiTelephone", "0612345678"],
      ["apprentiNomNaissance", "Rossi"],
      ["employeurSiret", "90000002700012"],
      ["employeurDenomination", "Une autre enseigne"],
      ["maitre1Nom", "Autre"],
      ["dateDebutExecution", "2026-10-01"],
    ] as const)
      expect([champ, await write(dossier.id, champ, (seen[champ] ?? null) as string, apres)]).toEqual([
        champ,
        expect.toSatisfy((n: number) => n <= 12 + lock),
      ]);
  });

  it("a request: 20 at most, the head invited in the same transaction", async () => {
    const dossier = await filled(core, formation);
    const n = await cost(() => requestValidation(core.deps)(actor(), dossier.id, dossier.version));
    expect(n).toBeLessThanOrEqual(20 + 2 * lock);
    const asked = await readDossier(core.deps)(actor(), dossier.id);
    const back = await moveDossier(core.deps)(actor(), "retirer", dossier.id, asked.version);
    expect(
      await cost(() => requestValidation(core.deps)(actor(), dossier.id, back.version)),
    ).toBeLessThanOrEqual(16 + lock);
  });

  it("a validation: 16 at most", async () => {
    const dossier = await requested(core, formation);
    expect(
      await cost(() => freezeDossier(core.deps)(actor(), dossier.id, dossier.version)),
    ).toBeLessThanOrEqual(16 + lock);
  });

  it("a tab validated: 12 at most; Données de base, its company invited: 24", async () => {
    const dossier = await invited(core, formation);
    await typed(core, dossier, aCompleteApprentissage());
    expect(await cost(() => validateTab(core.deps)(actor(), dossier.id, "base"))).toBeLessThanOrEqual(
      24 + 2 * lock,
    );
    expect(await cost(() => validateTab(core.deps)(actor(), dossier.id, "alternant"))).toBeLessThanOrEqual(
      12 + lock,
    );
  });
});
