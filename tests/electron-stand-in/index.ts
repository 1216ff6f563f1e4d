import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Electron from "electron";
import { createApp } from "./core/app.ts";
import { browserWindowClass } from "./core/browser-window.ts";
import type { Contents } from "./core/contents.ts";
import { createDialog } from "./core/dialog.ts";
import { evaluated } from "./core/evaluation.ts";
import { createIpc } from "./core/ipc.ts";
import { loud, StandInEvent, StrictEmitter } from "./core/loud.ts";
import { asShown, createMenu, itemAt, MenuItem, popups } from "./core/menu.ts";
import { MessageChannelMain } from "./core/ports.ts";
import { createProtocol } from "./core/protocol.ts";
import { StandInSession } from "./core/session.ts";
import {
  createNativeImage,
  createNativeTheme,
  createNotification,
  createPowerMonitor,
  createSafeStorage,
  createScreen,
  createShell,
  shown,
} from "./core/system.ts";
import { createUtilityProcess } from "./core/utility.ts";
import type { StandInWindow } from "./core/window.ts";
import type { Answers, Seen, Settings, World } from "./core/world.ts";

export type { Answers, Seen, Settings } from "./core/world.ts";

/**
 * A stand-in for Electron, at least as strict as the real thing where its documentation or source says so, and loud on
 * everything it does not model. `docs/electron.md` says, API by API, where each behaviour comes from.
 */
export interface ElectronStandIn {
  /** What `import "electron"` gives the host. */
  readonly electron: typeof Electron;
  /** What the application asked of the system. */
  readonly seen: Seen;
  /** What the system will answer. */
  readonly answers: Answers;
  readonly windows: ReadonlySet<StandInWindow>;
  /** Folders of the system, by Electron’s names. */
  readonly paths: ReadonlyMap<string, string>;
  /** The outside world: what a person or the system does. */
  readonly play: Play;
  /**
   * Evaluates the entry module, then « ready » and never before (electron/electron #40719, #41369). Rejects when the
   * evaluation can never end because it awaits what comes after it.
   */
  start(entry: () => unknown): Promise<void>;
  /** The status with which the application has left. */
  readonly exited: Promise<number>;
  readonly world: World;
  readonly ipc: ReturnType<typeof createIpc>;
  readonly session: StandInSession;
  readonly menu: ReturnType<typeof createMenu>;
}

export interface Play {
  /** The application menu’s item, by its labels: « Fichier › Quitter ». */
  menu(path: string): void;
  /** An item of the context menu that is open. */
  contextMenu(path: string): void;
  /** The application menu as it is shown. */
  menuShown(): Record<string, unknown>[];
  /** A key that the page let by. */
  key(pressed: { key: string; control?: boolean; alt?: boolean; shift?: boolean; meta?: boolean }): boolean;
  /** Clicks the newest notification, or the one of that title. */
  notification(title?: string, event?: "click" | "close"): void;
  /** macOS opens a link of the application’s scheme; elsewhere the system starts it again with the link. */
  openUrl(url: string): boolean;
  /** Another start of the application on the same data. */
  secondInstance(argv: readonly string[], workingDirectory?: string, additionalData?: unknown): void;
  activate(): void;
  power(event: "suspend" | "resume" | "shutdown" | "lock-screen" | "unlock-screen"): void;
  quit(): void;
  /** A message of a page’s preload: layer 1 has no page of its own. */
  ipc(channel: string, args?: readonly unknown[], from?: { sender?: unknown; senderFrame?: unknown }): void;
  /** Contents that show something else than a window of the application. */
  contents(): Contents;
  /** A page saves a file; resolves once it is written, cancelled or interrupted. */
  download(
    about: { url: string; filename?: string; mimeType?: string; bytes?: number },
    save?: (path: string) => Promise<void>,
  ): Promise<void>;
  childGone(details: Record<string, unknown>): void;
  /** The first display becomes another one, or goes: window places are checked against it. */
  display(workArea: { x: number; y: number; width: number; height: number }): void;
}

const emptySeen = (): Seen => ({
  errorBoxes: [],
  dialogs: [],
  notifications: [],
  opened: [],
  shownInFolder: [],
  openedPaths: [],
  badges: [],
  progress: [],
  overlays: [],
  flashes: [],
  prints: [],
  schemes: [],
  protocolClients: [],
  relaunches: [],
  popups: [],
  about: [],
  forks: [],
  dictionary: [],
  spellLanguages: [],
  events: [],
});

