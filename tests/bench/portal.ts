import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSession } from "../../main/access/session.ts";
import { createCore } from "../../main/app.ts";
import { servePortal } from "../../main/hosts/portal/server.ts";
import { buildRenderer } from "../../scripts/build.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";
import { memoryKeychain, withCfa } from "../builders/core.ts";
import { filled } from "../builders/dossier.ts";
import type { Measure } from "./measure.ts";

const percentile = (times: number[], p: number): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length * p)] ?? 0;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/** What a signed-in person waits for while 200 sign-ins a second are attempted, against the same when all is calm. */
export const portalBench = async (): Promise<Measure> => {
  await buildRenderer();
  const dataDir = await mkdtemp(join(tmpdir(), "cactus-bench-portal-"));
  const core = await createCore({
    dataDir,
    databaseUrl: `sqlite:${join(dataDir, "c.db")}`,
    demo: false,
    host: "portail",
    version: "bench",
    keychain: memoryKeychain(),
  });
  const dossier = await filled(
    { ...core, dataDir, setNow: () => {} },
    await withCfa({ ...core, dataDir, setNow: () => {} }),
  );
  const session = await core.deps.store.write(async (tx) => {
    const compte = await tx.comptes.byCourriel("portail", dossier.courriel);
    if (!compte) throw new Error("no account");
    await tx.comptes.update(compte.id, { provisoire: false });
    return openSession(core.deps, tx, compte, "portail");
  });
  const server = await servePortal(core, { host: "127.0.0.1", port: 0 });
  const post = (procedure: string, input: unknown, headers: Record<string, string>) =>
    fetch(`${server.url}/rpc/${procedure}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url, ...headers },
      body: JSON.stringify({ json: input }),
    }).then((r) => r.arrayBuffer());
  const read = async (count: number): Promise<number[]> => {
    const times: number[] = [];
    for (let index = 0; index < count; index++) {
      const began = performance.now();
      await post(
        "dossiers/lire",
        { id: dossier.id },
        { cookie: `cactus=${session.jeton}`, "x-csrf": session.csrf },
      );
      times.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return times;
  };
  await read(30);
  const idle = await read(150);
  let attempts = 0;
  const flood = setInterval(() => {
    for (let index = 0; index < 4; index++) {
      attempts += 1;
      void post(
        "acces/connexion",
        { courriel: `p${attempts}@example.fr`, motDePasse: "un mot de passe quelconque" },
        {},
      ).catch(() => {});
    }
  }, 20);
  const busy = await read(150);
  clearInterval(flood);
  await server.close();
  await core.close();
  await removeFolder(dataDir);
  const p95 = { idle: percentile(idle, 0.95), busy: percentile(busy, 0.95) };
  return {
    name: "portal: reading a dossier under 200 sign-in attempts a second / idle (p95)",
    ratio: round(p95.busy / p95.idle),
    goal: 2,
    unit: "ratio of p95 (under attempts / idle)",
    figures: {
      busyP95Ms: round(p95.busy),
      idleP95Ms: round(p95.idle),
      oursP50Ms: round(percentile(busy, 0.5)),
      floorP50Ms: round(percentile(idle, 0.5)),
      attempts,
    },
  };
};
