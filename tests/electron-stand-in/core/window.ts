import { Contents } from "./contents.ts";
import { mortal, StandInEvent, StrictEmitter } from "./loud.ts";
import { mustBeReady, type World } from "./world.ts";

const EVENTS = [
  "app-command",
  "blur",
  "close",
  "closed",
  "enter-full-screen",
  "focus",
  "hide",
  "leave-full-screen",
  "maximize",
  "minimize",
  "move",
  "moved",
  "page-title-updated",
  "query-session-end",
  "ready-to-show",
  "resize",
  "resized",
  "responsive",
  "restore",
  "session-end",
  "show",
  "swipe",
  "unmaximize",
  "unresponsive",
];

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

let serial = 0;

/** BrowserWindow (docs/api/browser-window.md, docs/api/base-window.md). */
export class StandInWindow extends StrictEmitter {
  readonly id: number;
  readonly webContents: Contents;
  readonly options: Record<string, unknown>;
  private readonly world: World;
  private bounds: Bounds;
  private state: "normal" | "maximized" | "minimized" | "fullscreen" = "normal";
  private before: "normal" | "maximized" = "normal";
  private shown: boolean;
  private dead = false;
  private closing = false;
  private title: string;
  private minimum: [number, number];
  progressBar = -1;
  accessibleTitle = "";
  excludedFromShownWindowsMenu = false;
  readonly guarded: StandInWindow;

  constructor(
    world: World,
    session: unknown,
    ipc: () => StrictEmitter,
    options: Record<string, unknown> = {},
  ) {
    mustBeReady(world, "Cannot create BrowserWindow before app is ready");
    super("BrowserWindow", EVENTS);
    serial += 1;
    this.id = serial;
    this.world = world;
    this.options = options;
    const { workArea } = world.settings;
    const width = Number(options.width ?? 800);
    const height = Number(options.height ?? 600);
    this.bounds = {
      width,
      height,
      x: Number(options.x ?? workArea.x + Math.max(0, Math.round((workArea.width - width) / 2))),
      y: Number(options.y ?? workArea.y + Math.max(0, Math.round((workArea.height - height) / 2))),
    };
    this.minimum = [Number(options.minWidth ?? 0), Number(options.minHeight ?? 0)];
    this.shown = options.show !== false;
    this.title = String(options.title ?? "Electron");
    const preferences = { ...((options.webPreferences as object) ?? {}) };
    const guarded = mortal("BrowserWindow", this as StandInWindow, StandInWindow.prototype, () => this.dead, [
      "isDestroyed",
      "gone",
    ]);
    this.guarded = guarded;
    this.webContents = new Contents(world, session, preferences, ipc());
    world.windows.add(guarded);
    this.follow();
    this.sizePage();
    world.appEmit("web-contents-created", new StandInEvent(), this.webContents);
    world.appEmit("browser-window-created", new StandInEvent(), guarded);
    if (this.shown) this.takeFocus();
    // biome-ignore lint/correctness/noConstructorReturn: the window that a host holds is the loud one.
    return guarded;
  }

  private follow(): void {
    const contents = this.webContents;
    for (const name of ["ready-to-show-internal", "titled-internal"])
      (contents.known as Set<string>).add(name);
    let ready = false;
    contents.on("ready-to-show-internal", () => {
      if (ready) return;
      ready = true;
      // docs: « emitted when the web page has been rendered (while not being shown) ».
      setImmediate(() => {
        if (!this.dead) this.emit("ready-to-show");
      });
    });
    contents.on("titled-internal", ((title: string) => {
      // docs: « calling event.preventDefault() will prevent the native window’s title from changing ».
      if (!this.ask("page-title-updated", {}, title, true)) this.title = title;
    }) as never);
    contents.on("unresponsive", () => this.emit("unresponsive"));
    contents.on("responsive", () => this.emit("responsive"));
    contents.on("destroyed", () => this.gone());
  }

