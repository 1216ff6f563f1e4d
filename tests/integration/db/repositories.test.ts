import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Dossier, DossierFige, VersionConflict } from "../../../db/ports.ts";
import type { Cfa, Formation } from "../../../shared/api/models.ts";
import { completeness } from "../../../shared/dossier/index.ts";
import type { DossierData } from "../../../shared/dossier/kernel.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { aFormation } from "../../builders/formation.ts";
import { aStore, engines, type TestStore } from "../engines.ts";

const cfa: Cfa = {
  denomination: "CFA des Deux Rives",
  siret: "90000002700012",
  uai: "0139999Y",
  adresse: { voie: "boulevard Charles-Livon", codePostal: "13007", commune: "Marseille" },
  cfaEntreprise: "non",
};
const NIR = "2030513055123";

const judgementFor = (data: DossierData) => ({
  completude: completeness({ data, mission: "facultative", form: "10103*14" }),
  bloquants: 0,
  jugement: { constats: [], faits: {} },
  jugementCle: "1|10103*14|facultative|-|-",
});

describe.each(engines)("on %s", (engine) => {
  let t: TestStore;
  let formation: Formation;
  beforeEach(async () => {
    t = await aStore(engine);
    formation = await t.store.write((tx) => tx.formations.create(aFormation()));
  });
  afterEach(() => t.drop());

  const create = (
    data: DossierData = aCompleteApprentissage(),
    courriel = "lea@example.fr",
  ): Promise<Dossier> =>
    t.store.write((tx) =>
      tx.dossiers.create({
        formationId: formation.id,
        contrat: "apprentissage",
        niveauSaisie: "complete",
        data,
        ...judgementFor(data),
        datesProvisoires: false,
        courriel,
        origine: "invitation",
      }),
    );
  const freeze = async (): Promise<Dossier> => {
    const dossier = await create();
    const asked = await t.store.write((tx) =>
      tx.dossiers.update(dossier.id, { etat: "demande" }, dossier.version),
    );
    const frame = {
      contrat: "apprentissage",
      niveauSaisie: "complete",
      mission: "facultative",
      cfa,
      formation,
    } as const;
    return (
      await t.store.write((tx) =>
        tx.dossiers.freeze(asked, frame, "Claire Maurin", "10103*14", judgementFor(asked.data)),
      )
    ).dossier;
  };

  it("gives a dossier back as it was entered, with a reference a person can say", async () => {
    const dossier = await create();
    const read = await t.store.read((tx) => tx.dossiers.byReference(dossier.reference.toLowerCase()));
    expect(read).toEqual(dossier);
    expect(dossier.reference).toBe("D2026-00001");
    expect(dossier.data).toEqual(aCompleteApprentissage());
    expect((await create(undefined, "autre@example.fr")).reference).toBe("D2026-00002");
  });

  it("refuses a write on an older version, and keeps the stored value", async () => {
    const dossier = await create();
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
          formationId: formation.id,
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
    expect((await create()).reference).toBe("D2026-00001");
  });

  describe("a frozen dossier (G20)", () => {
    it("keeps a snapshot with its SHA-256, which verification recomputes", async () => {
      const dossier = await freeze();
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
      const dossier = await freeze();
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
      await freeze();
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
      const dossier = await freeze();
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
      const dossier = await freeze();
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
    const dossier = await freeze();
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

  it("the NIR is nowhere in clear, and the same person is still found", async () => {
    const one = await create();
    const two = await create(aCompleteApprentissage({ apprentiNomNaissance: "Autre" }), "b@example.fr");
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
        await create(
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

  describe("outbox", () => {
    const add = (cle = "invitation:1") =>
      t.store.write((tx) =>
        tx.outbox.add({
          cle,
          modele: "invitation",
          params: { a: 1 },
          secret: "mot-de-passe",
          sujet: "Invitation",
          destinataire: "lea@example.fr",
        }),
      );
    const at = (s: string) => `2026-09-01T${s}.000Z`;

    it("keeps the first of two messages with the same key", async () => {
      expect((await add()).id).toBe((await add()).id);
      expect((await t.store.read((tx) => tx.outbox.counts())).due).toBe(1);
    });

    it("a lease is exclusive, comes back when abandoned, and the secret goes once sent", async () => {
      await add();
      const first = await t.store.write((tx) => tx.outbox.lease("a", at("09:00:00"), at("09:02:00"), 10));
      expect(first).toMatchObject([
        { secret: "mot-de-passe", tentatives: 1, destinataire: "lea@example.fr" },
      ]);
      expect(await t.store.write((tx) => tx.outbox.lease("b", at("09:01:00"), at("09:03:00"), 10))).toEqual(
        [],
      );
      const again = await t.store.write((tx) => tx.outbox.lease("b", at("09:05:00"), at("09:07:00"), 10));
      expect(again).toMatchObject([{ tentatives: 2, messageId: first[0]?.messageId }]);
      await t.store.write((tx) => tx.outbox.sent(first[0]?.id ?? "", at("09:06:00")));
      expect(await t.store.read((tx) => tx.outbox.counts())).toMatchObject({ sent: 1, due: 0, leased: 0 });
    });
  });

  describe("accesses", () => {
    const account = (courriel: string) =>
      t.store.write((tx) =>
        tx.comptes.create({
          famille: "portail",
          courriel,
          nom: "",
          formations: [],
          provisoire: true,
          actif: true,
        }),
      );

    it("a cancelled invitation gives no quality any more; a formation head has hers on every dossier of the formation", async () => {
      const dossier = await create();
      const lea = await account("Lea@Example.fr");
      const head = await account("claire@example.fr");
      expect((await t.store.read((tx) => tx.comptes.byCourriel("portail", "lea@example.FR")))?.id).toBe(
        lea.id,
      );
      const one = await t.store.write((tx) =>
        tx.invitations.create({
          dossierId: dossier.id,
          qualite: "alternant",
          courriel: lea.courriel,
          compteId: lea.id,
          expireLe: "2026-10-01T00:00:00.000Z",
        }),
      );
      await t.store.write((tx) =>
        tx.invitations.create({
          formationId: formation.id,
          qualite: "formation",
          courriel: head.courriel,
          compteId: head.id,
          expireLe: "2026-10-01T00:00:00.000Z",
        }),
      );
      const qualites = (id: string) => t.store.read((tx) => tx.invitations.qualitesOn(id, dossier.id));
      expect(await qualites(lea.id)).toEqual(["alternant"]);
      expect(await qualites(head.id)).toEqual(["formation"]);
      await t.store.write((tx) => tx.invitations.cancel(one.id, "2026-09-02T00:00:00.000Z"));
      expect(await qualites(lea.id)).toEqual([]);
    });

    it("a token is consumed once, even when asked twice at the same time", async () => {
      const jeton = await t.store.write((tx) =>
        tx.jetons.create(
          { usage: "mot-de-passe", courriel: "a@example.fr", expireLe: "2026-09-02T00:00:00.000Z" },
          "hash",
        ),
      );
      const results = await Promise.all(
        [1, 2, 3].map(() => t.store.write((tx) => tx.jetons.consume(jeton.id, "2026-09-01T10:00:00.000Z"))),
      );
      expect(results.filter(Boolean).length).toBe(1);
    });
  });

  it("codes lead to the formation or its variant, case and spaces forgiven", async () => {
    const found = await t.store.read((tx) => tx.formations.byCode(" f724-2 "));
    expect(found?.varianteId).toBe(formation.variantes[0]?.id);
    expect((await t.store.read((tx) => tx.formations.byCode("f724")))?.varianteId).toBeUndefined();
    expect(await t.store.read((tx) => tx.formations.byCode("F999"))).toBeUndefined();
  });

  it("files come back byte for byte under a harmless name", async () => {
    const contenu = Uint8Array.from({ length: 5000 }, (_, i) => i % 256);
    const saved = await t.store.write((tx) =>
      tx.fichiers.add({ nom: "../../é\u202evil<>.pdf", type: "application/pdf", contenu, par: "Test" }),
    );
    const read = await t.store.read((tx) => tx.fichiers.get(saved.id));
    expect(Buffer.compare(Buffer.from(read?.contenu ?? []), Buffer.from(contenu))).toBe(0);
    expect(saved.nom).not.toMatch(/[/\\<>\u202e]/);
  });

  it("two writers on the same dossiers lose no update", async () => {
    const dossier = await create();
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
