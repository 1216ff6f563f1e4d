import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openStore } from "../../db/open.ts";
import type { Store } from "../../db/ports.ts";
import { createSecretBox } from "../../db/secret-box.ts";
import { dataKeyName } from "../../main/app.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const node = join(root, "node_modules", ".bin", "node");
const KILLS = 4;

/** Runs the worker until its first acknowledgements, kills it -9 at a moment of chance, returns what it acknowledged. */
const killed = (what: string, dataDir: string, after: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(node, ["tests/faults/worker.ts", what, dataDir], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let errors = "";
    let doomed = false;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
      if (!doomed && out.includes("ack ")) {
        doomed = true;
        setTimeout(() => child.kill("SIGKILL"), after);
      }
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.on("exit", (_code, signal) => {
      if (signal !== "SIGKILL") return reject(new Error(`the worker ended by itself: ${errors}`));
      // A line cut by the kill was not received by anybody: only whole lines count.
      resolve(
        out
          .split("\n")
          .slice(0, -1)
          .filter((line) => line.startsWith("ack "))
          .map((line) => line.slice(4)),
      );
    });
  });

const reopened = async <T>(dataDir: string, look: (store: Store) => Promise<T>): Promise<T> => {
  const key = await createFileKeychain(dataDir).get(dataKeyName);
  const store = await openStore({
    url: `sqlite:${join(dataDir, "cactus.db")}`,
    secrets: createSecretBox(Buffer.from(key ?? "", "base64")),
  });
  try {
    await store.migrate();
    return await look(store);
  } finally {
    await store.close();
  }
};

const inFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "cactus-kill-"));
  try {
    await work(folder);
  } finally {
    await removeFolder(folder);
  }
};

describe("kill -9", () => {
  it("while typing: nothing acknowledged is lost, nothing is half written", () =>
    inFolder(async (folder) => {
      for (let kill = 0; kill < KILLS; kill++) {
        const acks = await killed("taper", folder, 20 + kill * 37);
        const [id = "", value = ""] = (acks.at(-1) ?? "").split("\t");
        await reopened(folder, async (store) => {
          const dossier = await store.read((tx) => tx.dossiers.byId(id));
          // The write after the last acknowledgement may have been committed too: never an older value.
          const stored = String(dossier?.data.faitA);
          expect(stored >= value, `${stored} / ${value}`).toBe(true);
          const history = await store.read((tx) => tx.audit.ofDossier(id, { limite: 5 }));
          expect(history.lignes[0]?.changements.find((change) => change.champ === "faitA")?.apres).toBe(
            stored,
          );
          expect((await store.verify()).filter((point) => !point.ok)).toEqual([]);
        });
      }
    }));

  it("while validating: a dossier is frozen with its snapshot, its history and its mails, or not at all", () =>
    inFolder(async (folder) => {
      for (let kill = 0; kill < KILLS; kill++) {
        const acks = await killed("valider", folder, 30 + kill * 53);
        await reopened(folder, async (store) => {
          await store.read(async (tx) => {
            for (const id of acks) expect((await tx.dossiers.byId(id))?.etat).toBe("valide");
            const { lignes } = await tx.dossiers.list({}, { tri: "reference", sens: "asc", limite: 200 });
            for (const { id } of lignes) {
              const dossier = await tx.dossiers.byId(id);
              const snapshot = await tx.dossiers.instantane(id);
              const actions = (await tx.audit.ofDossier(id, { limite: 50 })).lignes.map(
                (event) => event.action,
              );
              const mails = (await tx.outbox.list({ dossierId: id }, { limite: 50 })).lignes.map(
                (mail) => mail.modele,
              );
              const frozen = dossier?.etat === "valide";
              expect(snapshot !== undefined).toBe(frozen);
              expect(actions.includes("dossier.fige")).toBe(frozen);
              expect(mails.includes("dossierValide")).toBe(frozen);
            }
          });
          expect((await store.verify()).filter((point) => !point.ok)).toEqual([]);
        });
      }
    }));

  it("while writing documents: no half file under a final name", () =>
    inFolder(async (folder) => {
      let seen = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        await killed("documents", folder, 150 + kill * 211);
        const out = join(folder, "sortie");
        for (const name of existsSync(out) ? readdirSync(out) : []) {
          const bytes = readFileSync(join(out, name)).toString("latin1");
          if (name.endsWith(".pdf")) expect(bytes.trimEnd().endsWith("%%EOF"), name).toBe(true);
          else if (name.endsWith(".zip")) expect(bytes.includes("PK\u0005\u0006"), name).toBe(true);
          else expect(name.endsWith(".tmp"), name).toBe(true);
          if (!name.endsWith(".tmp")) seen += 1;
        }
      }
      expect(seen).toBeGreaterThan(0);
    }));
});
