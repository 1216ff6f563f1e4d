import { describe, expect, it, vi } from "vitest";

const exposed: Record<string, unknown> = {};
const listeners = new Map<string, (event: unknown) => void>();
const send = vi.fn();
vi.mock("electron", () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => {
      exposed[name] = api;
    },
  },
  ipcRenderer: {
    on: (channel: string, listener: (event: unknown) => void) => listeners.set(channel, listener),
    send,
  },
}));

describe("preload", () => {
  it("exposes one function, and passes on nothing but the port", async () => {
    const postMessage = vi.fn();
    vi.stubGlobal("window", { postMessage, location: { origin: "app://cactus" } });
    await import("./index.ts");
    expect(Object.keys(exposed)).toEqual(["cactus"]);
    const api = exposed.cactus as Record<string, () => unknown>;
    expect(Object.keys(api)).toEqual(["askPort"]);
    expect(api.askPort?.()).toBeUndefined();
    expect(send).toHaveBeenCalledWith("cactus:port");
    const port = {};
    listeners.get("cactus:port")?.({ ports: [port], sender: "secret" });
    expect(postMessage).toHaveBeenCalledWith("cactus:port", "app://cactus", [port]);
    expect([...listeners.keys()]).toEqual(["cactus:port"]);
  });
});
