import { contextBridge, ipcRenderer } from "electron";

/**
 * Hands the page one function and nothing else: it asks the main process for a port, which arrives as a message of
 * this very window (a port cannot cross the bridge). No ipcRenderer, no path, no event object gets out.
 */
const CHANNEL = "cactus:port";

ipcRenderer.on(CHANNEL, (event) => {
  window.postMessage(CHANNEL, window.location.origin, [...event.ports]);
});
contextBridge.exposeInMainWorld("cactus", {
  askPort: (): void => ipcRenderer.send(CHANNEL),
});
