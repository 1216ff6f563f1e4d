import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import type { ElectronModule } from "./electron.ts";

/** A stand-in for Electron in unit tests: it records what the host asks of it, and lets a test play the events. */
export interface FakeElectron {
  readonly module: ElectronModule;
  readonly app: EventEmitter & {
    quits: number;
    exits: number[];
    sandboxed: boolean;
    lock: boolean;
    paths: Map<string, string>;
  };
  readonly windows: {
    options: Electron.BrowserWindowConstructorOptions;
    loaded: string[];
    focused: number;
  }[];
  readonly session: EventEmitter & {
    request?: (...args: unknown[]) => void;
    check?: (...args: unknown[]) => boolean;
    device?: () => boolean;
  };
  readonly ipc: EventEmitter;
  readonly opened: string[];
  readonly errors: string[];
  readonly protocols: Map<string, (request: { url: string; method?: string }) => Promise<Response>>;
  readonly schemes: unknown[];
  contents(): EventEmitter & { open?: (details: { url: string }) => { action: string } };
  backend: string;
  available: boolean;
}

/** A utility process is a child of its own: here under Node. */
const fork = (entry: string, args: string[], options: { env: NodeJS.ProcessEnv }) => {
  const child = spawn(process.execPath, [entry, ...args], { env: options.env });
  const utility = Object.assign(new EventEmitter(), {
    stdout: child.stdout,
    stderr: child.stderr,
    kill: () => child.kill(),
  });
  child.once("exit", (code) => utility.emit("exit", code));
  return utility;
};

export const fakeElectron = (): FakeElectron => {
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    exits: [] as number[],
    sandboxed: false,
    lock: true,
    isPackaged: true,
    paths: new Map([
      ["userData", mkdtempSync(join(tmpdir(), "cactus-user-data-"))],
      ["appData", tmpdir()],
    ]),
    requestSingleInstanceLock: () => app.lock,
    enableSandbox: () => {
      app.sandboxed = true;
    },
    whenReady: async () => {},
    setAppUserModelId: () => {},
    setAsDefaultProtocolClient: () => true,
    setAboutPanelOptions: () => {},
    getName: () => "Cactus",
    getPath: (name: string) => app.paths.get(name) ?? "",
    setPath: (name: string, path: string) => {
      app.paths.set(name, path);
    },
    quit: () => {
      app.quits += 1;
    },
    exit: (code: number) => {
      app.exits.push(code);
    },
  });
  const windows: FakeElectron["windows"] = [];
  class BrowserWindow extends EventEmitter {
    readonly record: FakeElectron["windows"][number];
    constructor(options: Electron.BrowserWindowConstructorOptions) {
      super();
      this.record = { options, loaded: [], focused: 0 };
      windows.push(this.record);
    }
    readonly webContents = Object.assign(new EventEmitter(), {
      setZoomLevel: () => {},
      getZoomLevel: () => 0,
    });
    show(): void {}
    getBounds = () => ({ x: 0, y: 0, width: 1024, height: 700 });
    isMinimized(): boolean {
      return false;
    }
    focus(): void {
      this.record.focused += 1;
    }
    async loadURL(url: string): Promise<void> {
      this.record.loaded.push(url);
    }
  }
  const session = Object.assign(new EventEmitter(), {
    availableSpellCheckerLanguages: ["fr"],
    setSpellCheckerLanguages: () => {},
    setPermissionRequestHandler: (handler: (...args: unknown[]) => void) => {
      session.request = handler;
    },
    setPermissionCheckHandler: (handler: (...args: unknown[]) => boolean) => {
      session.check = handler;
    },
    setDevicePermissionHandler: (handler: () => boolean) => {
      session.device = handler;
    },
  }) as FakeElectron["session"] & EventEmitter;
  const ipc = new EventEmitter();
  const fake: FakeElectron = {
    app,
    windows,
    session,
    ipc,
    opened: [],
    errors: [],
    protocols: new Map(),
    schemes: [],
    backend: "gnome_libsecret",
    available: true,
    contents: () => {
      const contents = Object.assign(new EventEmitter(), {
        setWindowOpenHandler: (handler: (details: { url: string }) => { action: string }) => {
          contents.open = handler;
        },
      }) as EventEmitter & { open?: (details: { url: string }) => { action: string } };
      app.emit("web-contents-created", {}, contents);
      return contents;
    },
    module: undefined as unknown as ElectronModule,
  };
  const display = { id: 1, scaleFactor: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };
  const module = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: (title: string, content: string) => fake.errors.push(`${title}: ${content}`) },
    ipcMain: ipc,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    MessageChannelMain: class {
      readonly port1: unknown;
      readonly port2: unknown;
      constructor() {
        const { port1, port2 } = new MessageChannel();
        this.port1 = Object.assign(port1, { start: () => {} });
        this.port2 = port2;
      }
    },
    nativeImage: {},
    Notification: { isSupported: () => false },
    powerMonitor: new EventEmitter(),
    screen: {
      getAllDisplays: () => [display],
      getPrimaryDisplay: () => display,
      getDisplayMatching: () => display,
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => fake.schemes.push(...schemes),
      handle: (scheme: string, handler: (request: { url: string }) => Promise<Response>) =>
        fake.protocols.set(scheme, handler),
    },
    safeStorage: {
      getSelectedStorageBackend: () => fake.backend,
      isAsyncEncryptionAvailable: async () => fake.available,
      encryptStringAsync: async (plain: string) => Buffer.from(`sealed:${[...plain].reverse().join("")}`),
      decryptStringAsync: async (sealed: Buffer) => ({
        result: [...sealed.toString().slice(7)].reverse().join(""),
        shouldReEncrypt: false,
      }),
    },
    session: { defaultSession: session },
    shell: {
      openExternal: async (url: string) => {
        fake.opened.push(url);
      },
    },
    utilityProcess: { fork },
  };
  return Object.assign(fake, { module: module as unknown as ElectronModule });
};
