import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AppSettings, type Core, createCore } from "../../main/app.ts";
import type { Actor, Keychain } from "../../main/deps.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";
import type { Formation, FormationSaisie } from "../../shared/api/models.ts";
import type { StaffRole } from "../../shared/workflow/index.ts";
import { aFormation } from "./formation.ts";

/** Secrets of a test workstation, in memory. */
export const memoryKeychain = (): Keychain => {
  const secrets = new Map<string, string>();
  return {
    protection: "en mémoire (test)",
    get: async (name) => secrets.get(name),
    set: async (name, value) => {
      if (value === undefined) secrets.delete(name);
      else secrets.set(name, value);
    },
  };
};

export const actor = (role: StaffRole = "administrateur", formations: readonly string[] = []): Actor => ({
  nom: `Test ${role}`,
  role,
  porte: "poste",
  formations,
});

export interface TestCore extends Core {
  readonly dataDir: string;
  /** Moves the application’s clock. */
  setNow(instant: string): void;
}

/** The real application core on a database of its own (a temporary SQLite file unless a URL is given). */
export const aCore = async (
  databaseUrl?: string,
): Promise<
  TestCore & {
    /** What it was made with: another part of the application can be opened on the same data. */
    readonly settings: AppSettings;
  }
> => {
  const dataDir = await mkdtemp(join(tmpdir(), "cactus-test-"));
  let now = new Date("2026-08-20T09:00:00.000Z");
  const settings: AppSettings = {
    dataDir,
    databaseUrl: databaseUrl ?? `sqlite:${join(dataDir, "cactus.db")}`,
    demo: false,
    host: "cli",
    version: "test",
    keychain: memoryKeychain(),
    now: () => now,
  };
  const core = await createCore(settings);
  return {
    ...core,
    settings,
    dataDir,
    setNow: (instant) => {
      now = new Date(instant);
    },
    close: async () => {
      await core.close();
      await removeFolder(dataDir);
    },
  };
};

/** The CFA of `aCompleteApprentissage`, with one formation. */
export const withCfa = async (core: TestCore, overrides: Partial<FormationSaisie> = {}): Promise<Formation> =>
  core.deps.store.write(async (tx) => {
    await tx.reglages.set("cfa", {
      denomination: "CFA des Deux Rives",
      siret: "90000002700012",
      uai: "0139999Y",
      numeroDeclaration: "93139999913",
      adresse: { numero: "58", voie: "boulevard Charles-Livon", codePostal: "13007", commune: "Marseille" },
      representant: "Agnès Morel, directrice",
      cfaEntreprise: "non",
    });
    return tx.formations.create(aFormation(overrides));
  });
