import type { Contents } from "./contents.ts";
import { LoadError, type Page } from "./page.ts";
import type { World } from "./world.ts";

/** Layer 1: a page without a browser. It asks the protocol handler for its document, and shows nothing. */
export const dryPage = (world: World, contents: Contents): Page => {
  const load = async (url: string): Promise<void> => {
    const scheme = new URL(url).protocol.slice(0, -1);
    const handler = world.handlers.get(scheme);
    if (!handler) throw new LoadError("ERR_UNKNOWN_URL_SCHEME", -302, url);
    const response = await handler(new Request(url));
    contents.documentArrived(url, /<title>([^<]*)<\/title>/.exec(await response.text())?.[1]);
  };
  return {
    load,
    reload: () => void load(contents.getURL()).catch(() => {}),
    travel: () => {},
    close: async () => true,
    send: () => {},
    setZoom: () => {},
    resize: () => {},
    command: () => {},
    evaluate: async () => {
      throw new Error("electron-stand-in: there is no page in layer 1");
    },
    crash: () => contents.crashed(),
    cutPorts: () => {},
    pdf: async () => {
      throw new Error("electron-stand-in: there is no page in layer 1");
    },
  };
};
