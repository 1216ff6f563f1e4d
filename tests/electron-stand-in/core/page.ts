import type { PortMain } from "./ports.ts";

/** What shows a window’s contents: nothing in layer 1, a tab of the real Chromium in layer 2. */
export interface Page {
  /** Rejects with Chromium’s error, as `{ code: "ERR_…", errno }`. */
  load(url: string): Promise<void>;
  reload(): void;
  travel(by: number): void;
  /** Closes; false when its beforeunload kept it open. `force` asks nothing. */
  close(force: boolean): Promise<boolean>;
  /** A message to the preload, with ports that leave the main process. */
  send(channel: string, args: readonly string[], ports: readonly PortMain[]): void;
  setZoom(factor: number): void;
  resize(width: number, height: number): void;
  /** Runs a command of the browser on the focused field: « copy », « undo »… */
  command(name: string, value?: string): void;
  evaluate(code: string): Promise<unknown>;
  crash(): void;
  /** Cuts every port between the page and the main process, as a lost renderer or a fault would. */
  cutPorts(): void;
  pdf(options: Record<string, unknown>): Promise<Buffer>;
}

export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;
  constructor(code: string, errno: number, url: string) {
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}
