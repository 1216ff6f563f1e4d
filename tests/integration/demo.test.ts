import { readdir, readFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Dossier } from "../../db/ports.ts";
import { makeDemo } from "../../main/demo/ensure-demo.ts";
import { asStored, circumstances, contextOf, crossFacts, judge, liveForm } from "../../main/dossier/judge.ts";
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
}, 600_000);
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

  /** Judged now from what is stored, as if nothing had been judged before. */
  const judgedAgain = (dossier: Dossier) =>
    core.deps.store.read(async (tx) => {
      const now = await circumstances(tx, core.deps.now());
      const frozen = dossier.etat === "valide" ? await tx.dossiers.instantane(dossier.id) : undefined;
      const formation = await tx.formations.byId(dossier.formationId);
      if (!formation) throw new Error("no formation");
      const ctx = frozen
        ? contextOf(frozen.contenu.data, frozen.contenu, frozen.form)
        : contextOf(dossier.data, formation, liveForm(dossier.data, now.today));
      return asStored(judge(ctx, now, await crossFacts(tx, ctx, dossier.id)));
    });
  const dossiersOf = async (keep: (ligne: DossierLigne) => boolean): Promise<readonly Dossier[]> =>
    core.deps.store.read((tx) => tx.dossiers.byIds(lignes.filter(keep).map(({ id }) => id)));

  it("holds no « valide » dossier that is incomplete or blocked, as judged then and as judged now", async () => {
    const valides = await dossiersOf(({ etat }) => etat === "valide");
    expect(valides).toHaveLength(116);
    for (const dossier of valides) {
      const { reference, completude, bloquants } = dossier;
      const now = await judgedAgain(dossier);
      const sound = { reference, complet: true, bloquants: 0 };
      expect({ reference, complet: completude.complet, bloquants }).toEqual(sound);
      expect({ reference, complet: now.completude.complet, bloquants: now.bloquants }).toEqual(sound);
    }
  });

  it("stores for every living dossier the judgement that would be made now", async () => {
    const vivants = await dossiersOf(({ etat }) => etat !== "valide");
    expect(vivants).toHaveLength(184);
    for (const dossier of vivants) {
      const { completude, bloquants, jugement, jugementCle } = dossier;
      expect({ completude, bloquants, jugement, jugementCle }).toEqual(await judgedAgain(dossier));
    }
  });

  it("was made by people: each dossier’s history says who did what, and nothing by the system", async () => {
    const { lignes: economies } = await core.deps.store.read((tx) =>
      tx.dossiers.list({ economie: ["validee"] }, { tri: "reference", sens: "asc", limite: 1 }),
    );
    const { lignes: histoire } = await core.deps.store.read((tx) =>
      tx.audit.ofDossier(economies[0]?.id ?? "", { limite: 50 }),
    );
    const actions = histoire.map(({ action }) => action).reverse();
    expect(actions).toEqual(
      expect.arrayContaining([
        "dossier.cree",
        "invitation.envoyee",
        "dossier.ecrit",
        "dossier.onglet-valide",
        "dossier.demande",
        "dossier.fige",
        "economie.saisie",
        "economie.validee",
      ]),
    );
    expect(new Set(histoire.map(({ porte }) => porte))).toEqual(new Set(["poste", "portail"]));
  });

  it("sends now only the invitations still to be followed; what the past sent has left", async () => {
    const counts = await core.deps.store.read((tx) => tx.outbox.counts());
    expect(counts).toMatchObject({ due: 34, leased: 0, failed: 0, uncertain: 0 });
    expect(counts.sent).toBeGreaterThan(600);
    const invites = await dossiersOf(({ etat }) => etat === "invite");
    for (const { id, courriel } of invites) {
      const { lignes: mails } = await core.deps.store.read((tx) =>
        tx.outbox.list({ dossierId: id }, { limite: 10 }),
      );
      expect(mails).toMatchObject([{ destinataire: courriel, statut: "due" }]);
    }
    const instant = core.deps.now().toISOString();
    const [mail] = await core.deps.store.write((tx) => tx.outbox.lease("test", instant, instant, 1));
    const compte = await core.deps.store.read((tx) =>
      tx.comptes.byCourriel("portail", mail?.destinataire ?? ""),
    );
    expect(await core.deps.passwords.verify(compte?.motDePasse, mail?.secret ?? "")).toBe(true);
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

describe("the way it is made", () => {
  const sources = async (): Promise<{ name: string; text: string }[]> => {
    const folder = new URL("../../main/demo/", import.meta.url);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".ts"));
    return Promise.all(
      names.map(async (name) => ({ name, text: await readFile(new URL(name, folder), "utf8") })),
    );
  };

  it("writes no dossier and no history around the use cases", async () => {
    const around =
      /\.\s*dossiers\s*\.\s*(create|update|freeze|unfreeze|judge)\b|\.\s*economies\s*\.\s*(save|validate|reopen)\b|\.\s*formations\s*\.\s*(create|update)\b|\.\s*invitations\s*\.\s*create\b|\.\s*audit\s*\.\s*record\b/;
    const files = await sources();
    expect(files.length).toBeGreaterThan(8);
    for (const { name, text } of files)
      expect({ name, found: around.exec(text)?.[0] }).toEqual({ name, found: undefined });
  });

  it("stops, naming the field, rather than show as whole a dossier that is not", async () => {
    const manque = "employeurEffectif";
    vi.resetModules();
    vi.doMock("../../main/demo/dossier-data.ts", async (original) => {
      const real = await original<typeof import("../../main/demo/dossier-data.ts")>();
      return {
        ...real,
        fullData: (...given: Parameters<typeof real.fullData>) =>
          Object.fromEntries(Object.entries(real.fullData(...given)).filter(([champ]) => champ !== manque)),
      };
    });
    const other = await aCore();
    other.setNow("2026-11-20T10:00:00.000Z");
    try {
      const demo = await import("../../main/demo/ensure-demo.ts");
      await expect(demo.makeDemo(other.deps)).rejects.toThrow(new RegExp(`incomplete: ${manque}$`));
    } finally {
      vi.doUnmock("../../main/demo/dossier-data.ts");
      await other.close();
    }
  }, 300_000);
});
