import { join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DossierFige } from "../../../db/ports.ts";
import { saveSmic } from "../../../main/admin/settings.ts";
import { open } from "../../../main/dossier/open.ts";
import { verifyJudgements } from "../../../main/dossier/verify-judgements.ts";
import { writeFields } from "../../../main/entry/write-fields.ts";
import { updateFormation } from "../../../main/formations/save-formation.ts";
import { listMine } from "../../../main/lists/my-dossiers.ts";
import { listDossiers, readDossier } from "../../../main/lists/read.ts";
import { moveDossier } from "../../../main/review/move-dossier.ts";
import { requestValidation } from "../../../main/review/request-validation.ts";
import type { DossierVue, Formation } from "../../../shared/api/models.ts";
import { missingIn } from "../../../shared/api/models.ts";
import type { DossierData, ModeMission } from "../../../shared/dossier/kernel.ts";
import { RULES_VERSION, smicTable } from "../../../shared/rules/index.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled, frozen, typed } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { engines, freshPostgres } from "../engines.ts";

let core: TestCore;
let formation: Formation;
let drop: (() => Promise<void>) | undefined;
const start = async (engine: "sqlite" | "postgres") => {
  const database = engine === "postgres" ? await freshPostgres() : undefined;
  drop = database?.drop;
  core = await aCore(database?.url);
  formation = await withCfa(core);
};
afterEach(async () => {
  await core.close();
  await drop?.();
  drop = undefined;
});

const list = async () =>
  await listDossiers(core.deps)(actor(), {
    filtre: {},
    tri: "reference",
    sens: "asc",
    limite: 50,
    avecTotaux: true,
  });
const rowOf = async (id: string) => (await list()).lignes.find((row) => row.id === id);
const read = (id: string): Promise<DossierVue> => readDossier(core.deps)(actor(), id);
/** What the server answers to « Demande de validation », asked for real and taken back. */
const accepts = async (id: string): Promise<boolean> => {
  const { version } = await read(id);
  try {
    const asked = await requestValidation(core.deps)(actor(), id, version);
    await moveDossier(core.deps)(actor(), "retirer", id, asked.version);
    return true;
  } catch {
    return false;
  }
};
const mission = async (mode: ModeMission) => {
  formation = await updateFormation(core.deps)(actor(), formation.id, formation.version, {
    ...formation,
    mission: mode,
  });
};
const withoutMission = (): DossierData => {
  const { missionDescription: _gone, ...data } = aCompleteApprentissage() as Record<string, never>;
  return Object.fromEntries(Object.entries(data).filter(([id]) => !id.startsWith("mission")));
};
/** List, screen and server: one judgement. */
const agree = async (id: string): Promise<void> => {
  const row = await rowOf(id);
  const vue = await read(id);
  expect({ complet: row?.complet, manquants: row?.manquants, bloquants: row?.bloquants }).toEqual({
    complet: vue.completude.complet,
    manquants: missingIn(vue.completude),
    bloquants: vue.constats.filter((one) => one.gravite === "bloquant").length,
  });
  const offered = vue.decisions.find((one) => one.action === "demander")?.permis ?? false;
  if (vue.etat === "saisie") expect(await accepts(id), `offered ${offered}`).toBe(offered);
};

