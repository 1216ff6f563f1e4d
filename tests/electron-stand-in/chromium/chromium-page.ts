import type { Contents } from "../core/contents.ts";
import type { createIpc } from "../core/ipc.ts";
import { StandInEvent } from "../core/loud.ts";
import { LoadError, type Page } from "../core/page.ts";
import { MessageChannelMain, type PortEnd, type PortMain, toPage as portToPage } from "../core/ports.ts";
import type { StandInSession } from "../core/session.ts";
import { decodeWire, encodeWire } from "../core/wire.ts";
import type { World } from "../core/world.ts";
import type { Browser } from "./browser.ts";
import { allowPermissions } from "./permissions.ts";
import { answerRequests, openOutside } from "./requests.ts";
import { scripts } from "./scripts.ts";
import { fromPage, toPage } from "./urls.ts";

const WORLD = "Electron Isolated Context";

export interface PageDeps {
  readonly browser: () => Promise<Browser>;
  readonly ipc: ReturnType<typeof createIpc>;
  readonly session: () => StandInSession;
  readonly key: (pressed: {
    key: string;
    control: boolean;
    alt: boolean;
    shift: boolean;
    meta: boolean;
  }) => boolean;
  readonly opened: (frameId: string, contents: Contents) => void;
}

type Said =
  | { t: "ipc"; channel: string; args: string[]; ports: number[] }
  | { t: "invoke"; id: number; channel: string; args: string[] }
  | { t: "port"; id: number; wire: string; ports: number[] }
  | { t: "port-closed"; id: number }
  | { t: "lost"; id: number; reason: string }
  | { t: "preload-error"; message: string }
  | { t: "print" }
  | { t: "external"; url: string }
  | { t: "title"; title: string }
  | { t: "key"; input: { key: string; control: boolean; alt: boolean; shift: boolean; meta: boolean } }
  | { t: "context-menu"; params: Record<string, unknown> & { pageURL: string; linkURL: string } }
  | { t: "zoom"; direction: string };

