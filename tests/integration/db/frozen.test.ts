import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DossierFige } from "../../../db/ports.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { engines } from "../engines.ts";
import { aFormationStore, type FormationStore } from "./repositories.fixture.ts";

describe.each(engines)("on %s", (engine) => {
  let t: FormationStore;
  beforeEach(async () => {
    t = await aFormationStore(engine);
  });
  afterEach(() => t.drop());

  describe("a frozen dossier (G20)", () => {
    it("keeps a snapshot with its SHA-256, which verification recomputes", async () => {
      const dossier = await t.freeze();
      const snapshot = await t.store.read((tx) => tx.dossiers.instantane(dossier.id));
      expect(snapshot).toMatchObject({
        numero: 1,
        empreinte: dossier.empreinte,
        contenu: { data: aCompleteApprentissage(), cfa: { uai: "0139999Y" } },
      });
      expect(dossier.empreinte).toMatch(/^[0-9a-f]{64}$/);
      expect((await t.store.verify()).filter((point) => !point.ok)).toEqual([]);
    });

    it("refuses a change of data by the repository", async () => {
      const dossier = await t.freeze();
      const data = { ...dossier.data, apprentiPrenom: "Autre" };
      await expect(
        t.store.write((tx) => tx.dossiers.update(dossier.id, { data }, dossier.version)),
      ).rejects.toThrow(DossierFige);
      await expect(
        t.store.write((tx) => tx.dossiers.update(dossier.id, { data, etat: "saisie" }, dossier.version)),
      ).rejects.toThrow(DossierFige);
    });

    it.each([
      "UPDATE dossier SET data = '{}'",
      "UPDATE dossier SET etat = 'saisie', data = '{}'",
      "UPDATE dossier SET contrat = 'professionnalisation'",
      "UPDATE dossier SET niveau_saisie = 'simple'",
      "UPDATE dossier SET dates_provisoires = 1",
      "DELETE FROM dossier",
      "UPDATE instantane SET contenu = '{}'",
      "DELETE FROM instantane",
    ])("refuses by SQL: %s", async (statement) => {
      await t.freeze();
      await expect(t.sql(statement)).rejects.toThrow(/CACTUS_FIGE/);
    });

    it.each([
      "INSERT OR REPLACE INTO dossier SELECT * FROM dossier",
      "REPLACE INTO instantane SELECT * FROM instantane",
      "REPLACE INTO audit SELECT * FROM audit",
      "UPDATE dossier SET nom = 'Autre'",
      "UPDATE dossier SET siret = ''",
      "UPDATE dossier SET empreinte = 'x'",
      "UPDATE dossier SET completude = '{}'",
      "UPDATE dossier SET etat = 'saisie', nom = 'Autre'",
      "UPDATE dossier SET reference = 'D2020-00001'",
      "TRUNCATE dossier CASCADE",
      "TRUNCATE instantane",
      "TRUNCATE audit",
    ])("has no side door: %s", async (statement) => {
      const dossier = await t.freeze();
      await t.store.write((tx) =>
        tx.audit.record({
          acteur: "Claire Maurin",
          porte: "poste",
          action: "dossier.fige",
          phrase: "a validé",
        }),
      );
      // Each engine knows one of the two tricks: the other’s is a syntax error, refused as well.
      await expect(t.sql(statement)).rejects.toThrow(/CACTUS_FIGE|CACTUS_IMMUABLE|syntax error/);
      expect(await t.store.read((tx) => tx.dossiers.byId(dossier.id))).toEqual(dossier);
      expect((await t.store.verify()).filter(({ ok }) => !ok)).toEqual([]);
    });

    it("can be reopened without touching its data, and frozen again as a second snapshot", async () => {
      const dossier = await t.freeze();
      const open = await t.store.write((tx) => tx.dossiers.unfreeze(dossier.id, dossier.version));
      expect(open).toMatchObject({ etat: "saisie", data: dossier.data });
      const changed = await t.store.write((tx) =>
        tx.dossiers.update(open.id, { data: { ...open.data, apprentiPrenom: "Anna" } }, open.version),
      );
      expect(changed.data.apprentiPrenom).toBe("Anna");
      expect((await t.store.read((tx) => tx.dossiers.instantane(open.id)))?.contenu.data.apprentiPrenom).toBe(
        "Léa",
      );
    });
  });

  it("validated economic elements do not change until reopened", async () => {
    const dossier = await t.freeze();
    const saisie = {
      annees: [
        {
          annee: 1,
          coutCentimes: 1,
          npecCentimes: 1,
          priseEnChargeCentimes: 1,
          participationCentimes: 0,
          fraisAnnexesCentimes: 0,
          resteAChargeCentimes: 0,
        },
      ],
      frais: { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 },
      majorationRqthCentimes: 0,
      resteAChargePrevu: false,
    };
    const entered = await t.store.write((tx) => tx.economies.save(dossier.id, saisie, "A", 0));
    expect(entered.etat).toBe("a_valider");
    const validated = await t.store.write((tx) => tx.economies.validate(dossier.id, "B", entered.version));
    expect(validated).toMatchObject({ etat: "validee", validePar: "B" });
    await expect(
      t.store.write((tx) =>
        tx.economies.save(dossier.id, { ...saisie, remarque: "x" }, "A", validated.version),
      ),
    ).rejects.toThrow(DossierFige);
    await expect(t.sql("UPDATE economie SET saisie = '{}'")).rejects.toThrow(/CACTUS_FIGE/);
    expect((await t.store.write((tx) => tx.economies.reopen(dossier.id, validated.version))).etat).toBe(
      "a_valider",
    );
  });

  it("history is append-only and hash-chained", async () => {
    for (const phrase of ["un", "deux", "trois"])
      await t.store.write((tx) =>
        tx.audit.record({ acteur: "Test", porte: "poste", action: "essai", phrase }),
      );
    await expect(t.sql("UPDATE audit SET phrase = 'autre'")).rejects.toThrow(/CACTUS_IMMUABLE/);
    await expect(t.sql("DELETE FROM audit")).rejects.toThrow(/CACTUS_IMMUABLE/);
    await t.sql(engine === "sqlite" ? "DROP TRIGGER audit_update" : "DROP TRIGGER audit_immuable ON audit");
    await t.sql("UPDATE audit SET phrase = 'autre' WHERE numero = 2");
    expect((await t.store.verify()).find((point) => point.point === "Historique")?.ok).toBe(false);
  });
});
