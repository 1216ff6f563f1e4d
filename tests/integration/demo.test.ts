import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDemo } from "../../main/demo/ensure-demo.ts";
import { portalUrl } from "../../main/dossier/portal-address.ts";
import type { DossierLigne } from "../../shared/api/models.ts";
import { aCore, type TestCore } from "../builders/core.ts";

/** The demonstration is what newcomers judge the product by: whole, in every state, and beyond reproach. */
let core: TestCore;
let lignes: DossierLigne[];
/** Another demonstration’s portal, on the port that this one would take. */
const neighbour = createServer();
beforeAll(async () => {
  await new Promise<void>((resolve) => neighbour.listen(0, "127.0.0.1", resolve));
  const { port } = neighbour.address() as AddressInfo;
  core = await aCore();
  await core.deps.store.write((tx) => tx.reglages.set("portail", { port }));
  core.setNow("2026-11-20T10:00:00.000Z");
  await makeDemo(core.deps);
  lignes = [];
  let curseur: string | undefined;
  do {
    const page = await core.deps.store.read((tx) =>
      tx.dossiers.list({}, { tri: "reference", sens: "asc", limite: 100, ...(curseur ? { curseur } : {}) }),
    );
    lignes.push(...page.lignes);
    curseur = page.suite;
  } while (curseur);
}, 120_000);
afterAll(async () => {
  neighbour.close();
  await core.close();
});

const count = (by: (ligne: DossierLigne) => string): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const ligne of lignes) out[by(ligne)] = (out[by(ligne)] ?? 0) + 1;
  return out;
};

describe("the demonstration CFA", () => {
  it("has 300 dossiers in every state, of both contracts and both levels of entry", () => {
    expect(count(({ etat }) => etat)).toEqual({
      invite: 34,
      saisie: 114,
      demande: 30,
      valide: 116,
      abandonne: 6,
    });
    expect(count(({ economie }) => economie)).toMatchObject({ a_valider: 22, validee: 56 });
    expect(count(({ contrat }) => contrat).professionnalisation).toBeGreaterThan(20);
    expect(count(({ niveauSaisie }) => niveauSaisie).simple).toBe(10);
  });

  it("has no value that the schema would refuse", async () => {
    for (const { id, reference } of lignes) {
      const dossier = await core.deps.store.read((tx) => tx.dossiers.byId(id));
      const invalides = dossier?.completude.onglets.flatMap((onglet) => onglet.invalides) ?? [];
      expect({ reference, invalides }).toEqual({ reference, invalides: [] });
    }
  });

  it("has only complete dossiers without blocking findings past the request", async () => {
    for (const ligne of lignes.filter(({ etat }) => etat === "demande" || etat === "valide")) {
      const dossier = await core.deps.store.read((tx) => tx.dossiers.byId(ligne.id));
      expect(dossier).toMatchObject({
        reference: ligne.reference,
        bloquants: 0,
        completude: { complet: true },
      });
    }
  });

  it("happened over weeks, in order, and is sound", async () => {
    const waits = new Set(
      await Promise.all(
        lignes
          .filter(({ etat }) => etat === "demande")
          .map(async ({ id }) =>
            (await core.deps.store.read((tx) => tx.dossiers.byId(id)))?.etatDepuis.slice(0, 10),
          ),
      ),
    );
    expect(waits.size).toBeGreaterThan(8);
    const { lignes: journal } = await core.deps.store.read((tx) => tx.audit.recent({ limite: 100 }));
    const instants = journal.map(({ le }) => le);
    expect(instants).toEqual([...instants].sort().reverse());
    expect((await core.deps.store.verify()).filter(({ ok }) => !ok)).toEqual([]);
  });

  it("leads its first mails to its own portal, not to the one of a neighbour", async () => {
    const { url, mails } = await core.deps.store.write(async (tx) => ({
      url: await portalUrl(tx),
      mails: await tx.outbox.lease("test", "2100-01-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z", 1000),
    }));
    expect(Number(new URL(url).port)).toBeGreaterThan((neighbour.address() as AddressInfo).port);
    const links = mails.flatMap(({ params }) => (typeof params.url === "string" ? [params.url] : []));
    expect(links.length).toBeGreaterThan(30);
    expect(new Set(links)).toEqual(new Set([url]));
  });

  it("has at least twelve formations with variants, and staff of each role", async () => {
    const formations = await core.deps.store.read((tx) => tx.formations.list());
    expect(formations.length).toBeGreaterThanOrEqual(12);
    expect(formations.flatMap(({ variantes }) => variantes.map(({ code }) => code))).toContain("F724-2");
    const comptes = await makeDemo(core.deps);
    expect(comptes.map(({ role }) => role)).toEqual([
      "administrateur",
      "conseiller",
      "secretaire",
      "exporteur",
    ]);
  });
});
