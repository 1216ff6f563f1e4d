import { types } from "node:util";
import { loud, StrictEmitter } from "./loud.ts";
import { decodeWire, encodeWire } from "./wire.ts";

/** Only the main side can tell a Proxy from its target: V8’s serializer refuses one. */
const refuseProxies = (value: unknown, seen = new Set<object>()): void => {
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  if (types.isProxy(value)) throw new Error("An object could not be cloned.");
  seen.add(value);
  if (ArrayBuffer.isView(value)) return;
  for (const one of value instanceof Map
    ? [...value].flat()
    : value instanceof Set
      ? value
      : Object.values(value))
    refuseProxies(one, seen);
};

export const cloneOut = (value: unknown): string => {
  refuseProxies(value);
  return encodeWire(value);
};

/** The other end of a port: another port of the main process, or a page’s. */
export interface PortEnd {
  deliver(wire: string, ports: readonly PortMain[]): void;
  closed(): void;
}

const bare = new WeakMap<object, PortMain>();

/**
 * MessagePortMain (docs/api/message-port-main.md, shell/browser/api/message_port.cc): nothing is delivered before
 * start(); a transferred port is neutered; « close » comes when the other end is gone.
 */
export class PortMain extends StrictEmitter {
  end: PortEnd | undefined;
  started = false;
  neutered = false;
  isClosed = false;
  private readonly waiting: { wire: string; ports: readonly PortMain[] }[] = [];
  private endGone = false;

  constructor() {
    super("MessagePortMain", ["message", "close"]);
    const guarded = loud("MessagePortMain", this);
    bare.set(guarded, this);
    bare.set(this, this);
    // biome-ignore lint/correctness/noConstructorReturn: the port that a host holds is the loud one.
    return guarded;
  }

  postMessage(...args: [message?: unknown, transfer?: readonly unknown[]]): void {
    if (this.neutered || this.isClosed || !this.end) return;
    if (args.length === 0) throw new TypeError("Expected at least one argument to postMessage");
    const ports = disentangle(args[1] ?? [], this);
    this.end.deliver(cloneOut(args[0]), ports);
  }

  start(): void {
    if (this.started || this.neutered) return;
    this.started = true;
    setImmediate(() => this.flush());
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    const other = this.end;
    this.end = undefined;
    other?.closed();
    if (!this.neutered) setImmediate(() => this.emit("close"));
  }

  /** A message from the other end: kept until start(). */
  receive(wire: string, ports: readonly PortMain[]): void {
    this.waiting.push({ wire, ports });
    if (this.started) setImmediate(() => this.flush());
  }

  otherEndClosed(): void {
    this.endGone = true;
    if (this.started) setImmediate(() => this.flush());
  }

  private flush(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      if (this.isClosed || this.neutered) return;
      this.emit("message", { data: decodeWire(next.wire), ports: next.ports });
    }
    if (this.endGone) this.close();
  }

  /** Takes the port out of the main process, for a page; what waited for start() goes with it. */
  handOver(to: { wire(wire: string, ports: readonly PortMain[]): void; close(): void }): PortEnd | undefined {
    this.neutered = true;
    const other = this.end;
    for (const { wire, ports } of this.waiting.splice(0)) to.wire(wire, ports);
    if (this.endGone) to.close();
    return other;
  }
}

export const bareOf = (port: unknown): PortMain | undefined =>
  typeof port === "object" && port !== null ? bare.get(port) : undefined;

/** Ports to transfer, refused as Electron refuses them: null, twice, already gone, or the source itself. */
export const disentangle = (list: readonly unknown[], source?: PortMain): PortMain[] => {
  const found: PortMain[] = [];
  list.forEach((one, at) => {
    const port = bareOf(one);
    if (port && source && port === bareOf(source))
      throw new Error(`Port at index ${at} contains the source port.`);
    if (!port) throw new Error(`Port at index ${at} is null.`);
    if (port.neutered || port.isClosed) throw new Error(`Port at index ${at} is already neutered.`);
    if (found.includes(port)) throw new Error(`Port at index ${at} is a duplicate.`);
    found.push(port);
  });
  return found.map(moved);
};

/** A transferred port is a new object at its destination; the one that was given works no more. */
const moved = (port: PortMain): PortMain => {
  const made = new PortMain();
  const other = port.handOver({
    wire: (wire, ports) => made.receive(wire, ports),
    close: () => made.otherEndClosed(),
  });
  made.end = other;
  const peer = peers.get(port);
  if (peer) join(peer, bareOf(made) as PortMain);
  return made;
};

const peers = new WeakMap<PortMain, PortMain>();
const join = (one: PortMain, other: PortMain): void => {
  peers.set(one, other);
  peers.set(other, one);
  one.end = { deliver: (wire, ports) => other.receive(wire, ports), closed: () => other.otherEndClosed() };
  other.end = { deliver: (wire, ports) => one.receive(wire, ports), closed: () => one.otherEndClosed() };
};

export class MessageChannelMain {
  readonly port1: PortMain;
  readonly port2: PortMain;
  constructor() {
    this.port1 = new PortMain();
    this.port2 = new PortMain();
    join(bareOf(this.port1) as PortMain, bareOf(this.port2) as PortMain);
  }
}

/** Gives a port to a page: what the page posts is received by its peer, what the peer posts goes to the page. */
export const toPage = (
  port: PortMain,
  page: { wire(wire: string, ports: readonly PortMain[]): void; close(): void },
): PortEnd | undefined => {
  const held = bareOf(port) as PortMain;
  const peer = peers.get(held);
  held.handOver(page);
  if (!peer) return undefined;
  peer.end = { deliver: (wire, ports) => page.wire(wire, ports), closed: () => page.close() };
  return { deliver: (wire, ports) => peer.receive(wire, ports), closed: () => peer.otherEndClosed() };
};