describe.each(engines)("stored judgements on %s", (engine) => {
  beforeEach(() => start(engine));

  it("a formation that no longer asks for the mission: list, screen and server say complete at once", async () => {
    await mission("obligatoire");
    const dossier = await filled(core, formation, withoutMission());
    expect(await rowOf(dossier.id)).toMatchObject({ complet: false });
    await mission("facultative");
    const row = await rowOf(dossier.id);
    expect(row).toMatchObject({ complet: true, bloquants: 0 });
    expect((await list()).facettes?.complets).toBe(1);
    await agree(dossier.id);
    expect(await accepts(dossier.id)).toBe(true);
  });

  it("a SMIC table saved is what the list, the screen and the server judge by", async () => {
    const dossier = await filled(core, formation);
    expect(await rowOf(dossier.id)).toMatchObject({ bloquants: 0 });
    const [first] = smicTable;
    await saveSmic(core.deps)(actor(), [
      { depuis: first?.depuis ?? "2020-01-01", horaireCentimes: 3000, mensuelCentimes: 455_000 },
    ]);
    expect((await rowOf(dossier.id))?.bloquants).toBeGreaterThan(0);
    await agree(dossier.id);
  });

  it("the day alone: a birth date to come is refused until it has come", async () => {
    const dossier = await filled(core, formation);
    await typed(core, await read(dossier.id), {
      apprentiDateNaissance: "2026-08-25",
      dateDebutExecution: "2026-09-01",
    });
    const toCome = async () =>
      (await read(dossier.id)).constats.some((one) => one.message.includes("n’est pas dans le passé"));
    expect(await toCome()).toBe(true);
    core.setNow("2026-08-25T09:00:00.000Z");
    expect(await toCome()).toBe(true);
    core.setNow("2026-08-26T09:00:00.000Z");
    expect(await toCome()).toBe(false);
    await agree(dossier.id);
  });

  it("another dossier: the same maître, the same company elsewhere are seen at once", async () => {
    const dossier = await filled(core, formation);
    const count = async () => (await read(dossier.id)).constats.length;
    const alone = await count();
    const twin = await filled(
      core,
      formation,
      aCompleteApprentissage({
        apprentiCourriel: "zoe@example.fr",
        apprentiNomNaissance: "Rossi",
        apprentiPrenom: "Zoé",
        apprentiNir: undefined,
        employeurDenomination: "Une autre enseigne",
      }),
    );
    expect(await count()).toBeGreaterThan(alone);
    await moveDossier(core.deps)(actor(), "abandonner", twin.id, (await read(twin.id)).version, "essai");
    expect(await count()).toBe(alone);
    expect((await verifyJudgements(core.deps)).ok).toBe(true);
  });

  it("a frozen dossier keeps the judgement of its freezing, and the database refuses another", async () => {
    const dossier = await frozen(core, formation);
    const before = await read(dossier.id);
    const [first] = smicTable;
    await saveSmic(core.deps)(actor(), [
      { depuis: first?.depuis ?? "2020-01-01", horaireCentimes: 3000, mensuelCentimes: 455_000 },
    ]);
    core.setNow("2031-01-01T09:00:00.000Z");
    expect((await read(dossier.id)).constats).toEqual(before.constats);
    expect(await rowOf(dossier.id)).toMatchObject({ complet: true, bloquants: 0 });
    await expect(
      core.deps.store.write(async (tx) => {
        const opened = await open(core.deps, tx, actor(), dossier.id);
        return tx.dossiers.update(
          dossier.id,
          { jugement: { constats: [], faits: { memePersonne: ["D2000-00001"] } } },
          opened.dossier.version,
        );
      }),
    ).rejects.toThrow(DossierFige);
  });

  it("judgements of another version of the rules are made again, in small transactions, without a version moving", async () => {
    const dossier = await filled(core, formation);
    const { version, modifieLe } = await read(dossier.id);
    await core.deps.store.write(async (tx) => {
      const stored = await tx.dossiers.byId(dossier.id);
      if (!stored?.jugement) throw new Error("no judgement");
      await tx.dossiers.judge(
        dossier.id,
        {
          completude: { complet: false, onglets: [] },
          bloquants: 9,
          jugement: stored.jugement,
          jugementCle: stored.jugementCle.replace(`${RULES_VERSION}|`, "0|"),
        },
        version,
      );
    });
    expect(await core.judgements.pass()).toBe(1);
    expect(await core.judgements.pass()).toBe(0);
    expect(await rowOf(dossier.id)).toMatchObject({ complet: true, bloquants: 0, modifieLe });
    expect((await read(dossier.id)).version).toBe(version);
  });

  it("« Vérifier » names a stored judgement that differs", async () => {
    const dossier = await filled(core, formation);
    expect(await verifyJudgements(core.deps)).toMatchObject({ ok: true });
    await core.deps.store.write(async (tx) => {
      const stored = await tx.dossiers.byId(dossier.id);
      if (!stored?.jugement) throw new Error("no judgement");
      const { completude, jugement, jugementCle } = stored;
      await tx.dossiers.judge(
        dossier.id,
        { completude, bloquants: 7, jugement, jugementCle },
        stored.version,
      );
    });
    const point = await verifyJudgements(core.deps);
    expect(point).toMatchObject({ ok: false });
    expect(point.detail).toContain(dossier.reference);
  });

  it("a portal person’s list says what the screen says", async () => {
    const dossier = await filled(core, formation, withoutMission());
    await mission("obligatoire");
    const { courriel } = await read(dossier.id);
    const compte = await core.deps.store.read((tx) => tx.comptes.byCourriel("portail", courriel));
    const [row] = await listMine(core.deps)(compte?.id ?? "");
    expect(row).toMatchObject({ complet: false, phrase: "Le dossier est à compléter." });
    expect((await read(dossier.id)).prochaineEtape.phrase).toBe(row?.phrase);
  });
});

