import type { SupportedMessagePort } from "@orpc/client/message-port";
import { RPCHandler } from "@orpc/server/message-port";
import type { IpcMainEvent } from "electron";
import type { App } from "../../app.ts";
import type { ElectronModule } from "./electron.ts";
import type { posteRouter } from "./poste.ts";
import { isOurs } from "./urls.ts";

export const PORT_CHANNEL = "cactus:port";

type Poste = ReturnType<typeof posteRouter>;

/**
 * Serves the staff contract and the workstation’s own on one port; the bearer token travels with each call, as over
 * HTTP.
 */
export const serveOnPort = (
  app: Pick<App, "router" | "contextFor">,
  port: SupportedMessagePort,
  poste: Poste,
): void => {
  const handler = new RPCHandler(
    { ...app.router, ...poste },
    {
      interceptors: [
        (options) => {
          const { authorization } = options.request.headers;
          const context = app.contextFor({
            authorization: Array.isArray(authorization) ? authorization[0] : authorization,
          });
          return options.next({ ...options, context });
        },
      ],
    },
  );
  handler.upgrade(port, { context: {} });
};

/** Gives a port to the main frame of one of our pages that asks for it; anything else is not answered. */
export const servePorts = (
  { ipcMain, MessageChannelMain }: Pick<ElectronModule, "ipcMain" | "MessageChannelMain">,
  app: Pick<App, "router" | "contextFor">,
  poste: Poste,
): void => {
  ipcMain.on(PORT_CHANNEL, (event: IpcMainEvent) => {
    const frame = event.senderFrame;
    if (!frame || frame !== event.sender.mainFrame || !isOurs(frame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    serveOnPort(app, port1, poste);
    port1.start();
    frame.postMessage(PORT_CHANNEL, null, [port2]);
  });
};
