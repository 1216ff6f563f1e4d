import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Core, createCore } from "../../main/app.ts";
import type { Actor, Keychain } from "../../main/deps.ts";
import type { Formation, FormationSaisie } from "../../shared/api/models.ts";
import type { StaffRole } from "../../shared/workflow/index.ts";

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
export const aCore = async (databaseUrl?: string): Promise<TestCore> => {
  const dataDir = await mkdtemp(join(tmpdir(), "cactus-test-"));
  let now = new Date("2026-08-20T09:00:00.000Z");
  const core = await createCore({
    dataDir,
    databaseUrl: databaseUrl ?? `sqlite:${join(dataDir, "cactus.db")}`,
    demo: false,
    host: "cli",
    version: "test",
    keychain: memoryKeychain(),
    now: () => now,
  });
  return {
    ...core,
    dataDir,
    setNow: (instant) => {
      now = new Date(instant);
    },
    close: async () => {
      await core.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** A formation as a secretary would enter it; a test says only what differs. */
export const aFormation = (overrides: Partial<FormationSaisie> = {}): FormationSaisie => ({
  titre: "Master Contrôle de gestion",
  diplome: "73",
  diplomePro: "11",
  niveau: 7,
  intituleDiplome: "Master Contrôle de gestion et audit organisationnel",
  licencePro: false,
  codeDiplome: "13531545",
  rncp: "35916",
  specialiteNsf: "310",
  dateDebut: "2026-09-01",
  dateFin: "2028-08-31",
  dateFinEpreuves: "2028-07-07",
  heures: 840,
  heuresDistance: 60,
  lieu: { estCfa: true },
  responsable: { nom: "Claire Maurin", courriel: "claire.maurin@universite.example.fr" },
  code: "F724",
  codeOuvert: true,
  variantes: [
    {
      libelle: "Deuxième année",
      code: "F724-2",
      ouvert: true,
      dateDebut: "2026-09-01",
      dateFin: "2027-08-31",
    },
  ],
  modeValidation: "formation",
  mission: "facultative",
  calendrier: {
    mode: "donnees",
    donnees: { periodes: [{ du: "2026-09-07", au: "2026-09-18", type: "centre", libelle: "Rentrée" }] },
  },
  programme: {
    mode: "donnees",
    donnees: {
      objectifs: "Piloter la performance.",
      modules: [{ titre: "Contrôle budgétaire", heures: 120 }],
    },
  },
  coutAnnuelCentimes: 8_500_00,
  npecCentimes: 8_200_00,
  ...overrides,
});

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
