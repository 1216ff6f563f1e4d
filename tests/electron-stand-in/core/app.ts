import { isAbsolute, join } from "node:path";
import { acquireLock, type Lock } from "./lock.ts";
import { loud, StrictEmitter } from "./loud.ts";
import type { World } from "./world.ts";

const EVENTS = [
  "activate",
  "before-quit",
  "browser-window-blur",
  "browser-window-created",
  "browser-window-focus",
  "child-process-gone",
  "open-url",
  "quit",
  "ready",
  "render-process-gone",
  "second-instance",
  "session-created",
  "web-contents-created",
  "will-finish-launching",
  "will-quit",
  "window-all-closed",
];

/** Where the system keeps each folder (docs/api/app.md, getPath), under the stand-in’s home. */
const folders = ({ platform, home, name }: World["settings"]): [string, string][] => {
  const appData =
    platform === "win32"
      ? join(home, "AppData", "Roaming")
      : platform === "darwin"
        ? join(home, "Library", "Application Support")
        : join(home, ".config");
  const userData = join(appData, name);
  return [
    ["home", home],
    ["appData", appData],
    ["userData", userData],
    ["sessionData", userData],
    ["temp", join(home, "tmp")],
    ["exe", process.execPath],
    ["module", process.execPath],
    ["assets", join(home, "assets")],
    ["logs", platform === "darwin" ? join(home, "Library", "Logs", name) : join(userData, "logs")],
    ["crashDumps", join(userData, "Crashpad")],
    ...["Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos"].map((one): [string, string] => [
      one.toLowerCase(),
      join(home, one),
    ]),
  ];
};

/**
 * `app` (docs/api/app.md; shell/browser/browser.cc). Quit: before-quit → each window’s close and beforeunload →
 * will-quit → quit; a refusal anywhere leaves the application running. exit(): windows destroyed, only « quit ».
 */
