import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeFields } from "../../../main/entry/write-fields.ts";
import { readDossier } from "../../../main/lists/read.ts";
import { moveDossier } from "../../../main/review/move-dossier.ts";
import { requestValidation } from "../../../main/review/request-validation.ts";
import { actor } from "../../builders/core.ts";
import { invited } from "../../builders/dossier.ts";
import { aPortalWorld, type PortalWorld } from "./fixture.ts";

let world: PortalWorld;
beforeEach(async () => {
  world = await aPortalWorld();
});
afterEach(() => world.close());

describe("what a person of the portal lists (G7)", () => {
  it("a formation head sees what changed since the last request, once it was asked again", async () => {
    const { core, dossier } = world;
    const mine = async () =>
      (await world.as("formation").dossiers.lister()).find(({ id }) => id === dossier.id)?.changeDepuis;
    const again = () => readDossier(core.deps)(actor(), dossier.id);
    await requestValidation(core.deps)(actor(), dossier.id, (await again()).version);
    expect(await mine()).toBe(false);
    await moveDossier(core.deps)(
      actor(),
      "retourner",
      dossier.id,
      (await again()).version,
      "Le SIRET est celui du siège.",
    );
    expect(await mine()).toBe(false);
    await writeFields(core.deps)(actor(), dossier.id, [
      { champ: "faitA", avant: "Marseille", apres: "Aubagne" },
    ]);
    await requestValidation(core.deps)(actor(), dossier.id, (await again()).version);
    expect(await mine()).toBe(true);
  });

  it("costs the same number of statements whatever the number of dossiers", async () => {
    const { core, formation } = world;
    const head = world.as("formation");
    const cost = async (): Promise<[rows: number, statements: number]> => {
      const before = core.deps.store.statementCount();
      const rows = await head.dossiers.lister();
      return [rows.length, core.deps.store.statementCount() - before];
    };
    const [few, statements] = await cost();
    for (let n = 0; n < 12; n++) await invited(core, formation, `nouveau${n}@example.fr`);
    expect(await cost()).toEqual([few + 12, statements]);
  });

  it("keeps the dossiers of an archived formation", async () => {
    const { core, formation } = world;
    await core.deps.store.write((tx) => tx.formations.archive(formation.id, true, formation.version));
    expect(await world.as("alternant").dossiers.lister()).toHaveLength(1);
  });
});
