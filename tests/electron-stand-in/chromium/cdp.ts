import type { Readable, Writable } from "node:stream";

type Params = Record<string, unknown>;
type Listener = (params: never, sessionId: string | undefined) => void;

/** The browser’s protocol over its pipe: when this process goes, the pipe closes and the browser with it. */
export class Cdp {
  private serial = 0;
  private readonly waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void }
  >();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly output: Writable;
  private left = "";

  constructor(output: Writable, input: Readable) {
    this.output = output;
    output.on("error", () => this.ended());
    input.setEncoding("utf8").on("data", (text: string) => this.read(text));
    input.on("close", () => this.ended());
  }

  private read(text: string): void {
    const parts = (this.left + text).split("\0");
    this.left = parts.pop() ?? "";
    for (const part of parts) {
      const message = JSON.parse(part) as {
        id?: number;
        method?: string;
        params?: Params;
        sessionId?: string;
        result?: unknown;
        error?: { message: string };
      };
      if (message.id === undefined) {
        for (const listener of this.listeners.get(`${message.sessionId ?? ""} ${message.method}`) ?? [])
          listener(message.params as never, message.sessionId);
        continue;
      }
      const one = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) one?.reject(new Error(message.error.message));
      else one?.resolve(message.result as never);
    }
  }

  private ended(): void {
    for (const one of this.waiting.values()) one.reject(new Error("the browser has gone"));
    this.waiting.clear();
  }

  send<T = Params>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    this.serial += 1;
    const id = this.serial;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      this.output.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
  }

  on(method: string, listener: Listener, sessionId = ""): void {
    const key = `${sessionId} ${method}`;
    const known = this.listeners.get(key) ?? new Set();
    known.add(listener);
    this.listeners.set(key, known);
  }
}
