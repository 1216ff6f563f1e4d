import { loud, StrictEmitter } from "./loud.ts";
import { cloneOut, disentangle, type PortMain } from "./ports.ts";

/** A frame as the main process knows it (docs/api/web-frame-main.md): gone, it answers no more. */
export class Frame extends StrictEmitter {
  url: string;
  origin = "null";
  top: Frame | null = null;
  parent: Frame | null = null;
  detached = false;
  readonly name = "";
  readonly processId = 1;
  readonly routingId = 1;
  readonly frameTreeNodeId = 1;
  private readonly deliver: (channel: string, args: readonly string[], ports: readonly PortMain[]) => void;
  constructor(url: string, deliver: Frame["deliver"]) {
    super("WebFrameMain", ["dom-ready"]);
    this.url = url;
    this.deliver = deliver;
    // biome-ignore lint/correctness/noConstructorReturn: the frame that a host holds is the loud one.
    return loud("WebFrameMain", this);
  }
  isDestroyed(): boolean {
    return this.detached;
  }
  private alive(): void {
    if (this.detached) throw new Error("Render frame was disposed before WebFrameMain could be accessed");
  }
  send(channel: string, ...args: unknown[]): void {
    this.alive();
    this.deliver(channel, args.map(cloneOut), []);
  }
  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    this.alive();
    this.deliver(channel, [cloneOut(message)], disentangle(transfer));
  }
}
