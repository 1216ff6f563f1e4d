import type { App } from "../../app.ts";
import { logFolder } from "../../log-file.ts";
import { defaultDataDir, version } from "../options.ts";
import { serveApp } from "./app-protocol.ts";
import type { ElectronModule } from "./electron.ts";
import { denyPermissions } from "./guards.ts";
import { readLink, UNKNOWN_LINK } from "./links.ts";
import { type MenuGestures, menuTemplate } from "./menu.ts";
import { createPageEvents, type PageEvents } from "./page-events.ts";
import { servePorts } from "./port.ts";
import { posteRouter } from "./poste.ts";
import { openPreferences } from "./preferences.ts";
import { recoverPage } from "./recover.ts";
import { saveDiagnostic } from "./save-diagnostic.ts";
import { saveDownloads } from "./saving.ts";
import { followUpdates, noUpdates, type Updates, type UpdatesDeps } from "./updates.ts";
import { type OpenedWindow, openWindow } from "./window.ts";

/** The data folder in words, where it is not the one that this workstation opens by itself. */
const folderInWords = ({ dataDir, demo }: App["deps"]["config"]): string | undefined =>
  demo ? "démonstration" : dataDir === defaultDataDir(false) ? undefined : dataDir;

/** French, where the system’s own spell-checker does not choose by itself (macOS does). */
const spellInFrench = (session: Electron.Session): void => {
  if (process.platform === "darwin") return;
  const french = ["fr", "fr-FR"].find((one) => session.availableSpellCheckerLanguages.includes(one));
  if (french) session.setSpellCheckerLanguages([french]);
};

const notHere = {
  sources: "Ce Cactus est lancé depuis ses sources\u00a0: il ne se met pas à jour de lui-même.",
  unsigned:
    "Cette version a été préparée sans la clé de l’éditeur\u00a0: elle ne se met pas à jour d’elle-même. Demandez la nouvelle version à votre service informatique.",
} as const;

/** An installed application brings itself up to date, where its publisher gave it the key that its versions are signed with. */
const updatesOf = async (
  { app }: Pick<ElectronModule, "app">,
  cactus: App,
  page: PageEvents,
): Promise<Updates> => {
  const say: UpdatesDeps["say"] = (ton, message) => page.say({ type: "dire", ton, message });
  // The bundler writes it in (scripts/build.ts).
  const publicKey = process.env.CACTUS_CLE_MISES_A_JOUR ?? "";
  if (!app.isPackaged) return noUpdates(notHere.sources, say);
  if (!publicKey) return noUpdates(notHere.unsigned, say);
  const { autoUpdater } = await import("electron-updater");
  return followUpdates({
    updater: autoUpdater,
    publicKey,
    version,
    busy: () => cactus.busy(),
    quit: () => app.quit(),
    tell: (miseAJour) => page.say({ type: "mise-a-jour", miseAJour }),
    say,
    log: cactus.deps.log,
  });
};

/** A machine that slept or was locked: what waits is done, and the screen looks again. */
const followPower = (
  { powerMonitor, app }: Pick<ElectronModule, "powerMonitor" | "app">,
  cactus: App,
  page: PageEvents,
): void => {
  const awake = (): void => {
    cactus.wake();
    page.say({ type: "reveil" });
  };
  powerMonitor.on("resume", awake);
  powerMonitor.on("unlock-screen", awake);
  powerMonitor.on("lock-screen", () => page.say({ type: "commande", commande: "verrouiller" }));
  // The system is going down: quitting begins at once, in its order.
  powerMonitor.on("shutdown", () => app.quit());
};

/** Quitting asks about a pack under way, lets the page ask about what is typed, then closes the application, once. */
const quitInOrder = (
  { app, dialog }: Pick<ElectronModule, "app" | "dialog">,
  cactus: App,
  updates: Updates,
  settled: () => Promise<void>,
): void => {
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  // Electron asks again when the last window closes, and once everything is closed: the answer holds.
  let agreed = false;
  app.on("before-quit", (event) => {
    if (agreed || !cactus.busy()) return;
    const choice = dialog.showMessageBoxSync({
      type: "question",
      title: "Cactus",
      message: "Une liasse est en préparation.",
      detail: "Quitter maintenant l’interrompt\u00a0: aucun fichier ne sera gardé.",
      buttons: ["Attendre la liasse", "Quitter quand même"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 0) event.preventDefault();
    else agreed = true;
  });
  let closed = false;
  let closing = false;
  app.on("will-quit", (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing) return;
    closing = true;
    void Promise.allSettled([cactus.close(), settled()]).then(() => {
      closed = true;
      if (!updates.takeOver()) app.quit();
    });
  });
};

/** Everything of a workstation around a running application: window, menu, links, notifications, documents saved. */
export const serveWorkstation = async (
  electron: ElectronModule,
  places: { readonly renderer: () => string; readonly preload: string },
  cactus: App,
): Promise<{ followLink: (link: string | undefined) => void }> => {
  const { app, Menu, protocol, session, shell } = electron;
  const { dataDir } = cactus.deps.config;
  const preferences = openPreferences(dataDir);
  const page = createPageEvents();

  denyPermissions(session.defaultSession);
  spellInFrench(session.defaultSession);
  const saving = saveDownloads(session.defaultSession, electron, preferences, page);
  protocol.handle("app", serveApp(places.renderer()));
  app.setAboutPanelOptions({
    applicationName: "Cactus",
    applicationVersion: version,
    copyright: "Dossiers d’alternance du CFA",
  });

  let opened: OpenedWindow | undefined;
  const window = () => opened?.window;
  const open = (): OpenedWindow => {
    const fresh = openWindow({
      electron,
      preferences,
      page,
      preload: places.preload,
      packaged: app.isPackaged,
      onStay: () => updates.stay(),
    });
    opened = fresh;
    recoverPage(fresh.window, electron, cactus.deps.log);
    fresh.window.once("closed", () => {
      if (opened === fresh) opened = undefined;
    });
    return fresh;
  };
  const forward = (): void => {
    const { window: shown } = opened ?? open();
    if (shown.isMinimized()) shown.restore();
    shown.show();
    shown.focus();
  };
  /** A second start, or a link: the window comes forward, at the dossier if there is one. */
  const followLink = (link: string | undefined): void => {
    forward();
    if (link === undefined) return;
    const read = readLink(link);
    page.say(
      read === "inconnu"
        ? { type: "dire", ton: "erreur", message: UNKNOWN_LINK }
        : { type: "lien", reference: read.reference },
    );
  };

  const updates = await updatesOf(electron, cactus, page);
  const router = posteRouter({
    electron,
    page,
    log: cactus.deps.log,
    saving,
    updates,
    folder: folderInWords(cactus.deps.config),
    window,
    forward,
  });
  servePorts(electron, cactus, router);

  const say = (event: Parameters<PageEvents["say"]>[0]): void => {
    forward();
    page.say(event);
  };
  const gestures: MenuGestures = {
    command: (commande) => say({ type: "commande", commande }),
    goTo: (chemin) => say({ type: "aller", chemin }),
    zoom: (step) => opened?.zoom(step),
    reload: () => window()?.webContents.reload(),
    lookForUpdate: () => updates.look(),
    openLogs: () => void shell.openPath(logFolder(dataDir)),
    saveDiagnostic: () => void saveDiagnostic(electron, cactus.deps, page, window()),
    about: () => app.showAboutPanel(),
  };
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged, gestures)));

  open();
  app.on("activate", () => {
    if (!opened) open();
  });
  followPower(electron, cactus, page);
  quitInOrder(electron, cactus, updates, () => preferences.settled());
  return { followLink };
};
