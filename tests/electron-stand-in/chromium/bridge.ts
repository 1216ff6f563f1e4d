/**
 * What runs inside the page, sent as text: these functions use nothing outside themselves.
 *
 * Two worlds of one page share its document, not their objects: what one hands to the other is described, copied, or
 * called through events that both hear at once. That is what Electron’s contextBridge does (docs/api/context-bridge.md,
 * « Parameter / Error / Return Type support »).
 */
export interface BridgePeer {
  /** Values of this world, as they cross. */
  out(value: unknown): unknown;
  /** A value of the other world, as this one sees it. */
  in(value: unknown): unknown;
  tell(kind: string, detail: unknown): void;
  hear(kind: string, listener: (detail: never) => void): void;
}

export const bridgePeer = (secret: string, mine: string, theirs: string): BridgePeer => {
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const known = new Map<unknown, number>();
  const results = new Map<number, { ok: boolean; value: unknown }>();
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let serial = 0;
  const next = (): number => {
    serial += 1;
    return serial;
  };
  const tell = (kind: string, detail: unknown): void => {
    window.dispatchEvent(new CustomEvent(`${secret}:${theirs}:${kind}`, { detail }));
  };
  const hear = (kind: string, listener: (detail: never) => void): void => {
    window.addEventListener(`${secret}:${mine}:${kind}`, (event) => {
      event.stopImmediatePropagation();
      listener((event as CustomEvent).detail as never);
    });
  };
  const out = (value: unknown, depth = 0): unknown => {
    if (depth > 1000)
      throw new TypeError(
        "Electron contextBridge recursion depth exceeded. Nested objects deeper than 1000 are not supported.",
      );
    if (typeof value === "symbol")
      throw new TypeError("electron-stand-in: a symbol cannot cross the contextBridge");
    if (typeof value === "function") {
      let id = known.get(value);
      if (id === undefined) {
        id = next();
        known.set(value, id);
        functions.set(id, value as (...args: unknown[]) => unknown);
      }
      return { f: id };
    }
    if (value instanceof Promise) {
      const id = next();
      value.then(
        (one) => tell("settled", { id, ok: true, value: out(one) }),
        (error: unknown) =>
          tell("settled", { id, ok: false, value: String((error as Error)?.message ?? error) }),
      );
      return { p: id };
    }
    // Only its message crosses: « stack and custom properties are lost ».
    if (value instanceof Error) return { e: value.message };
    if (Array.isArray(value)) return { a: value.map((one) => out(one, depth + 1)) };
    if (typeof value === "object" && value !== null) {
      if (value instanceof Node)
        throw new TypeError("electron-stand-in: an element does not cross its contextBridge");
      // A class instance loses its prototype, and with it its methods.
      if (Object.prototype.toString.call(value) === "[object Object]") {
        const copy: Record<string, unknown> = {};
        for (const key of Object.keys(value))
          copy[key] = out((value as Record<string, unknown>)[key], depth + 1);
        return { o: copy };
      }
    }
    // Anything else crosses by the structured clone algorithm, or throws here.
    structuredClone(value);
    return { v: value };
  };
  const proxyOf =
    (id: number) =>
    (...args: unknown[]): unknown => {
      const call = next();
      tell("call", { id, call, args: args.map((one) => out(one)) });
      const result = results.get(call);
      results.delete(call);
      if (!result) throw new Error("the other world has gone");
      if (!result.ok) throw new Error(String(result.value));
      return take(result.value);
    };
  const take = (value: unknown): unknown => {
    const one = value as {
      f?: number;
      p?: number;
      e?: string;
      a?: unknown[];
      o?: Record<string, unknown>;
      v?: unknown;
    };
    if (one.f !== undefined) return proxyOf(one.f);
    if (one.p !== undefined)
      return new Promise((resolve, reject) => promises.set(one.p as number, { resolve, reject }));
    if (one.e !== undefined) return new Error(one.e);
    if (one.a) return one.a.map(take);
    if (one.o) {
      const copy: Record<string, unknown> = {};
      for (const [key, inner] of Object.entries(one.o)) copy[key] = take(inner);
      return copy;
    }
    return one.v;
  };
  hear("call", ({ id, call, args }: { id: number; call: number; args: unknown[] }) => {
    let answer: { ok: boolean; value: unknown };
    try {
      answer = { ok: true, value: out(functions.get(id)?.(...args.map(take))) };
    } catch (error) {
      answer = { ok: false, value: String((error as Error)?.message ?? error) };
    }
    tell("result", { call, ...answer });
  });
  hear("result", ({ call, ok, value }: { call: number; ok: boolean; value: unknown }) => {
    results.set(call, { ok, value });
  });
  hear("settled", ({ id, ok, value }: { id: number; ok: boolean; value: unknown }) => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (ok) waiting?.resolve(take(value));
    else waiting?.reject(new Error(String(value)));
  });
  return { out, in: take, tell, hear };
};
