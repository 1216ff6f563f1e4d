import type { BrowserWindow, BrowserWindowConstructorOptions } from "electron";
import { offerContextMenu } from "./context-menu.ts";
import type { ElectronModule } from "./electron.ts";
import type { PageEvents } from "./page-events.ts";
import type { PreferencesFile } from "./preferences.ts";
import { openingPlace, type Place, screenKey, smallest } from "./screens.ts";
import { START } from "./urls.ts";

/** Every preference is written down: what is not here keeps a safe default, and a test refuses any other key. */
export const windowOptions = (
  { preload }: { readonly preload: string },
  packaged: boolean,
): BrowserWindowConstructorOptions => ({
  minWidth: smallest.width,
  minHeight: smallest.height,
  show: false,
  title: "Cactus",
  webPreferences: {
    preload,
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
    // French, on the fields that ask for it; the words typed stay on this machine.
    spellcheck: true,
    // Chromium’s PDF viewer is a plugin; documents are shown inside the application.
    plugins: true,
    devTools: !packaged,
  },
});

const zoomLimits = { least: -3, most: 5 };

export interface WindowDeps {
  readonly electron: Pick<ElectronModule, "BrowserWindow" | "dialog" | "Menu" | "screen">;
  readonly preferences: PreferencesFile;
  readonly page: PageEvents;
  readonly preload: string;
  readonly packaged: boolean;
  /** The person chose to go back to what is typed rather than to leave. */
  onStay(): void;
}

/**
 * Remembers where the window is on each screen, and how large its text; brings back the text of the screen it goes
 * to. What is returned says that something of it changed.
 */
const rememberPlace = (window: BrowserWindow, { electron, preferences }: WindowDeps): (() => void) => {
  const { screen } = electron;
  const here = (): string => screenKey(screen.getDisplayMatching(window.getBounds()));
  let at = here();
  const remember = (): void => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const key = here();
    const known = preferences.now.ecrans[key];
    if (key !== at && known) window.webContents.setZoomLevel(known.zoom);
    at = key;
    const place: Place = {
      ...window.getNormalBounds(),
      agrandie: window.isMaximized(),
      pleinEcran: window.isFullScreen(),
      zoom: window.webContents.getZoomLevel(),
    };
    preferences.change({ ecrans: { ...preferences.now.ecrans, [key]: place }, dernierEcran: key });
  };
  let timer: NodeJS.Timeout | undefined;
  // A window being dragged moves at each pixel: its place is taken once it rests.
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(remember, 400);
  };
  window.on("resize", soon);
  window.on("move", soon);
  window.on("maximize", soon);
  window.on("unmaximize", soon);
  window.on("enter-full-screen", soon);
  window.on("leave-full-screen", soon);
  window.on("close", () => {
    clearTimeout(timer);
    remember();
  });
  return soon;
};

/** What is typed and not saved: the page says so (`beforeunload`), and leaving it is then a choice. */
const guardUnsaved = (window: BrowserWindow, { electron: { dialog }, onStay }: WindowDeps): void => {
  window.webContents.on("will-prevent-unload", (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: "warning",
      title: "Cactus",
      message: "Ce que vous avez tapé n’est pas enregistré.",
      detail: "Revenez l’enregistrer, ou quittez en l’abandonnant.",
      buttons: ["Revenir à la saisie", "Quitter sans enregistrer"],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Preventing this event lets the page be left.
    if (choice === 1) event.preventDefault();
    else onStay();
  });
};

/** Mouse buttons, keyboards’ own keys and swipes: the page goes back or forward, or asks before. */
const followGestures = (window: BrowserWindow, { page }: WindowDeps): void => {
  window.on("app-command", (event, command) => {
    if (command !== "browser-backward" && command !== "browser-forward") return;
    event.preventDefault();
    page.say({ type: "commande", commande: command === "browser-backward" ? "precedent" : "suivant" });
  });
  window.on("swipe", (_event, direction) => {
    if (direction === "left") page.say({ type: "commande", commande: "precedent" });
    if (direction === "right") page.say({ type: "commande", commande: "suivant" });
  });
};

export interface OpenedWindow {
  readonly window: BrowserWindow;
  /** Makes the text larger or smaller by half a step, or brings it back to its natural size. */
  zoom(step: -1 | 0 | 1): void;
}

/** The window, where it was left, on our page. */
export const openWindow = (deps: WindowDeps): OpenedWindow => {
  const { electron, preferences } = deps;
  const { ecrans, dernierEcran } = preferences.now;
  const place = openingPlace(
    electron.screen.getAllDisplays(),
    electron.screen.getPrimaryDisplay(),
    ecrans,
    dernierEcran,
  );
  const { x, y, width, height } = place;
  const window = new electron.BrowserWindow({ ...windowOptions(deps, deps.packaged), x, y, width, height });
  window.once("ready-to-show", () => {
    if (place.agrandie) window.maximize();
    if (place.pleinEcran) window.setFullScreen(true);
    window.show();
  });
  window.webContents.on("did-finish-load", () => window.webContents.setZoomLevel(place.zoom));
  guardUnsaved(window, deps);
  followGestures(window, deps);
  offerContextMenu(window.webContents, electron);
  const changed = rememberPlace(window, deps);
  const zoom: OpenedWindow["zoom"] = (step) => {
    const level = step === 0 ? 0 : window.webContents.getZoomLevel() + step / 2;
    window.webContents.setZoomLevel(Math.min(Math.max(level, zoomLimits.least), zoomLimits.most));
    changed();
  };
  window.webContents.on("zoom-changed", (_event, direction) => zoom(direction === "in" ? 1 : -1));
  // A failure is said by « did-fail-load »; a window closed while loading is none.
  window.loadURL(START).catch(() => {});
  return { window, zoom };
};
