import { EventEmitter } from "node:events";
import type { Contents } from "./contents.ts";
import type { Frame } from "./frame.ts";
import { loud } from "./loud.ts";
import type { PortMain } from "./ports.ts";
import { decodeWire, encodeWire } from "./wire.ts";

type Invoked = (event: object, ...args: unknown[]) => unknown;

/** ipcMain (docs/api/ipc-main.md): channels are the application’s own, so that any name may be listened to. */
export const createIpc = () => {
  const emitter = new EventEmitter();
  const handlers = new Map<string, Invoked>();
  const ipcMain = loud(
    "ipcMain",
    Object.assign(emitter, {
      handle: (channel: string, handler: Invoked): void => {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        if (typeof handler !== "function")
          throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
        handlers.set(channel, handler);
      },
      handleOnce: (channel: string, handler: Invoked): void => {
        ipcMain.handle(channel, (...args) => {
          handlers.delete(channel);
          return handler(...args);
        });
      },
      removeHandler: (channel: string): void => {
        handlers.delete(channel);
      },
    }),
  );
  const eventOf = (sender: Contents, frame: Frame | null, ports: readonly PortMain[]) => ({
    sender,
    senderFrame: frame,
    ports,
    processId: 1,
    frameId: 1,
    type: "frame",
    preventDefault: () => {},
    reply: (channel: string, ...args: unknown[]) => sender.send(channel, ...args),
  });
  return {
    ipcMain,
    /** ipcRenderer.send / postMessage. */
    sent: (
      sender: Contents,
      frame: Frame | null,
      channel: string,
      args: readonly unknown[],
      ports: readonly PortMain[] = [],
    ): void => {
      emitter.emit(channel, eventOf(sender, frame, ports), ...args);
    },
    /** ipcRenderer.invoke: a rejection reaches the page as a message only (docs/api/ipc-main.md). */
    invoked: async (
      sender: Contents,
      frame: Frame | null,
      channel: string,
      args: readonly unknown[],
    ): Promise<unknown> => {
      const handler = handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      return decodeWire(encodeWire(await handler(eventOf(sender, frame, []), ...args)));
    },
  };
};