export const createElectronStandIn = (settings: Settings = {}): ElectronStandIn => {
  const home = settings.home ?? mkdtempSync(join(tmpdir(), "cactus-stand-in-"));
  mkdirSync(home, { recursive: true });
  const world: World = {
    settings: {
      platform: process.platform,
      packaged: true,
      args: [],
      appPath: process.cwd(),
      name: "Cactus",
      version: "1.0.0",
      workArea: { x: 0, y: 0, width: 1920, height: 1040 },
      storageBackend: "gnome_libsecret",
      encryptionAvailable: true,
      notificationsSupported: true,
      ...settings,
      home,
    },
    seen: emptySeen(),
    answers: { dialogs: [], print: { success: true, reason: "" }, saves: [] },
    handlers: new Map(),
    windows: new Set(),
    paths: new Map(),
    ready: false,
    focused: undefined,
    appEmit: () => {},
    windowClosed: () => {},
    closeCancelled: () => {},
    quit: () => {},
    note: (event) => void world.seen.events.push(event),
  };
  const left = Promise.withResolvers<number>();
  const utility = createUtilityProcess(world);
  const { app, emit, becomeReady, isOver } = createApp(world, (code) => {
    utility.killAll();
    left.resolve(code);
  });
  const protocol = createProtocol(world);
  const defaultSession = new StandInSession(world, protocol);
  const session = loud("session", {
    // lib/browser/api/session.ts: a session is received only once the application is ready.
    get defaultSession(): StandInSession {
      if (!world.ready) throw new Error("Session can only be received when app is ready");
      return defaultSession;
    },
  });
  const ipc = createIpc();
  const menu = createMenu(world);
  const power = createPowerMonitor(world);
  const screen = createScreen(world);
  const ipcOfContents = (): StrictEmitter => new StrictEmitter("webContents.ipc", []);
  const BrowserWindow = browserWindowClass(world, () => defaultSession, ipcOfContents);
  const electron = loud("electron", {
    app,
    BrowserWindow,
    dialog: createDialog(world),
    ipcMain: ipc.ipcMain,
    Menu: menu.Menu,
    MenuItem: loud(
      "MenuItem",
      class extends MenuItem {
        constructor(options: Record<string, unknown>) {
          super(world, options);
        }
      },
    ),
    MessageChannelMain,
    nativeImage: createNativeImage(),
    nativeTheme: createNativeTheme(),
    Notification: createNotification(world),
    powerMonitor: power.powerMonitor,
    protocol,
    safeStorage: createSafeStorage(world),
    screen: screen.screen,
    session,
    shell: createShell(world),
    utilityProcess: utility.utilityProcess,
  }) as unknown as typeof Electron;

  const focused = (): StandInWindow | undefined => world.focused ?? [...world.windows][0];
  const play: Play = {
    menu: (path) => {
      const shownMenu = menu.application();
      if (!shownMenu) throw new Error("there is no application menu");
      itemAt(shownMenu, path).click({}, focused());
    },
    contextMenu: (path) => {
      const open = popups.get(world);
      if (!open) throw new Error("no context menu is open");
      itemAt(open, path).click({}, focused());
    },
    menuShown: () => {
      const shownMenu = menu.application();
      return shownMenu ? asShown(shownMenu) : [];
    },
    key: ({ key, control = false, alt = false, shift = false, meta = false }) => {
      const item = menu.itemFor({ key, control, alt, shift, meta });
      item?.click({ triggeredByAccelerator: true }, focused());
      return item !== undefined;
    },
    notification: (title, event = "click") => {
      const found = (shown.get(world) ?? []).findLast((one) => title === undefined || one.title === title);
      if (!found) throw new Error(`no notification${title ? ` « ${title} »` : ""} is shown`);
      found.emit(event, new StandInEvent());
    },
    openUrl: (url) => {
      if (world.settings.platform !== "darwin") {
        emit("second-instance", {}, [process.execPath, ...world.settings.args, url], process.cwd(), null);
        return true;
      }
      const event = new StandInEvent();
      emit("open-url", event, url);
      return event.defaultPrevented;
    },
    secondInstance: (argv, workingDirectory = process.cwd(), additionalData = null) =>
      void emit("second-instance", {}, [process.execPath, ...argv], workingDirectory, additionalData),
    activate: () => void emit("activate", {}, world.windows.size > 0),
    power: (event) => void power.emitter.emit(event, new StandInEvent()),
    quit: () => world.quit(),
    ipc: (channel, args = [], from = {}) => {
      const window = focused();
      const sender = (from.sender ?? window?.webContents) as Contents;
      const frame = "senderFrame" in from ? from.senderFrame : sender.mainFrame;
      ipc.sent(sender, frame as never, channel, args);
    },
    contents: () => new BrowserWindow({ show: false }).webContents,
    download: (
      { url, filename = "document.pdf", mimeType = "application/pdf", bytes = 1 },
      save = async () => {},
    ) =>
      defaultSession.download(
        { url, filename, mimeType, bytes },
        { save, cancel: () => {} },
        focused()?.webContents,
      ),
    childGone: (details) => void emit("child-process-gone", new StandInEvent(), details),
    display: (workArea) => {
      const [first] = screen.displays;
      if (first) Object.assign(first, { workArea, bounds: workArea, workAreaSize: workArea, size: workArea });
      screen.emitter.emit("display-metrics-changed", new StandInEvent(), first, ["bounds", "workArea"]);
    },
  };

  return {
    electron,
    seen: world.seen,
    answers: world.answers,
    windows: world.windows,
    paths: world.paths,
    play,
    start: async (entry) => {
      await evaluated(entry);
      if (!isOver()) becomeReady();
    },
    exited: left.promise,
    world,
    ipc,
    session: defaultSession,
    menu,
  };
};