  isDestroyed(): boolean {
    return this.dead;
  }
  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path);
  }
  reload(): void {
    this.webContents.reload();
  }

  /** « close » (before beforeunload), then the page’s own refusal, then « closed ». */
  close(): void {
    if (this.closing || this.dead) return;
    this.closing = true;
    this.world.note("window close");
    if (this.ask("close")) {
      this.closing = false;
      this.world.closeCancelled();
      return;
    }
    void this.webContents.page.close(false).then((closed) => {
      this.closing = false;
      if (closed) this.gone();
      else this.world.closeCancelled();
    });
  }
  /** docs: « neither unload nor beforeunload, nor close; closed is guaranteed ». */
  destroy(): void {
    if (this.dead) return;
    void this.webContents.page.close(true);
    this.gone();
  }
  private gone(): void {
    if (this.dead) return;
    const { world, webContents } = this;
    world.windows.delete(this.guarded);
    if (world.focused === this.guarded) world.focused = undefined;
    world.note("window closed");
    this.dead = true;
    this.emit("closed");
    webContents.destroyed();
    world.windowClosed();
  }

  show(): void {
    const was = this.shown;
    this.shown = true;
    if (!was) this.emit("show");
    this.takeFocus();
  }
  showInactive(): void {
    this.shown = true;
    this.emit("show");
  }
  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.emit("hide");
    this.blur();
  }
  isVisible(): boolean {
    return this.shown && this.state !== "minimized";
  }
  focus(): void {
    if (this.shown) this.takeFocus();
  }
  private takeFocus(): void {
    this.world.note("window focus");
    const former = this.world.focused;
    if (former === this.guarded) return;
    former?.blur();
    this.world.focused = this.guarded;
    this.emit("focus");
    this.world.appEmit("browser-window-focus", new StandInEvent(), this.guarded);
  }
  blur(): void {
    if (this.world.focused !== this.guarded) return;
    this.world.focused = undefined;
    this.emit("blur");
    this.world.appEmit("browser-window-blur", new StandInEvent(), this.guarded);
  }
  isFocused(): boolean {
    return this.world.focused === this.guarded;
  }
  moveTop(): void {}

  maximize(): void {
    this.shown = true;
    this.turn("maximized", "maximize");
  }
  unmaximize(): void {
    if (this.state === "maximized") this.turn("normal", "unmaximize");
  }
  isMaximized(): boolean {
    return this.state === "maximized";
  }
  minimize(): void {
    this.turn("minimized", "minimize");
  }
  isMinimized(): boolean {
    return this.state === "minimized";
  }
  restore(): void {
    if (this.state === "minimized") this.turn(this.before, "restore");
    else if (this.state === "maximized") this.turn("normal", "unmaximize");
  }
  setFullScreen(on: boolean): void {
    if (on === (this.state === "fullscreen")) return;
    this.turn(on ? "fullscreen" : this.before, on ? "enter-full-screen" : "leave-full-screen");
  }
  isFullScreen(): boolean {
    return this.state === "fullscreen";
  }
  isNormal(): boolean {
    return this.state === "normal";
  }
  get fullScreen(): boolean {
    return this.isFullScreen();
  }
  set fullScreen(on: boolean) {
    this.setFullScreen(on);
  }
  private turn(to: StandInWindow["state"], event: string): void {
    if (to === this.state) return;
    if (this.state === "normal" || this.state === "maximized") this.before = this.state;
    this.state = to;
    this.sizePage();
    // The window manager answers later: the events are not emitted inside the call.
    setImmediate(() => {
      if (this.dead) return;
      this.emit(event);
      if (to !== "minimized" && event !== "restore") this.emit("resize");
    });
  }

  getBounds(): Bounds {
    return this.state === "maximized" || this.state === "fullscreen"
      ? { ...this.world.settings.workArea }
      : { ...this.bounds };
  }
  getNormalBounds(): Bounds {
    return { ...this.bounds };
  }
  getContentBounds(): Bounds {
    return this.getBounds();
  }
  getSize(): [number, number] {
    const { width, height } = this.getBounds();
    return [width, height];
  }
  getContentSize(): [number, number] {
    return this.getSize();
  }
  getPosition(): [number, number] {
    const { x, y } = this.getBounds();
    return [x, y];
  }
  setBounds(to: Partial<Bounds>): void {
    for (const value of Object.values(to))
      if (!Number.isInteger(value))
        throw new TypeError("Error processing argument at index 0, conversion failure");
    const former = this.bounds;
    const next = { ...former, ...to };
    next.width = Math.max(next.width, this.minimum[0]);
    next.height = Math.max(next.height, this.minimum[1]);
    this.bounds = next;
    this.sizePage();
    setImmediate(() => {
      if (this.dead) return;
      if (next.x !== former.x || next.y !== former.y) this.emit("move");
      if (next.width !== former.width || next.height !== former.height) this.emit("resize");
    });
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {
    const { workArea } = this.world.settings;
    this.setBounds({
      x: workArea.x + Math.round((workArea.width - this.bounds.width) / 2),
      y: workArea.y + Math.round((workArea.height - this.bounds.height) / 2),
    });
  }
  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height];
  }
  getMinimumSize(): [number, number] {
    return this.minimum;
  }
  private sizePage(): void {
    const { width, height } = this.getBounds();
    this.webContents.page.resize(width, height);
  }

  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  setProgressBar(progress: number): void {
    if (typeof progress !== "number")
      throw new TypeError("Error processing argument at index 0, conversion failure");
    this.progressBar = progress;
    this.world.seen.progress.push(progress);
  }
  flashFrame(on: boolean): void {
    this.world.seen.flashes.push(on);
  }
  setOverlayIcon(_icon: unknown, description: string): void {
    if (this.world.settings.platform !== "win32")
      throw new TypeError("window.setOverlayIcon is not a function");
    this.world.seen.overlays.push(_icon === null ? null : description);
  }
  setRepresentedFilename(): void {
    if (this.world.settings.platform !== "darwin")
      throw new TypeError("window.setRepresentedFilename is not a function");
  }
  setDocumentEdited(): void {
    if (this.world.settings.platform !== "darwin")
      throw new TypeError("window.setDocumentEdited is not a function");
  }
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  isMenuBarVisible(): boolean {
    return this.world.settings.platform !== "darwin";
  }
  setIcon(): void {}
  setBackgroundColor(): void {}
  setContentProtection(): void {}
  getNativeWindowHandle(): Buffer {
    return Buffer.alloc(8);
  }
  isEnabled(): boolean {
    return true;
  }
  isResizable(): boolean {
    return this.options.resizable !== false;
  }
  getParentWindow(): null {
    return null;
  }
  getChildWindows(): [] {
    return [];
  }
  /** Plays an event that only the system can cause: app-command, swipe. */
  play(name: string, ...args: unknown[]): void {
    this.emit(name, new StandInEvent(), ...args);
  }
}
