import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { type DocumentType, documentLabels, documentsOf } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { open as openDossier } from "../dossier/open.ts";
import { impossible, introuvable, sentenceOf } from "../errors.ts";
import { ascii } from "../files.ts";
import { recordIncident } from "../incident.ts";
import type { DocumentService } from "./service.ts";

export interface PackTask {
  readonly id: string;
  readonly etat: "en-cours" | "terminee" | "annulee" | "en-echec";
  readonly fait: number;
  readonly total: number;
  readonly refus: { reference: string; raison: string }[];
  readonly nomFichier: string;
  readonly erreur?: string;
}
export interface Rehearsal {
  readonly possibles: { id: string; reference: string; types: DocumentType[] }[];
  readonly refus: { id: string; reference: string; raison: string }[];
}

/** What would go in a pack and what would not, with why and whose turn it is: asked before anything is produced. */
export const rehearse =
  (deps: Deps) =>
  async (actor: Actor, ids: readonly string[], types: readonly DocumentType[]): Promise<Rehearsal> =>
    deps.store.read(async (tx) => {
      const out: Rehearsal = { possibles: [], refus: [] };
      for (const id of ids) {
        const { dossier, facts } = await openDossier(deps, tx, actor, id);
        const asked = documentsOf(facts, actor.role).filter((status) => types.includes(status.type));
        const ready = asked.filter((status) => status.disponible).map((status) => status.type);
        if (ready.length > 0) out.possibles.push({ id, reference: dossier.reference, types: ready });
        const absent = asked.filter((status) => !status.disponible);
        if (absent.length > 0)
          out.refus.push({
            id,
            reference: dossier.reference,
            raison: absent
              .map((status) => `${documentLabels[status.type]}\u00a0: ${status.raison}`)
              .join("\u00a0; "),
          });
      }
      return out;
    });

/**
 * Writes a zip under a temporary name, fsyncs, then renames: a crash or a cancellation leaves no half file under the
 * final name. Entries are stored (PDFs are already compressed) with the freeze date, so the same pack gives the same
 * bytes. Several documents are produced ahead while one is being written.
 */
