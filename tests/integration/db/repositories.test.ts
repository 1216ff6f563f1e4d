import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../engines.ts";
import { aFormationStore, type FormationStore } from "./repositories.fixture.ts";

describe.each(engines)("on %s", (engine) => {
  let t: FormationStore;
  beforeEach(async () => {
    t = await aFormationStore(engine);
  });
  afterEach(() => t.drop());

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
      const dossier = await t.create();
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
          formationId: t.formation.id,
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
    expect(found?.varianteId).toBe(t.formation.variantes[0]?.id);
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
});
