import type * as Electron from "electron";

/** The part of Electron that the host uses; handed in, so that every handler is tested against a fake one. */
export type ElectronModule = Pick<
  typeof Electron,
  | "app"
  | "BrowserWindow"
  | "dialog"
  | "ipcMain"
  | "Menu"
  | "MessageChannelMain"
  | "protocol"
  | "safeStorage"
  | "session"
  | "shell"
  | "utilityProcess"
>;