export const writePack = async (
  service: DocumentService,
  actor: Actor,
  plan: Rehearsal["possibles"],
  target: string,
  progress: (fait: number) => void,
  signal: AbortSignal,
): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomUUID()}.tmp`;
  const zip = new ZipFile();
  const output = createWriteStream(temporary, { mode: 0o600 });
  // A pipe alone would let a failing stream end the process: both are torn down together, and the error is ours.
  const written = pipeline(zip.outputStream, output);
  written.catch(() => {});
  const mtime = new Date(Date.UTC(2000, 0, 1, 12));
  try {
    const single = plan.length === 1;
    const jobs = plan.flatMap((one) =>
      one.types.map((type) => ({ id: one.id, reference: one.reference, type })),
    );
    let fait = 0;
    const ahead = 3;
    const running: Promise<{ nom: string; contenu: Uint8Array }>[] = [];
    const launch = (index: number) => {
      const job = jobs[index];
      if (!job) return;
      const promise = service.produce(actor, job.id, job.type, signal);
      promise.catch(() => {});
      running[index] = promise;
    };
    for (let i = 0; i < ahead; i++) launch(i);
    for (let index = 0; index < jobs.length; index++) {
      signal.throwIfAborted();
      const produced = await running[index];
      launch(index + ahead);
      if (!produced) continue;
      const folder = single ? "" : `${ascii(jobs[index]?.reference ?? "")}/`;
      zip.addBuffer(Buffer.from(produced.contenu), `${folder}${produced.nom}`, {
        mtime,
        compress: false,
        forceDosTimestamp: true,
      });
      delete running[index];
      fait += 1;
      progress(fait);
    }
    zip.end();
    await written;
    signal.throwIfAborted();
    await syncFile(temporary);
    await rename(temporary, target);
    await syncDirectory(dirname(target));
  } catch (error) {
    output.destroy();
    await written.catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
};

const syncFile = async (path: string): Promise<void> => {
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
/** Windows cannot open a directory: the rename is durable there without it. */
const syncDirectory = async (path: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export interface PackService {
  start(actor: Actor, ids: readonly string[], types: readonly DocumentType[]): Promise<PackTask>;
  state(actor: Actor, id: string): PackTask;
  cancel(actor: Actor, id: string): PackTask;
  file(actor: Actor, id: string): Promise<{ nom: string; contenu: Uint8Array }>;
  /** A pack is being made. */
  busy(): boolean;
  /** Removes what earlier runs left (temporary files, old packs). */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Why a pack was not made. A full disk has its words; the rest is an incident that the support finds again. */
const whyNot = (deps: Deps, error: unknown): string => {
  const known = sentenceOf(error);
  if (known !== undefined) return known;
  const reference = recordIncident(deps.log, error, { lieu: "liasse" });
  return `La liasse n’a pas pu être écrite\u00a0: vérifiez l’espace libre du disque, puis recommencez. Référence ${reference}.`;
};

const KEPT_MS = 24 * 3_600_000;

export const createPackService = (deps: Deps, service: DocumentService): PackService => {
  const folder = join(deps.config.dataDir, "liasses");
  const tasks = new Map<
    string,
    { task: PackTask; owner: string | undefined; abort: AbortController; done: Promise<void>; path: string }
  >();
  const mine = (actor: Actor, id: string) => {
    const entry = tasks.get(id);
    if (!entry || entry.owner !== actor.compteId) throw introuvable("Liasse");
    return entry;
  };
  return {
    start: async (actor, ids, types) => {
      const rehearsal = await rehearse(deps)(actor, ids, types);
      if (rehearsal.possibles.length === 0)
        throw impossible(
          `Aucun document disponible dans cette sélection. ${rehearsal.refus[0]?.raison ?? ""}`.trim(),
        );
      const id = randomUUID();
      const day = deps.now().toISOString().slice(0, 10);
      const only = rehearsal.possibles.length === 1 ? rehearsal.possibles[0] : undefined;
      const nomFichier = only
        ? `Liasse_${ascii(only.reference)}.zip`
        : `Liasses_${day}_${rehearsal.possibles.length}-dossiers.zip`;
      const total = rehearsal.possibles.reduce((sum, one) => sum + one.types.length, 0);
      const path = join(folder, `${id}.zip`);
      const since = performance.now();
      const abort = new AbortController();
      const entry = {
        task: {
          id,
          etat: "en-cours",
          fait: 0,
          total,
          refus: rehearsal.refus.map(({ reference, raison }) => ({ reference, raison })),
          nomFichier,
        } as PackTask,
        owner: actor.compteId,
        abort,
        path,
        done: Promise.resolve(),
      };
      tasks.set(id, entry);
      const update = (change: Partial<PackTask>) => {
        entry.task = { ...entry.task, ...change };
      };
      entry.done = writePack(
        service,
        actor,
        rehearsal.possibles,
        path,
        (fait) => update({ fait }),
        abort.signal,
      )
        .then(
          () => update({ etat: "terminee" }),
          (error: unknown) =>
            update(
              abort.signal.aborted ? { etat: "annulee" } : { etat: "en-echec", erreur: whyNot(deps, error) },
            ),
        )
        .finally(() => {
          const { etat: fin } = entry.task;
          if (fin === "en-cours") return;
          const ms = performance.now() - since;
          deps.log.say("liasse", { dossiers: rehearsal.possibles.length, documents: total, fin, ms });
        });
      return entry.task;
    },
    state: (actor, id) => mine(actor, id).task,
    cancel: (actor, id) => {
      const entry = mine(actor, id);
      entry.abort.abort();
      if (entry.task.etat === "en-cours") entry.task = { ...entry.task, etat: "annulee" };
      return entry.task;
    },
    file: async (actor, id) => {
      const { task, path } = mine(actor, id);
      if (task.etat !== "terminee") throw impossible("La liasse n’est pas prête.");
      return { nom: task.nomFichier, contenu: new Uint8Array(await readFile(path)) };
    },
    sweep: async () => {
      const names = await readdir(folder).catch(() => []);
      for (const name of names) {
        const path = join(folder, name);
        const age = deps.now().getTime() - (await stat(path)).mtimeMs;
        if (name.endsWith(".tmp") || age > KEPT_MS) await rm(path, { force: true });
      }
    },
    busy: () => [...tasks.values()].some(({ task }) => task.etat === "en-cours"),
    close: async () => {
      for (const entry of tasks.values()) entry.abort.abort();
      await Promise.allSettled([...tasks.values()].map((entry) => entry.done));
    },
  };
};
