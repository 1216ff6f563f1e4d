import type { Contents } from "./contents.ts";
import { loud, type StrictEmitter } from "./loud.ts";
import { StandInWindow } from "./window.ts";
import { mustBeReady, type World } from "./world.ts";

/** The class as the module exports it, with its static methods. */
export const browserWindowClass = (world: World, session: () => unknown, ipc: () => StrictEmitter) => {
  class BrowserWindow extends StandInWindow {
    constructor(options?: Record<string, unknown>) {
      mustBeReady(world, "Cannot create BrowserWindow before app is ready");
      super(world, session(), ipc, options);
    }
    static getAllWindows(): StandInWindow[] {
      return [...world.windows];
    }
    static getFocusedWindow(): StandInWindow | null {
      return world.focused ?? null;
    }
    static fromWebContents(contents: Contents): StandInWindow | null {
      return [...world.windows].find((one) => one.webContents === contents) ?? null;
    }
    static fromId(id: number): StandInWindow | null {
      return [...world.windows].find((one) => one.id === id) ?? null;
    }
  }
  return loud("BrowserWindow", BrowserWindow);
};
