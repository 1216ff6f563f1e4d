import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VersionConflict } from "../../../db/ports.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { engines } from "../engines.ts";
import { aFormationStore, type FormationStore, judgementFor } from "./repositories.fixture.ts";

const NIR = "2030513055123";

describe.each(engines)("on %s", (engine) => {
  let t: FormationStore;
  beforeEach(async () => {
    t = await aFormationStore(engine);
  });
  afterEach(() => t.drop());

  it("gives a dossier back as it was entered, with a reference a person can say", async () => {
    const dossier = await t.create();
    const read = await t.store.read((tx) => tx.dossiers.byReference(dossier.reference.toLowerCase()));
    expect(read).toEqual(dossier);
    expect(dossier.reference).toBe("D2026-00001");
    expect(dossier.data).toEqual(aCompleteApprentissage());
    expect((await t.create(undefined, "autre@example.fr")).reference).toBe("D2026-00002");
  });

  it("refuses a write on an older version, and keeps the stored value", async () => {
    const dossier = await t.create();
    await t.store.write((tx) => tx.dossiers.update(dossier.id, { bloquants: 2 }, 1));
    await expect(t.store.write((tx) => tx.dossiers.update(dossier.id, { bloquants: 9 }, 1))).rejects.toThrow(
      VersionConflict,
    );
    expect((await t.store.read((tx) => tx.dossiers.byId(dossier.id)))?.bloquants).toBe(2);
  });

  it("a failed transaction leaves nothing: no data, no audit, no mail, no reference used", async () => {
    await expect(
      t.store.write(async (tx) => {
        const data = aCompleteApprentissage();
        await tx.dossiers.create({
          formationId: t.formation.id,
          contrat: "apprentissage",
          niveauSaisie: "complete",
          data,
          ...judgementFor(data),
          datesProvisoires: false,
          courriel: "x@example.fr",
          origine: "invitation",
        });
        await tx.audit.record({ acteur: "Test", porte: "poste", action: "essai", phrase: "essai" });
        await tx.outbox.add({ cle: "k", modele: "m", params: {}, sujet: "s", destinataire: "x@example.fr" });
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
    await t.store.read(async (tx) => {
      expect((await tx.audit.recent({ limite: 10 })).lignes).toEqual([]);
      expect(await tx.dossiers.count({})).toBe(0);
      expect((await tx.outbox.counts()).due).toBe(0);
    });
    expect((await t.create()).reference).toBe("D2026-00001");
  });

  it("the NIR is nowhere in clear, and the same person is still found", async () => {
    const one = await t.create();
    const two = await t.create(aCompleteApprentissage({ apprentiNomNaissance: "Autre" }), "b@example.fr");
    const twins = await t.store.read((tx) => tx.dossiers.memePersonne({ nir: NIR }, one.id));
    expect(twins.map((row) => row.id)).toEqual([two.id]);
    expect(
      (
        await t.store.read((tx) =>
          tx.dossiers.list({ recherche: NIR }, { tri: "nom", sens: "asc", limite: 10 }),
        )
      ).lignes,
    ).toEqual([]);
  });

  describe("lists", () => {
    const names = [
      "Éloïse Ábel",
      "Noël Œuvrard",
      "Zoé d'Ornano",
      "Jean-Luc Martin",
      "Anna MARTIN",
      "Çelik Özgür",
    ];
    beforeEach(async () => {
      for (const [index, name] of names.entries()) {
        const [prenom, ...nom] = name.split(" ");
        await t.create(
          aCompleteApprentissage({
            apprentiPrenom: prenom,
            apprentiNomNaissance: nom.join(" "),
            dateDebutExecution: `2026-09-0${(index % 3) + 1}`,
          }),
          `p${index}@example.fr`,
        );
      }
    });

    it.each([
      ["martin", 2],
      ["MARTIN jean", 1],
      ["abel", 1],
      ["oeuvrard", 1],
      ["ornano", 1],
      ["ozgur celik", 1],
      ["master contr", 6],
      ["F724", 6],
      ["d2026-00003", 1],
      ["artin", 0],
      ["p3@example.fr", 1],
      ["calanques", 6],
      ["' OR 1=1 --", 0],
      ['"*', 0],
    ])("searching %s finds %i", async (recherche, expected) => {
      const page = await t.store.read((tx) =>
        tx.dossiers.list({ recherche }, { tri: "nom", sens: "asc", limite: 50 }),
      );
      expect(page.lignes.length).toBe(expected);
      expect(await t.store.read((tx) => tx.dossiers.count({ recherche }))).toBe(expected);
    });

    it.each(["modifieLe", "nom", "dateDebut", "reference"] as const)(
      "pages by %s without skipping or repeating, both ways",
      async (tri) => {
        for (const sens of ["asc", "desc"] as const) {
          const seen: string[] = [];
          let curseur: string | undefined;
          do {
            const page = await t.store.read((tx) => tx.dossiers.list({}, { tri, sens, limite: 2, curseur }));
            seen.push(...page.lignes.map((row) => row.id));
            curseur = page.suite;
          } while (curseur);
          const whole = await t.store.read((tx) => tx.dossiers.list({}, { tri, sens, limite: 50 }));
          expect(seen).toEqual(whole.lignes.map((row) => row.id));
          expect(new Set(seen).size).toBe(names.length);
        }
      },
    );

    it("keeps to its statement budget: a list with totals in at most 4", async () => {
      const before = t.store.statementCount();
      await t.store.read(async (tx) => {
        await tx.dossiers.list({ etats: ["invite"] }, { tri: "modifieLe", sens: "desc", limite: 50 });
        await tx.dossiers.count({ etats: ["invite"] });
        await tx.dossiers.facettes({});
      });
      expect(t.store.statementCount() - before).toBeLessThanOrEqual(engine === "sqlite" ? 3 : 6);
    });

    it("counts states in one statement", async () => {
      const facettes = await t.store.read((tx) => tx.dossiers.facettes({}));
      expect(facettes.etats.invite).toBe(names.length);
      expect(facettes.complets).toBe(names.length);
    });
  });

  it("two writers on the same dossiers lose no update", async () => {
    const dossier = await t.create();
    let accepted = 0;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const seen = (await t.store.read((tx) => tx.dossiers.byId(dossier.id)))?.version ?? 0;
        await t.store
          .write((tx) => tx.dossiers.update(dossier.id, { bloquants: seen }, seen))
          .then(() => {
            accepted += 1;
          })
          .catch((error: unknown) => expect(error).toBeInstanceOf(VersionConflict));
      }),
    );
    expect((await t.store.read((tx) => tx.dossiers.byId(dossier.id)))?.version).toBe(1 + accepted);
  });
});
