import { EventEmitter } from "node:events";

/** What test tools and promises look for on any object: absent, as it is on Electron’s own objects. */
const LOOKED_FOR = new Set([
  "then",
  "toJSON",
  "asymmetricMatch",
  "$$typeof",
  "nodeType",
  "tagName",
  "domain",
]);

/** An object of the stand-in: a property that it does not model throws, where a lenient double gives undefined. */
export const loud = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get: (object, key, receiver) => {
      if (typeof key === "symbol" || key in object || LOOKED_FOR.has(key) || key.startsWith("@@"))
        return Reflect.get(object, key, receiver);
      throw new Error(`electron-stand-in: ${name}.${key} is not modelled (tests/electron-stand-in)`);
    },
  });

/** What Electron gives a listener: preventDefault() says no to what would follow. */
export class StandInEvent {
  defaultPrevented = false;
  constructor(details: object = {}) {
    Object.assign(this, details);
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** An emitter that knows its events: listening to any other would wait for ever, and throws. */
export class StrictEmitter extends EventEmitter {
  readonly emitterName: string;
  readonly known: ReadonlySet<string>;
  constructor(name: string, known: readonly string[]) {
    super();
    this.emitterName = name;
    this.known = new Set([...known, "newListener", "removeListener"]);
  }
  private recognise(event: string | symbol): void {
    if (typeof event === "string" && !this.known.has(event))
      throw new Error(
        `electron-stand-in: event « ${event} » of ${this.emitterName} is not modelled (tests/electron-stand-in)`,
      );
  }
  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    this.recognise(event);
    return super.on(event, listener as (...args: unknown[]) => void);
  }
  override once(event: string | symbol, listener: (...args: never[]) => void): this {
    this.recognise(event);
    return super.once(event, listener as (...args: unknown[]) => void);
  }
  override addListener(event: string | symbol, listener: (...args: never[]) => void): this {
    return this.on(event, listener);
  }
  /** Emits with a preventable event first; says whether a listener prevented it. */
  ask(name: string, details: object = {}, ...args: unknown[]): boolean {
    const event = new StandInEvent(details);
    this.emit(name, event, ...args);
    return event.defaultPrevented;
  }
}

/** A native object that dies: its methods then throw as Electron’s do, but those that ask whether it lives. */
export const mortal = <T extends object>(
  name: string,
  target: T,
  prototype: object,
  isDead: () => boolean,
  allowed: readonly string[],
): T => {
  const after = new Set(["constructor", ...allowed]);
  return new Proxy(loud(name, target), {
    get: (object, key, receiver) => {
      if (isDead() && Object.hasOwn(prototype, key) && !after.has(String(key)))
        throw new TypeError("Object has been destroyed");
      return Reflect.get(object, key, receiver);
    },
  });
};
