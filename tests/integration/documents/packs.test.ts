import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPackService, type PackService } from "../../../main/documents/packs.ts";
import type { Formation } from "../../../shared/api/models.ts";
import { documentTypes } from "../../../shared/workflow/index.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled, released } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";

let core: TestCore;
let formation: Formation;
let packs: PackService;
let ids: string[];
beforeEach(async () => {
  core = await aCore();
  formation = await withCfa(core);
  packs = createPackService(core.deps, core.documents);
  ids = [];
  for (const n of [0, 1, 2])
    ids.push(
      (
        await released(
          core,
          formation,
          aCompleteApprentissage({
            apprentiCourriel: `lea${n}@example.fr`,
            apprentiNomNaissance: ["Rossi", "Faubert", "Olivari"][n],
            maitre1Nom: `Maître ${"ABC"[n]}`,
          }),
        )
      ).id,
    );
});
afterEach(async () => {
  await packs.close();
  await core.close();
});
const staff = actor();
const folder = () => join(core.dataDir, "liasses");
const until = async (id: string): Promise<ReturnType<PackService["state"]>> => {
  while (packs.state(staff, id).etat === "en-cours") await new Promise((resolve) => setTimeout(resolve, 5));
  return packs.state(staff, id);
};

describe("packs (G24)", () => {
  it("are made whole, and counted as they go", async () => {
    const { id, total } = await packs.start(staff, ids, documentTypes);
    expect(total).toBe(12);
    expect(await until(id)).toMatchObject({ etat: "terminee", fait: 12, refus: [] });
    const { nom, contenu } = await packs.file(staff, id);
    expect(nom).toMatch(/3-dossiers\.zip$/);
    expect(Buffer.from(contenu).subarray(0, 2).toString()).toBe("PK");
  });

  it("stopped at any moment, leave nothing and disturb nobody", async () => {
    for (let turn = 0; turn < 36; turn++) {
      const { id } = await packs.start(staff, ids, documentTypes);
      // Before the file opens, while it opens, then while each of its documents is being written.
      const [made, steps] = [Math.floor(turn / 3), turn % 3];
      while (packs.state(staff, id).fait < made) await new Promise((resolve) => setImmediate(resolve));
      for (let step = 0; step < steps; step++) await new Promise((resolve) => setImmediate(resolve));
      expect(packs.cancel(staff, id).etat).toBe("annulee");
      await expect(packs.file(staff, id)).rejects.toMatchObject({ code: "IMPOSSIBLE" });
    }
    await packs.close();
    expect(readdirSync(folder())).toEqual([]);
  });

  it("say that the disk refuses, and the application goes on", async () => {
    writeFileSync(folder(), "a file where the folder should be");
    const { id } = await packs.start(staff, ids, documentTypes);
    expect(await until(id)).toMatchObject({
      etat: "en-echec",
      erreur: expect.stringContaining("espace libre"),
    });
  });

  it("leave out what is not ready, with the reason, and refuse when nothing is", async () => {
    const waiting = await filled(
      core,
      formation,
      aCompleteApprentissage({ apprentiCourriel: "zoe@example.fr", maitre1Nom: "Autre" }),
    );
    const { id, refus } = await packs.start(staff, [...ids, waiting.id], ["cerfa"]);
    expect(refus).toMatchObject([{ reference: waiting.reference }]);
    expect((await until(id)).etat).toBe("terminee");
    await expect(packs.start(staff, [waiting.id], ["cerfa"])).rejects.toMatchObject({ code: "IMPOSSIBLE" });
  });

  it("belong to who asked for them", async () => {
    const { id } = await packs.start({ ...staff, compteId: "a" }, ids, ["cerfa"]);
    expect(() => packs.state({ ...staff, compteId: "b" }, id)).toThrow("introuvable");
    expect(() => packs.cancel({ ...staff, compteId: "b" }, id)).toThrow("introuvable");
  });
});