describe("a base of a version that kept no judgement", () => {
  beforeEach(() => start("sqlite"));

  it("receives them in the background: the living ones by today’s rules, the frozen ones once, of what was frozen", async () => {
    const old = await frozen(core, formation);
    const { constats } = await read(old.id);
    const base = new Database(join(core.dataDir, "cactus.db"));
    const guard = base.prepare("SELECT sql FROM sqlite_master WHERE name = 'dossier_fige'").pluck().get();
    base.exec("DROP TRIGGER dossier_fige; UPDATE dossier SET jugement = NULL, jugement_cle = ''");
    base.exec(String(guard));
    base.close();
    expect((await read(old.id)).constats).toEqual(constats);
    expect(await core.judgements.pass()).toBe(1);
    const stored = await core.deps.store.read((tx) => tx.dossiers.byId(old.id));
    expect(stored?.jugement?.constats.map((one) => one.regle)).toEqual(constats.map((one) => one.regle));
    expect(await core.judgements.pass()).toBe(0);
  });
});

describe("whatever happens, in whatever order", () => {
  beforeEach(() => start("sqlite"));

  it("list, screen and server agree, and no stored judgement differs from a fresh one", async () => {
    const complete = aCompleteApprentissage();
    const ids = [
      (await filled(core, formation, complete)).id,
      (
        await filled(
          core,
          formation,
          aCompleteApprentissage({
            apprentiCourriel: "zoe@example.fr",
            apprentiNomNaissance: "Rossi",
            apprentiPrenom: "Zoé",
            apprentiNir: undefined,
          }),
        )
      ).id,
    ];
    const fields = [
      "apprentiNomNaissance",
      "apprentiDateNaissance",
      "apprentiTelephone",
      "employeurDenomination",
      "employeurSiret",
      "dateDebutExecution",
      "maitre1Nom",
      "salaireBrutMensuel",
      "missionDescription",
      "diplomeVise",
    ];
    const step = fc.oneof(
      fc.record({
        sort: fc.constant("write" as const),
        who: fc.constantFrom(0, 1),
        champ: fc.constantFrom(...fields),
        restore: fc.boolean(),
      }),
      fc.record({
        sort: fc.constant("mission" as const),
        mode: fc.constantFrom<ModeMission>("masquee", "facultative", "obligatoire"),
      }),
      fc.record({ sort: fc.constant("smic" as const), horaire: fc.constantFrom(1100, 1202, 3000) }),
      fc.record({ sort: fc.constant("day" as const), days: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ sort: fc.constant("abandon" as const), who: fc.constantFrom(0, 1) }),
    );
    const otherValue: Readonly<Record<string, string | number>> = {
      apprentiNomNaissance: "Rossi",
      apprentiDateNaissance: "2027-03-01",
      employeurDenomination: "Une autre enseigne",
    };
    let clock = new Date("2026-08-20T09:00:00.000Z").getTime();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        for (const one of steps) {
          if (one.sort === "mission") await mission(one.mode);
          else if (one.sort === "day") {
            clock += one.days * 86_400_000;
            core.setNow(new Date(clock).toISOString());
          } else if (one.sort === "smic")
            await saveSmic(core.deps)(actor(), [
              { depuis: "2020-01-01", horaireCentimes: one.horaire, mensuelCentimes: one.horaire * 152 },
            ]);
          else {
            const id = ids[one.who] as string;
            const vue = await read(id);
            if (one.sort === "abandon")
              await moveDossier(core.deps)(
                actor(),
                vue.etat === "abandonne" ? "reprendre" : "abandonner",
                id,
                vue.version,
                "essai",
              );
            else if (vue.etat !== "abandonne")
              await writeFields(core.deps)(actor(), id, [
                {
                  champ: one.champ,
                  avant: vue.data[one.champ] ?? null,
                  apres: one.restore ? (complete[one.champ] ?? null) : (otherValue[one.champ] ?? null),
                },
              ]);
          }
          for (const id of ids) await agree(id);
          expect(await verifyJudgements(core.deps)).toMatchObject({ ok: true });
        }
      }),
      { numRuns: 25 },
    );
  });
});
