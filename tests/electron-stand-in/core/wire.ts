/**
 * What Electron’s boundary lets through, as JSON that a page’s script can read too (both functions are sent to the page
 * as text: they use nothing outside themselves).
 *
 * Electron: docs/tutorial/message-ports.md and docs/api/ipc-renderer.md (« structured clone algorithm … functions,
 * promises, symbols, WeakMaps or WeakSets will throw; DOM objects and special Node.js or Electron objects throw »);
 * shell/common/v8_value_serializer.cc (« An object could not be cloned. »).
 */
export const encodeWire = (root: unknown): string => {
  const refused = (): never => {
    throw new Error("An object could not be cloned.");
  };
  const base64 = (bytes: Uint8Array): string => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 32_768)
      text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  };
  const table: unknown[] = [];
  const seen = new Map<object, number>();
  const put = (value: unknown): unknown => {
    switch (typeof value) {
      case "undefined":
        return { u: 1 };
      case "boolean":
      case "string":
        return value;
      case "number":
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { n: Object.is(value, -0) ? "-0" : String(value) };
      case "bigint":
        return { b: String(value) };
      case "function":
      case "symbol":
        return refused();
    }
    if (value === null) return null;
    const known = seen.get(value as object);
    if (known !== undefined) return { r: known };
    const at = table.push(null) - 1;
    seen.set(value as object, at);
    const entry = (): unknown => {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      if (Array.isArray(value))
        return ["a", value.length, Object.keys(value).map((key) => [key, put(value[key as never])])];
      if (value instanceof Date) return ["d", value.getTime()];
      if (value instanceof RegExp) return ["x", value.source, value.flags];
      if (value instanceof Map) return ["m", [...value].map(([key, one]) => [put(key), put(one)])];
      if (value instanceof Set) return ["s", [...value].map(put)];
      if (value instanceof ArrayBuffer) return ["ab", base64(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        // A Buffer is a Uint8Array once it has crossed; its pool does not follow.
        const name = tag === "DataView" ? "DataView" : tag;
        return ["t", name, base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
      }
      if (value instanceof Error) return ["e", value.name, value.message, value.stack ?? ""];
      if (value instanceof Boolean || value instanceof Number || value instanceof String)
        return ["o", put(value.valueOf())];
      // Promise, WeakMap, Blob, File, MessagePort, Request, Element…: an own tag is what the algorithm does not know.
      if (tag !== "Object") return refused();
      // A class instance crosses as a plain object: its prototype and its methods stay behind.
      return [
        "p",
        Object.keys(value as object).map((key) => [key, put((value as Record<string, unknown>)[key])]),
      ];
    };
    table[at] = entry();
    return { r: at };
  };
  return JSON.stringify({ root: put(root), table });
};

export const decodeWire = (text: string): unknown => {
  const { root, table } = JSON.parse(text) as { root: unknown; table: never[][] };
  const bytes = (base64: string): Uint8Array => {
    const raw = atob(base64);
    const made = new Uint8Array(raw.length);
    for (let at = 0; at < raw.length; at += 1) made[at] = raw.charCodeAt(at);
    return made;
  };
  const made = new Map<number, unknown>();
  const take = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const one = value as { u?: 1; n?: string; b?: string; r?: number };
    if (one.u) return undefined;
    if (one.n !== undefined) return Number(one.n);
    if (one.b !== undefined) return BigInt(one.b);
    return build(one.r as number);
  };
  const build = (at: number): unknown => {
    if (made.has(at)) return made.get(at);
    const [kind, ...rest] = table[at] as unknown as [string, ...unknown[]];
    const keep = <T>(value: T): T => {
      made.set(at, value);
      return value;
    };
    const pairs = (from: unknown): [never, unknown][] => from as [never, unknown][];
    switch (kind) {
      case "a": {
        const list = keep(new Array(rest[0] as number)) as unknown[];
        for (const [key, one] of pairs(rest[1])) list[key] = take(one);
        return list;
      }
      case "d":
        return keep(new Date(rest[0] as number));
      case "x":
        return keep(new RegExp(rest[0] as string, rest[1] as string));
      case "m": {
        const map = keep(new Map());
        for (const [key, one] of pairs(rest[0])) map.set(take(key), take(one));
        return map;
      }
      case "s": {
        const set = keep(new Set());
        for (const one of rest[0] as unknown[]) set.add(take(one));
        return set;
      }
      case "ab":
        return keep(bytes(rest[0] as string).buffer);
      case "t": {
        const buffer = bytes(rest[1] as string).buffer;
        const kinds = globalThis as never as Record<string, new (from: unknown) => unknown>;
        const Kind = kinds[rest[0] as string] as new (from: unknown) => unknown;
        return keep(new Kind(buffer));
      }
      case "e": {
        const kinds: Record<string, ErrorConstructor> = {
          RangeError,
          ReferenceError,
          SyntaxError,
          TypeError,
          URIError,
          EvalError,
        };
        const error = keep(new (kinds[rest[0] as string] ?? Error)(rest[1] as string));
        error.stack = rest[2] as string;
        return error;
      }
      case "o":
        return keep(Object(take(rest[0])));
      default: {
        const object = keep({}) as Record<string, unknown>;
        for (const [key, one] of pairs(rest[0])) object[key] = take(one);
        return object;
      }
    }
  };
  return take(root);
};