export const createApp = (world: World, exited: (code: number) => void) => {
  const { settings, seen } = world;
  const { platform } = settings;
  const only = (platforms: readonly NodeJS.Platform[], name: string): void => {
    if (!platforms.includes(platform)) throw new TypeError(`app.${name} is not a function on ${platform}`);
  };
  for (const [name, path] of folders(settings)) world.paths.set(name, path);
  const emitter = new StrictEmitter("app", EVENTS);
  const readiness = Promise.withResolvers<void>();
  let name = settings.name;
  let quitting = false;
  let exiting = false;
  let over = false;
  let lock: Lock | undefined;
  let badge = 0;
  let code = 0;
  const arrivals: unknown[][] = [];

  const emit = (event: string, ...args: unknown[]): boolean => {
    world.note(event);
    return emitter.emit(event, ...args);
  };
  const ask = (event: string, ...args: unknown[]): boolean => {
    world.note(event);
    return emitter.ask(event, {}, ...args);
  };
  const shutdown = (): void => {
    if (over) return;
    over = true;
    quitting = true;
    emit("quit", {}, code);
    lock?.release();
    exited(code);
  };
  const notifyAndShutdown = (): void => {
    if (over) return;
    if (ask("will-quit")) {
      quitting = false;
      return;
    }
    shutdown();
  };
  const quit = (): void => {
    if (quitting || over) return;
    quitting = true;
    if (ask("before-quit")) {
      quitting = false;
      return;
    }
    if (world.windows.size === 0) notifyAndShutdown();
    else for (const window of [...world.windows]) window.close();
  };
  world.quit = quit;
  world.appEmit = (event, ...args) => void emit(event, ...args);
  world.closeCancelled = () => {
    quitting = false;
  };
  world.windowClosed = () => {
    if (world.windows.size > 0) return;
    if (exiting) shutdown();
    else if (quitting) notifyAndShutdown();
    else {
      // lib/browser/init.ts: without a listener of the application’s own, it quits.
      const listened = emitter.listenerCount("window-all-closed") > 0;
      emit("window-all-closed");
      if (!listened) quit();
    }
  };
  const secondInstance = (...args: unknown[]): void => {
    // docs/api/app.md: « guaranteed to be emitted after the ready event ».
    if (world.ready) emit("second-instance", {}, ...args);
    else arrivals.push(args);
  };

  const app = Object.assign(emitter, {
    isPackaged: settings.packaged,
    whenReady: (): Promise<void> => readiness.promise,
    isReady: (): boolean => world.ready,
    getName: (): string => name,
    setName: (to: string): void => {
      name = to;
    },
    getVersion: (): string => settings.version,
    getAppPath: (): string => settings.appPath,
    getLocale: (): string => (world.ready ? "fr" : ""),
    getSystemLocale: (): string => {
      if (!world.ready) throw new Error("app.getSystemLocale() can only be called after app is ready");
      return "fr-FR";
    },
    getPreferredSystemLanguages: (): string[] => ["fr-FR"],
    getPath: (which: string): string => {
      const path = world.paths.get(which);
      if (path === undefined) throw new Error(`Failed to get '${which}' path`);
      return path;
    },
    setPath: (which: string, path: string): void => {
      if (!world.paths.has(which)) throw new Error("Failed to set path");
      if (!isAbsolute(path)) throw new Error("Path must be absolute");
      // docs/api/app.md: « you have to override the userData path before the ready event is emitted ».
      if (world.ready && (which === "userData" || which === "sessionData"))
        throw new Error(
          `electron-stand-in: ${which} is changed after ready: Chromium has taken the former one`,
        );
      world.paths.set(which, path);
      if (which === "userData") world.paths.set("sessionData", path);
    },
    setAppLogsPath: (path?: string): void => {
      if (path !== undefined && !isAbsolute(path)) throw new Error("Path must be absolute");
      world.paths.set("logs", path ?? join(world.paths.get("userData") as string, "logs"));
    },
    requestSingleInstanceLock: (data?: Record<string, unknown>): boolean => {
      if (lock) return true;
      lock = acquireLock(world.paths.get("userData") as string, secondInstance, [
        [process.execPath, ...settings.args],
        process.cwd(),
        data ?? null,
      ]);
      return lock !== undefined;
    },
    hasSingleInstanceLock: (): boolean => lock !== undefined,
    releaseSingleInstanceLock: (): void => {
      lock?.release();
      lock = undefined;
    },
    enableSandbox: (): void => {
      if (world.ready) throw new Error("app.enableSandbox() can only be called before app is ready");
      world.note("enableSandbox");
    },
    disableHardwareAcceleration: (): void => {
      if (world.ready)
        throw new Error("app.disableHardwareAcceleration() can only be called before app is ready");
    },
    quit,
    exit: (status = 0): void => {
      code = status;
      exiting = true;
      quitting = true;
      if (world.windows.size === 0) shutdown();
      else for (const window of [...world.windows]) window.destroy();
    },
    relaunch: (options: Record<string, unknown> = {}): void => {
      // docs/api/app.md: « this method does not quit the app when executed ».
      seen.relaunches.push(options);
    },
    focus: (): void => {},
    show: (): void => only(["darwin"], "show"),
    hide: (): void => only(["darwin"], "hide"),
    setAsDefaultProtocolClient: (scheme: string): boolean => {
      if (/[:/]/.test(scheme)) throw new Error("the scheme is given without ://");
      seen.protocolClients.push(scheme);
      return true;
    },
    isDefaultProtocolClient: (scheme: string): boolean => seen.protocolClients.includes(scheme),
    removeAsDefaultProtocolClient: (scheme: string): boolean => {
      const at = seen.protocolClients.indexOf(scheme);
      if (at >= 0) seen.protocolClients.splice(at, 1);
      return at >= 0;
    },
    // shell/browser/browser_linux.cc, browser_mac.mm: it is there on every system, and does nothing elsewhere.
    setAppUserModelId: (_id: string): void => {},
    setUserTasks: (_tasks: unknown[]): boolean => {
      only(["win32"], "setUserTasks");
      return true;
    },
    setJumpList: (_categories: unknown): string => {
      only(["win32"], "setJumpList");
      return "ok";
    },
    setBadgeCount: (count = 0): boolean => {
      if (!Number.isInteger(count) || count < 0) throw new TypeError("a badge is a whole number");
      if (platform === "win32") return false;
      badge = count;
      seen.badges.push(count);
      return true;
    },
    getBadgeCount: (): number => badge,
    setAboutPanelOptions: (options: Record<string, unknown>): void => {
      seen.about.push(options);
    },
    showAboutPanel: (): void => {
      if (!world.ready) throw new Error("app.showAboutPanel() before ready");
      world.note("showAboutPanel");
    },
    dock:
      platform === "darwin"
        ? loud("app.dock", {
            setBadge: (text: string) => void seen.badges.push(Number(text) || 0),
            getBadge: () => String(badge || ""),
            bounce: () => 1,
            setMenu: (menu: unknown) => void menu,
            show: async () => {},
            hide: () => {},
          })
        : undefined,
    commandLine: loud("app.commandLine", {
      appendSwitch: (flag: string, value?: string) =>
        void world.note(`switch ${flag}${value ? `=${value}` : ""}`),
      appendArgument: (value: string) => void world.note(`argument ${value}`),
      hasSwitch: (flag: string) =>
        settings.args.some((one) => one === `--${flag}` || one.startsWith(`--${flag}=`)),
      getSwitchValue: (flag: string) =>
        settings.args.find((one) => one.startsWith(`--${flag}=`))?.slice(flag.length + 3) ?? "",
    }),
    getAppMetrics: () => [],
    isAccessibilitySupportEnabled: () => false,
    accessibilitySupportEnabled: false,
    runningUnderARM64Translation: false,
    userAgentFallback: "Chromium",
    allowRendererProcessReuse: true,
  });

  return {
    app: loud("app", app),
    emit,
    ask,
    /** will-finish-launching → ready: only once the entry module has been evaluated. */
    becomeReady: (): void => {
      emit("will-finish-launching");
      world.ready = true;
      readiness.resolve();
      emit("ready", {}, {});
      for (const args of arrivals.splice(0)) secondInstance(...args);
    },
    releaseLock: (): void => lock?.release(),
    isOver: (): boolean => over,
  };
};
