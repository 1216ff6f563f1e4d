import { createORPCClient, DynamicLink } from "@orpc/client";
import { RPCLink as FetchLink } from "@orpc/client/fetch";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { PosteClient } from "../../shared/api/poste/index.ts";
import type { StaffClient } from "../../shared/api/staff/index.ts";
import { createPortLink, LinkCut } from "./port-link.ts";

declare global {
  interface Window {
    /** Exposed by the preload script under Electron; absent in a browser. The port arrives as a message. */
    readonly cactus?: { askPort(): void };
  }
}

const tokenKey = "cactus.jeton";

/** The bearer token of this window: survives a reload, not its closing. */
export const getToken = (): string | undefined => sessionStorage.getItem(tokenKey) ?? undefined;
export const setToken = (token: string | undefined): void => {
  if (token === undefined) sessionStorage.removeItem(tokenKey);
  else sessionStorage.setItem(tokenKey, token);
};

const headers = (): Record<string, string> => {
  const token = getToken();
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** An answer comes at once, or the main process is gone. */
const PORT_MS = 20_000;

const portFromHost = (ask: () => void): Promise<MessagePort> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      window.removeEventListener("message", receive);
      reject(new LinkCut());
    }, PORT_MS);
    const receive = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== "cactus:port" || !port) return;
      clearTimeout(late);
      window.removeEventListener("message", receive);
      resolve(port);
    };
    window.addEventListener("message", receive);
    ask();
  });

const makeLink = () => {
  // An element with id="cactus" is window.cactus too: only a real port function counts.
  const ask = window.cactus?.askPort;
  return typeof ask === "function"
    ? createPortLink(() => portFromHost(ask), headers)
    : new FetchLink({ url: `${window.location.origin}/rpc`, headers });
};

let link: ReturnType<typeof makeLink> | undefined;
const sharedLink = () => {
  link ??= makeLink();
  return link;
};

const calls: StaffClient & PosteClient = createORPCClient(new DynamicLink(sharedLink));

/** Typed calls to the staff contract, over Electron’s message port or the loopback HTTP of the Node host. */
export const client: StaffClient = calls;

/** What the workstation does for its page; absent in a browser, which has its own ways. */
export const poste: PosteClient["poste"] | undefined =
  typeof window !== "undefined" && typeof window.cactus?.askPort === "function" ? calls.poste : undefined;

/** TanStack Query options and keys for each procedure: `api.dossiers.lire.queryOptions({ input: { id } })`. */
export const api = createTanstackQueryUtils(client);
