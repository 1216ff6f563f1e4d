import type { Contents } from "../core/contents.ts";
import type { StandInSession } from "../core/session.ts";
import type { World } from "../core/world.ts";
import { fromPage, isOwn, toPage } from "./urls.ts";

interface Paused {
  readonly requestId: string;
  readonly request: { url: string; method: string; headers: Record<string, string>; postData?: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
}

interface Deps {
  readonly world: World;
  readonly contents: Contents;
  readonly send: (method: string, params?: Record<string, unknown>) => Promise<unknown>;
  readonly on: (method: string, listener: (params: never) => void) => void;
  readonly mainFrame: string;
  readonly session: () => StandInSession;
}

/** Schemes that Chromium serves by itself, from itself: its PDF viewer, documents of the page. */
const INSIDE = /^(chrome-extension|chrome|devtools|data|blob|about):/;

/** docs/api/session.md: a scheme of another program is the permission « openExternal ». */
export const openOutside = async (
  { world, contents, session }: Pick<Deps, "world" | "contents" | "session">,
  url: string,
): Promise<void> => {
  if (await session().asksFor("openExternal", contents, { externalURL: url })) world.seen.opened.push(url);
};

/**
 * Every request of a window: the application’s own go to its protocol handler, navigations are asked first, and
 * nothing else leaves the machine.
 */
export const answerRequests = ({ world, contents, send, on, mainFrame, session }: Deps): void => {
  // What the page itself asked for (Electron asks will-navigate for these only).
  const asked = new Map<string, string>();
  const quiet = (done: Promise<unknown>): void => void done.catch(() => {});
  const refuse = (requestId: string, errorReason: string): void =>
    quiet(send("Fetch.failRequest", { requestId, errorReason }));

  on("Page.frameRequestedNavigation", ({ frameId, url }: { frameId: string; url: string }) => {
    asked.set(frameId, url);
    if (/^(https?|chrome-extension):/.test(url) || isOwn(world, url)) return;
    // Chromium sends no request for these: the answer cannot hold them back, but it is heard.
    const shown = fromPage(world, url);
    const allowed = contents.asksToNavigate({ url: shown, isMainFrame: frameId === mainFrame });
    asked.delete(frameId);
    if (!allowed || INSIDE.test(url)) return;
    // Our own address, as it is written: Chromium knows the one that stands for it.
    if (toPage(world, url) !== url) return quiet(send("Page.navigate", { url: toPage(world, url), frameId }));
    quiet(openOutside({ world, contents, session }, shown));
  });

  const serve = async (paused: Paused, url: string): Promise<void> => {
    const { requestId, request } = paused;
    const handler = world.handlers.get(new URL(url).protocol.slice(0, -1));
    if (!handler) return refuse(requestId, "Failed");
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) headers.append(name, value);
    const body = request.postData === undefined ? {} : { body: request.postData };
    let response: Response;
    try {
      response = await handler(new Request(url, { method: request.method, headers, ...body }));
    } catch {
      return refuse(requestId, "Failed");
    }
    quiet(
      send("Fetch.fulfillRequest", {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString("base64"),
      }),
    );
  };

  on("Fetch.requestPaused", (paused: Paused) => {
    const { requestId, request, frameId, resourceType, redirectedRequestId } = paused;
    const url = fromPage(world, request.url);
    if (INSIDE.test(request.url)) return quiet(send("Fetch.continueRequest", { requestId }));
    if (resourceType === "Document") {
      const isMainFrame = frameId === mainFrame;
      const byPage = asked.delete(frameId) || !isMainFrame;
      const allowed = redirectedRequestId
        ? contents.asksToRedirect({ url, isMainFrame })
        : !byPage || contents.asksToNavigate({ url, isMainFrame });
      if (!allowed) return refuse(requestId, "Aborted");
    }
    if (isOwn(world, request.url)) return void serve(paused, url);
    world.note(`network ${new URL(url).origin}`);
    refuse(requestId, "InternetDisconnected");
  });
};
