import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { Tinypool } from "tinypool";
import type { DocumentType } from "../../shared/workflow/index.ts";
import type { AccessLetter } from "../../templates/pdf/access-letter.ts";
import type { DocumentInput } from "../../templates/pdf/types.ts";
import { recordIncident } from "../incident.ts";
import type { Log } from "../log.ts";
import { onDisk } from "../on-disk.ts";

export interface RenderJob {
  readonly type: DocumentType;
  readonly input: DocumentInput;
}

/** Renders PDFs away from the main loop, in threads that stay. */
export interface PdfPool {
  render(job: RenderJob, signal?: AbortSignal): Promise<Uint8Array>;
  renderLetter(letter: AccessLetter): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Tinypool starts its threads from a file beside its own: in the packed application, from the unpacked one. */
const threads = async (): Promise<typeof import("tinypool")> => {
  const own = pathToFileURL(createRequire(import.meta.url).resolve("tinypool"));
  return import(onDisk(own).href);
};

/**
 * The worker sits beside this file: TypeScript when the sources run, JavaScript once bundled. Threads start with the
 * first document, not with the application, and are min(4, cores − 1), at least 1 (performance.md § 4).
 */
export const createPdfPool = (log: Log): PdfPool => {
  const here = import.meta.url;
  const worker = new URL(`./pdf-worker.${here.endsWith(".ts") ? "ts" : "js"}`, here);
  let pool: Promise<Tinypool> | undefined;
  const start = async (): Promise<Tinypool> => {
    const { Tinypool: Pool } = await threads();
    const made = new Pool({
      filename: onDisk(worker).href,
      runtime: "worker_threads",
      minThreads: 1,
      maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
      idleTimeout: 60_000,
      isolateWorkers: false,
      execArgv: [],
    });
    // A thread that dies between two documents: nobody waits for it, and the next document starts another. Unheard, it
    // would end the application.
    made.on("error", (error: unknown) => void recordIncident(log, error, { lieu: "sous-processus" }));
    return made;
  };
  const started = (): Promise<Tinypool> => {
    pool ??= start();
    return pool;
  };
  return {
    render: async (job, signal) => (await (await started()).run(job, signal ? { signal } : {})) as Uint8Array,
    renderLetter: async (letter) => (await (await started()).run(letter, { name: "letter" })) as Uint8Array,
    close: async () => {
      await (await pool)?.destroy();
      pool = undefined;
    },
  };
};