/** Layer 2: a window’s contents are a tab of the real Chromium. */
export const chromiumPage =
  (deps: PageDeps) =>
  (world: World, contents: Contents): Page => {
    let session = "";
    let target = "";
    let context: string | undefined;
    let size: [number, number] | undefined;
    let zoom = 1;
    let ends = new Map<number, PortEnd>();
    let serial = 0;
    let closing: ((closed: boolean) => void) | undefined;
    let loaded: (() => void) | undefined;

    const browserReady = deps.browser();
    const call = async <T = Record<string, unknown>>(
      method: string,
      params: Record<string, unknown> = {},
    ): Promise<T> => (await opened).cdp.send<T>(method, params, session);
    const tell = (expression: string): void => {
      if (context !== undefined)
        void call("Runtime.evaluate", { expression, uniqueContextId: context }).catch(() => {});
    };
    const json = (value: unknown): string => JSON.stringify(value);

    // — ports —
    const giveToPage = (port: PortMain): number => {
      serial += 1;
      const id = serial;
      const end = portToPage(port, {
        wire: (wire, ports) => tell(`standIn.port(${id}, ${json(wire)}, ${json(ports.map(giveToPage))})`),
        close: () => tell(`standIn.closePort(${id})`),
      });
      if (end) ends.set(id, end);
      return id;
    };
    const takeFromPage = (id: number): PortMain => {
      const { port1, port2 } = new MessageChannelMain();
      const end = portToPage(port2, {
        wire: (wire, ports) => tell(`standIn.port(${id}, ${json(wire)}, ${json(ports.map(giveToPage))})`),
        close: () => tell(`standIn.closePort(${id})`),
      });
      if (end) ends.set(id, end);
      return port1;
    };
    /** A document that goes takes its ports with it: their other ends hear « close ». */
    const documentGone = (): void => {
      const former = ends;
      ends = new Map();
      context = undefined;
      for (const end of former.values()) end.closed();
    };

    const said = async (message: Said): Promise<void> => {
      const frame = contents.mainFrame;
      switch (message.t) {
        case "ipc":
          deps.ipc.sent(
            contents,
            frame,
            message.channel,
            message.args.map(decodeWire),
            message.ports.map(takeFromPage),
          );
          return;
        case "invoke": {
          const [ok, value] = await deps.ipc
            .invoked(contents, frame, message.channel, message.args.map(decodeWire))
            .then(
              (result) => [true, encodeWire(result)] as const,
              (error: Error) =>
                [false, `Error invoking remote method '${message.channel}': ${error}`] as const,
            );
          tell(`standIn.answered(${message.id}, ${ok}, ${json(value)})`);
          return;
        }
        case "port":
          ends.get(message.id)?.deliver(message.wire, message.ports.map(takeFromPage));
          return;
        case "port-closed":
          ends.get(message.id)?.closed();
          ends.delete(message.id);
          return;
        case "lost":
          process.stderr.write(`electron-stand-in: a message of the page is lost: ${message.reason}\n`);
          return;
        case "preload-error":
          contents.emit(
            "preload-error",
            new StandInEvent(),
            contents.preferences.preload,
            new Error(message.message),
          );
          return;
        case "external":
          if (!contents.asksToNavigate({ url: message.url, isMainFrame: true })) return;
          if (toPage(world, message.url) !== message.url)
            await call("Page.navigate", { url: toPage(world, message.url) });
          else await openOutside({ world, contents, session: deps.session }, message.url);
          return;
        case "title":
          contents.titled(message.title);
          return;
        case "print":
          world.seen.prints.push({ url: contents.getURL(), options: {} });
          return;
        case "key":
          if (!contents.ask("before-input-event", {}, { ...message.input, modifiers: [] }))
            deps.key(message.input);
          return;
        case "context-menu": {
          const { pageURL, linkURL } = message.params;
          contents.emit("context-menu", new StandInEvent(), {
            ...message.params,
            frame,
            pageURL: fromPage(world, pageURL),
            linkURL: fromPage(world, linkURL),
          });
          return;
        }
        case "zoom":
          contents.emit("zoom-changed", new StandInEvent(), message.direction);
      }
    };

    const readHistory = async (): Promise<{ entries: { id: number; url: string }[]; at: number }> => {
      const { currentIndex, entries } = await call<{
        currentIndex: number;
        entries: { id: number; url: string }[];
      }>("Page.getNavigationHistory");
      // Electron’s window begins with the first page it loads, a tab with about:blank.
      const first = entries[0]?.url === "about:blank" ? 1 : 0;
      return { entries: entries.slice(first), at: currentIndex - first };
    };
    const applyMetrics = async (ask: typeof call): Promise<void> => {
      if (!size) return;
      const [width, height] = size;
      if (zoom === 1) {
        await ask("Emulation.clearDeviceMetricsOverride");
        const { windowId } = await ask<{ windowId: number }>("Browser.getWindowForTarget", {
          targetId: target,
        });
        await ask("Browser.setWindowBounds", { windowId, bounds: { width, height } });
      } else
        await ask("Emulation.setDeviceMetricsOverride", {
          width: Math.round(width / zoom),
          height: Math.round(height / zoom),
          deviceScaleFactor: zoom,
          mobile: false,
        });
    };

    const open = async (): Promise<Browser> => {
      const browser = await browserReady;
      const { cdp } = browser;
      ({ targetId: target } = await cdp.send<{ targetId: string }>("Target.createTarget", {
        url: "about:blank",
      }));
      ({ sessionId: session } = await cdp.send<{ sessionId: string }>("Target.attachToTarget", {
        targetId: target,
        flatten: true,
      }));
      const on = (method: string, listener: (params: never) => void): void =>
        cdp.on(method, listener, session);
      const send = (method: string, params: Record<string, unknown> = {}) =>
        cdp.send(method, params, session);

      on(
        "Runtime.executionContextCreated",
        ({
          context: made,
        }: {
          context: { uniqueId: string; name: string; auxData?: { frameId: string } };
        }) => {
          if (made.name === WORLD && made.auxData?.frameId === target) context = made.uniqueId;
        },
      );
      on(
        "Runtime.executionContextDestroyed",
        ({ executionContextUniqueId: id }: { executionContextUniqueId: string }) => {
          if (id === context) documentGone();
        },
      );
      on("Runtime.executionContextsCleared", documentGone);
      on(
        "Runtime.bindingCalled",
        ({ payload }: { payload: string }) => void said(JSON.parse(payload) as Said),
      );
      on(
        "Page.frameNavigated",
        ({ frame }: { frame: { id: string; url: string; urlFragment?: string; parentId?: string } }) => {
          if (frame.parentId !== undefined || frame.url === "about:blank") return;
          const url = fromPage(world, frame.url + (frame.urlFragment ?? ""));
          void allowPermissions({ world, contents, cdp, session: deps.session }, frame.url).catch(() => {});
          contents.documentCommitted(url, new URL(url).origin);
          void readHistory()
            .then(({ entries, at }) => {
              contents.history = entries.map((one) => fromPage(world, one.url));
              contents.at = at;
            })
            .catch(() => {});
        },
      );
      on("Page.navigatedWithinDocument", ({ frameId, url }: { frameId: string; url: string }) => {
        if (frameId !== target) return;
        contents.mainFrame.url = fromPage(world, url);
        void readHistory()
          .then(({ entries, at }) =>
            contents.movedInPage(
              contents.mainFrame.url,
              entries.map((one) => fromPage(world, one.url)),
              at,
            ),
          )
          .catch(() => {});
      });
      on("Page.domContentEventFired", () => contents.documentReady());
      on("Page.loadEventFired", () => {
        contents.documentLoaded();
        loaded?.();
      });
      on("Page.javascriptDialogOpening", ({ type, message }: { type: string; message: string }) => {
        let accept = true;
        if (type === "beforeunload") {
          accept = !contents.wantsToStay();
          if (!accept) {
            closing?.(false);
            closing = undefined;
          }
        } else world.seen.dialogs.push({ kind: "message", options: { type, message } });
        // Playwright may be attached as well: whoever answers first has answered.
        void send("Page.handleJavaScriptDialog", { accept }).catch(() => {});
      });
      on("Inspector.targetCrashed", () => {
        documentGone();
        contents.crashed();
      });
      cdp.on("Target.targetDestroyed", ({ targetId }: { targetId: string }) => {
        if (targetId !== target) return;
        documentGone();
        closing?.(true);
        closing = undefined;
        contents.destroyed();
      });
      on("Page.windowOpen", ({ url }: { url: string }) => {
        if (contents.asksToOpen(fromPage(world, url)) === "allow")
          process.stderr.write(`electron-stand-in: a second window is not modelled: ${url}\n`);
      });
      cdp.on(
        "Target.targetCreated",
        ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string } }) => {
          if (targetInfo.openerId === target)
            void cdp.send("Target.closeTarget", { targetId: targetInfo.targetId }).catch(() => {});
        },
      );
      answerRequests({ world, contents, send, on, mainFrame: target, session: deps.session });

      const { page, isolated } = scripts(world, contents);
      await cdp.send("Target.setDiscoverTargets", { discover: true });
      await send("Page.enable");
      await send("Inspector.enable");
      await send("Runtime.enable");
      await send("Runtime.addBinding", { name: "standInSend", executionContextName: WORLD });
      await send("Page.addScriptToEvaluateOnNewDocument", { source: page });
      await send("Page.addScriptToEvaluateOnNewDocument", { source: isolated, worldName: WORLD });
      await send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
      await applyMetrics((method, params) => cdp.send(method, params, session));
      deps.opened(target, contents);
      return browser;
    };
    const opened = open();
    opened.catch((error: Error) => process.stderr.write(`electron-stand-in: ${error.stack}\n`));

    return {
      load: async (url) => {
        await opened;
        const arrived = new Promise<void>((resolve) => {
          loaded = resolve;
        });
        const { errorText } = await call<{ errorText?: string }>("Page.navigate", {
          url: toPage(world, url),
        });
        if (errorText)
          throw new LoadError(
            errorText.replace(/^net::/, ""),
            errorText === "net::ERR_ABORTED" ? -3 : -2,
            url,
          );
        await arrived;
      },
      reload: () => void call("Page.reload").catch(() => {}),
      travel: (by) =>
        void readHistory()
          .then(({ entries, at }) => {
            const entry = entries[at + by];
            return entry ? call("Page.navigateToHistoryEntry", { entryId: entry.id }) : undefined;
          })
          .catch(() => {}),
      close: async (force) => {
        const browser = await opened;
        const done = new Promise<boolean>((resolve) => {
          closing = resolve;
        });
        if (force)
          await browser.cdp.send("Target.closeTarget", { targetId: target }).catch(() => closing?.(true));
        else await call("Page.close").catch(() => closing?.(true));
        return done;
      },
      send: (channel, args, ports) => {
        if (context === undefined) return;
        const ids = ports.map(giveToPage);
        tell(`standIn.message(${json(channel)}, ${json(args)}, ${json(ids)})`);
      },
      setZoom: (factor) => {
        if (factor === zoom) return;
        zoom = factor;
        void applyMetrics(call).catch(() => {});
      },
      resize: (width, height) => {
        size = [width, height];
        void applyMetrics(call).catch(() => {});
      },
      command: (name, value) => {
        const done =
          value === undefined
            ? call("Input.dispatchKeyEvent", { type: "rawKeyDown", commands: [name] })
            : call("Input.insertText", { text: value });
        void done.catch(() => {});
      },
      evaluate: async (expression) => {
        const { result, exceptionDetails } = await call<{
          result: { value: unknown };
          exceptionDetails?: { text: string };
        }>("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return result.value;
      },
      cutPorts: () => {
        for (const [id, end] of ends) {
          tell(`standIn.closePort(${id})`);
          end.closed();
        }
        ends.clear();
      },
      crash: () => void call("Page.crash").catch(() => {}),
      pdf: async () => Buffer.from((await call<{ data: string }>("Page.printToPDF")).data, "base64"),
    };
  };
