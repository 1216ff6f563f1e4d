import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { type App, createApp } from "../../app.ts";
import { announcePortal } from "../announce-portal.ts";
import { databaseUrlFor, readOptions, version } from "../options.ts";
import { serveApp } from "./app-protocol.ts";
import type { ElectronModule } from "./electron.ts";
import { denyPermissions, guardContents, guardDownloads } from "./guards.ts";
import { createSystemKeychain } from "./keychain.ts";
import { menuTemplate } from "./menu.ts";
import { servePorts } from "./port.ts";
import { forkPortal } from "./portal-process.ts";
import { START } from "./urls.ts";

export interface HostPlaces {
  /** Built renderer of the staff application. */
  readonly renderer: string;
  readonly preload: string;
  readonly args: readonly string[];
}

/** Every preference is written down: what is not here keeps a safe default, and a test refuses any other key. */
export const windowOptions = (
  places: Pick<HostPlaces, "preload">,
  packaged: boolean,
): BrowserWindowConstructorOptions => ({
  width: 1440,
  height: 900,
  minWidth: 1024,
  minHeight: 700,
  show: false,
  title: "Cactus",
  webPreferences: {
    preload: places.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // Chromium’s PDF viewer is a plugin; documents are shown inside the application.
    plugins: true,
    devTools: !packaged,
  },
});

/**
 * The Electron host: one hardened window on app://, one message port. The application is created after the
 * single-instance lock, so two starts never open the database twice.
 */
export const runHost = async (
  electron: ElectronModule,
  places: HostPlaces,
  create: typeof createApp = createApp,
): Promise<void> => {
  const { app, BrowserWindow, dialog, Menu, protocol, session } = electron;
  const options = readOptions(places.args, process.env, true);
  const demo = options.demo;
  const chosen = places.args.includes("--data") ? options.dataDir : undefined;
  if (chosen) app.setPath("userData", chosen);
  else if (demo) app.setPath("userData", `${app.getPath("userData")}-demo`);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on("web-contents-created", (_event, contents) => guardContents(contents, electron));
  await app.whenReady();

  const dataDir = app.getPath("userData");
  let cactus: App;
  try {
    cactus = await create({
      dataDir,
      databaseUrl: chosen ? options.databaseUrl : databaseUrlFor(dataDir),
      demo,
      host: "electron",
      version,
      keychain: await createSystemKeychain(electron.safeStorage, dataDir),
      launchPortal: forkPortal(electron.utilityProcess),
    });
  } catch (error) {
    // Nothing is deleted, nothing is « repaired »: the sentence says what to do.
    dialog.showErrorBox(
      "Cactus ne peut pas démarrer",
      error instanceof Error ? error.message : "Erreur inconnue.",
    );
    app.exit(1);
    return;
  }
  await cactus.start();
  denyPermissions(session.defaultSession);
  guardDownloads(session.defaultSession, electron);
  protocol.handle("app", serveApp(places.renderer));
  servePorts(electron, cactus);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)));

  let window: BrowserWindow | undefined;
  const open = (): void => {
    window = new BrowserWindow(windowOptions(places, app.isPackaged));
    const opened = window;
    opened.once("ready-to-show", () => opened.show());
    opened.once("closed", () => {
      window = undefined;
    });
    void opened.loadURL(START);
  };
  open();
  if (demo) void announcePortal(cactus);
  app.on("second-instance", () => {
    if (!window) return open();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on("activate", () => {
    if (!window) open();
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  let closing = false;
  app.on("before-quit", (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void cactus.close().finally(() => app.quit());
  });
};
