import type { SupportedMessagePort } from "@orpc/client/message-port";
import { RPCHandler } from "@orpc/server/message-port";
import type { IpcMainEvent } from "electron";
import type { App } from "../../app.ts";
import type { ElectronModule } from "./electron.ts";
import { isOurs } from "./urls.ts";

export const PORT_CHANNEL = "cactus:port";

/** Serves the staff contract on one port; the bearer token travels with each call, as over HTTP. */
export const serveOnPort = (app: Pick<App, "router" | "contextFor">, port: SupportedMessagePort): void => {
  const handler = new RPCHandler(app.router, {
    interceptors: [
      (options) => {
        const { authorization } = options.request.headers;
        const context = app.contextFor({
          authorization: Array.isArray(authorization) ? authorization[0] : authorization,
        });
        return options.next({ ...options, context });
      },
    ],
  });
  handler.upgrade(port, { context: {} });
};

/** Gives a port to the main frame of one of our pages that asks for it; anything else is not answered. */
export const servePorts = (
  { ipcMain, MessageChannelMain }: Pick<ElectronModule, "ipcMain" | "MessageChannelMain">,
  app: Pick<App, "router" | "contextFor">,
): void => {
  ipcMain.on(PORT_CHANNEL, (event: IpcMainEvent) => {
    const frame = event.senderFrame;
    if (!frame || frame !== event.sender.mainFrame || !isOurs(frame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    serveOnPort(app, port1);
    port1.start();
    frame.postMessage(PORT_CHANNEL, null, [port2]);
  });
};
