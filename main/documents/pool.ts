import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import type { Tinypool } from "tinypool";
import type { DocumentType } from "../../shared/workflow/index.ts";
import type { AccessLetter } from "../../templates/pdf/access-letter.ts";
import type { DocumentInput } from "../../templates/pdf/types.ts";
import { unpacked } from "../unpacked.ts";

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

/**
 * The worker sits beside this file: TypeScript when the sources run, JavaScript once bundled. Threads start with the
 * first document, not with the application, and are min(4, cores − 1), at least 1 (performance.md § 4). Both the worker
 * and tinypool, which starts threads from a file of its own, are taken out of Electron’s archive (ADR 0014).
 */
export const createPdfPool = (): PdfPool => {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  let pool: Promise<Tinypool> | undefined;
  const start = async (): Promise<Tinypool> => {
    const packed = createRequire(import.meta.url).resolve("tinypool");
    const library = (await import(pathToFileURL(unpacked(packed)).href)) as typeof import("tinypool");
    return new library.Tinypool({
      filename: unpacked(new URL(`./pdf-worker.${extension}`, import.meta.url).href),
      runtime: "worker_threads",
      minThreads: 1,
      maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
      idleTimeout: 60_000,
      isolateWorkers: false,
      execArgv: [],
    });
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
