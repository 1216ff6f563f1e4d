import type { BridgePeer } from "./bridge.ts";

/** The page’s own world: receives what the preload exposes. */
export const pageWorld = (peer: BridgePeer): void => {
  const freeze = (value: unknown): unknown => {
    if (typeof value === "object" && value !== null) {
      for (const one of Object.values(value)) freeze(one);
      Object.freeze(value);
    }
    return value;
  };
  peer.hear("expose", ({ key, api }: { key: string; api: unknown }) => {
    const taken = key in window;
    if (!taken)
      Object.defineProperty(window, key, {
        value: freeze(peer.in(api)),
        enumerable: true,
        writable: false,
        configurable: false,
      });
    peer.tell("exposed", { key, taken });
  });
  // Either world may be there first.
  peer.hear("anyone", () => peer.tell("hello", {}));
  peer.tell("hello", {});
  // Electron shows the system’s dialog; a headless browser has none.
  window.print = () => peer.tell("print", {});
};

interface Wire {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** The preload’s isolated world: `electron` as a sandboxed preload requires it, over one binding to the main process. */
export const preloadWorld = (
  peer: BridgePeer,
  wire: Wire,
  preload:
    | ((require: (name: string) => unknown, module: { exports: object }, process: object) => void)
    | undefined,
  about: { platform: string; versions: Record<string, string> },
): void => {
  const toMain = (globalThis as never as { standInSend: (text: string) => void }).standInSend;
  const send = (message: object): void => toMain(JSON.stringify(message));

  // — ports of this page that lead to the main process —
  const ports = new Map<number, MessagePort>();
  let portSerial = 0;
  const follow = (id: number, port: MessagePort): void => {
    ports.set(id, port);
    port.addEventListener("message", (event) => {
      try {
        send({ t: "port", id, wire: wire.encode(event.data), ports: event.ports.map(give) });
      } catch (error) {
        // The serializer of the main process knows nothing of the DOM: such a message never arrives.
        send({ t: "lost", id, reason: String((error as Error).message) });
      }
    });
    port.addEventListener("close", () => {
      ports.delete(id);
      send({ t: "port-closed", id });
    });
    port.start();
  };
  /** A port that leaves for the main process. */
  const give = (port: MessagePort): number => {
    portSerial -= 1;
    follow(portSerial, port);
    return portSerial;
  };
  /** A port that arrives from the main process. */
  const receive = (id: number): MessagePort => {
    const channel = new MessageChannel();
    follow(id, channel.port1);
    return channel.port2;
  };

  // — ipcRenderer —
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>();
  const invocations = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  let invocation = 0;
  const ipcRenderer = {
    send: (channel: string, ...args: unknown[]) =>
      send({ t: "ipc", channel, args: args.map(wire.encode), ports: [] }),
    postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
      send({ t: "ipc", channel, args: [wire.encode(message)], ports: transfer.map(give) }),
    invoke: (channel: string, ...args: unknown[]) => {
      invocation += 1;
      const id = invocation;
      return new Promise((resolve, reject) => {
        invocations.set(id, { resolve, reject });
        send({ t: "invoke", id, channel, args: args.map(wire.encode) });
      });
    },
    sendSync: () => {
      throw new Error("electron-stand-in: ipcRenderer.sendSync is not modelled");
    },
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    once: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      const once = (event: object, ...args: unknown[]): void => {
        listeners.get(channel)?.delete(once);
        listener(event, ...args);
      };
      return ipcRenderer.on(channel, once);
    },
    off: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: (event: object, ...args: unknown[]) => void) =>
      ipcRenderer.off(channel, listener),
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  Object.assign(globalThis, {
    standIn: {
      message: (channel: string, args: string[], ids: number[]) => {
        const event = { sender: ipcRenderer, ports: ids.map(receive), preventDefault: () => {} };
        for (const listener of [...(listeners.get(channel) ?? [])]) listener(event, ...args.map(wire.decode));
      },
      answered: (id: number, ok: boolean, value: string) => {
        const waiting = invocations.get(id);
        invocations.delete(id);
        if (ok) waiting?.resolve(wire.decode(value));
        else waiting?.reject(new Error(value));
      },
      port: (id: number, text: string, ids: number[]) =>
        ports.get(id)?.postMessage(wire.decode(text), ids.map(receive)),
      closePort: (id: number) => {
        ports.get(id)?.close();
        ports.delete(id);
      },
    },
  });

