import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../main/app.ts";
import { makeDemo } from "../../main/demo/ensure-demo.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";
import type { StaffClient } from "../../shared/api/staff/index.ts";
import { memoryKeychain } from "../builders/core.ts";
import { engines, freshPostgres } from "./engines.ts";

/**
 * What a screen may cost in statements on 300 dossiers, its session apart: none is in a loop. One more statement is one more round trip for every adviser on PostgreSQL.
 */
describe.each(engines)("statements a screen costs, on %s", (engine) => {
  let folder: string;
  let app: App;
  let client: StaffClient;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cactus-budget-"));
    const database = engine === "postgres" ? await freshPostgres() : undefined;
    drop = database?.drop;
    app = await createApp({
      dataDir: folder,
      databaseUrl: database?.url ?? `sqlite:${join(folder, "cactus.db")}`,
      demo: false,
      host: "node",
      version: "test",
      keychain: memoryKeychain(),
    });
    const [administrator] = await makeDemo(app.deps);
    if (!administrator) throw new Error("no account");
    const { courriel, motDePasse } = administrator;
    const { jeton } = await createRouterClient(app.router, { context: {} }).acces.connexion({
      courriel,
      motDePasse,
    });
    client = createRouterClient(app.router, { context: { jeton } }) as unknown as StaffClient;
  }, 600_000);
  afterAll(async () => {
    await app.close();
    await drop?.();
    await removeFolder(folder);
  });

  const statements = async (work: () => Promise<unknown>): Promise<number> => {
    const before = app.deps.store.statementCount();
    await work();
    return app.deps.store.statementCount() - before;
  };
  /** The session itself: its row, its account, the delay after which it ends. */
  const SESSION = 3;
  const cost = async (screen: () => Promise<unknown>): Promise<number> =>
    (await statements(screen)) - SESSION;
  const page = { tri: "modifieLe", sens: "desc", limite: 100 } as const;

  it("a list: 4", async () => {
    expect(
      await cost(() => client.dossiers.lister({ filtre: {}, ...page, avecTotaux: true })),
    ).toBeLessThanOrEqual(4);
    expect(
      await cost(() =>
        client.dossiers.lister({ filtre: { recherche: "marseille", etats: ["saisie"] }, ...page }),
      ),
    ).toBeLessThanOrEqual(4);
  });

  it("a dossier: 8", async () => {
    for (const etat of ["invite", "saisie", "demande", "valide"] as const) {
      const { lignes } = await client.dossiers.lister({ filtre: { etats: [etat] }, ...page });
      const id = lignes[0]?.id ?? "";
      expect({ etat, cost: await cost(() => client.dossiers.lire({ id })) }).toEqual({
        etat,
        cost: expect.toSatisfy((n: number) => n <= 8),
      });
    }
  });

  it("the dashboard counts what its queues hold", async () => {
    for (const { filtre, nombre } of (await client.tableau.lire()).files)
      expect((await client.dossiers.lister({ filtre, ...page, avecTotaux: true })).total).toBe(nombre);
  });

  it("the dashboard: 15; the formations: 4", async () => {
    expect(await cost(() => client.tableau.lire())).toBeLessThanOrEqual(15);
    expect(await cost(() => client.formations.lister({ archivees: false }))).toBeLessThanOrEqual(4);
  });

  it("what is new, asked all day long: 4", async () => {
    const { curseur } = await client.tableau.alertes({});
    await app.deps.store.write((tx) =>
      tx.audit.record({ acteur: "Cactus", porte: "systeme", action: "courriel.echec", phrase: "x" }),
    );
    let alertes: readonly unknown[] = [];
    expect(
      await cost(async () => {
        ({ alertes } = await client.tableau.alertes({ curseur }));
      }),
    ).toBeLessThanOrEqual(4);
    expect(alertes).toHaveLength(1);
  });
});