  // — contextBridge: the page’s world may not be there yet —
  const waiting: (() => void)[] = [];
  let heard = false;
  peer.hear("hello", () => {
    heard = true;
    for (const one of waiting.splice(0)) one();
  });
  peer.tell("anyone", {});
  peer.hear("print", () => send({ t: "print" }));
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      const described = peer.out(api);
      let taken = false;
      peer.hear("exposed", (detail: { key: string; taken: boolean }) => {
        if (detail.key === key) taken = detail.taken;
      });
      const expose = (): void => {
        peer.tell("expose", { key, api: described });
        if (taken) throw new Error("Cannot bind an API on top of an existing property on the window object");
      };
      if (heard) expose();
      else waiting.push(expose);
    },
  };
  const guard = (name: string, target: object): object =>
    new Proxy(target, {
      get: (object, key) => {
        if (typeof key === "symbol" || key in object) return Reflect.get(object, key);
        throw new Error(`electron-stand-in: ${name}.${key} is not modelled`);
      },
    });
  // docs/tutorial/sandbox.md: « a polyfilled subset »: electron (renderer modules), events, timers, url.
  const modules: Record<string, unknown> = {
    electron: guard("electron (preload)", {
      contextBridge: guard("contextBridge", contextBridge),
      ipcRenderer: guard("ipcRenderer", ipcRenderer),
      webUtils: guard("webUtils", {
        getPathForFile: (file: File) => (file as never as { path?: string }).path ?? "",
      }),
    }),
  };
  const require = (name: string): unknown => {
    const found = modules[name.replace(/^node:/, "")];
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
  if (preload)
    try {
      preload(
        require,
        { exports: {} },
        {
          platform: about.platform,
          versions: about.versions,
          contextIsolated: true,
          sandboxed: true,
          type: "renderer",
          argv: [],
          env: {},
        },
      );
    } catch (error) {
      send({ t: "preload-error", message: String((error as Error)?.stack ?? error) });
    }

  // — what a window tells its main process —
  let title = "";
  const readTitle = (): void => {
    if (document.title === title) return;
    title = document.title;
    send({ t: "title", title });
  };
  document.addEventListener("DOMContentLoaded", () => {
    readTitle();
    new MutationObserver(readTitle).observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const after = (event: Event, tell: () => void): void => {
    setTimeout(() => {
      if (!event.defaultPrevented) tell();
    }, 0);
  };
  window.addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted) return;
      const {
        key,
        code,
        shiftKey: shift,
        ctrlKey: control,
        altKey: alt,
        metaKey: meta,
        repeat: isAutoRepeat,
        location,
      } = event;
      const input = {
        type: "keyDown",
        key,
        code,
        shift,
        control,
        alt,
        meta,
        isAutoRepeat,
        location,
        isComposing: event.isComposing,
      };
      // The page has the key first; what it does not take goes to the menu.
      after(event, () => send({ t: "key", input }));
    },
    true,
  );
  // Chromium would look for another program for these links: they are asked here, as any navigation.
  window.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
    if (event.defaultPrevented || !link || /^(https?|blob|data|javascript):/.test(link.href)) return;
    event.preventDefault();
    send({ t: "external", url: link.href });
  });
  window.addEventListener(
    "contextmenu",
    (event) => {
      const target = event.target as HTMLElement;
      const field = target.closest("input, textarea, [contenteditable=true]") as HTMLInputElement | null;
      const isEditable = field !== null && !field.readOnly && !field.disabled;
      const selectionText =
        isEditable && "selectionStart" in field && field.selectionStart !== null
          ? field.value.slice(field.selectionStart, field.selectionEnd ?? undefined)
          : String(window.getSelection() ?? "");
      const selected = selectionText !== "";
      const linkURL = (target.closest("a[href]") as HTMLAnchorElement | null)?.href ?? "";
      const params = {
        x: event.clientX,
        y: event.clientY,
        linkURL,
        linkText: "",
        pageURL: window.location.href,
        frameURL: "",
        srcURL: "",
        mediaType: "none",
        hasImageContents: false,
        isEditable,
        selectionText,
        titleText: "",
        misspelledWord: "",
        dictionarySuggestions: [],
        inputFieldType: field?.type ?? "none",
        formControlType: field?.type ?? "none",
        menuSourceType: "mouse",
        spellcheckEnabled: field?.spellcheck ?? false,
        editFlags: {
          canUndo: isEditable,
          canRedo: isEditable,
          canCut: isEditable && selected,
          canCopy: selected,
          canPaste: isEditable,
          canDelete: isEditable && selected,
          canSelectAll: true,
          canEditRichly: false,
        },
        mediaFlags: {},
      };
      after(event, () => send({ t: "context-menu", params }));
    },
    true,
  );
  window.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey) after(event, () => send({ t: "zoom", direction: event.deltaY < 0 ? "in" : "out" }));
    },
    { capture: true, passive: true },
  );
};
