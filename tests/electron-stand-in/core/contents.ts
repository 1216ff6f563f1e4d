import { existsSync } from "node:fs";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { dryPage } from "./dry-page.ts";
import { Frame } from "./frame.ts";
import { loud, mortal, StandInEvent, StrictEmitter } from "./loud.ts";
import type { LoadError, Page } from "./page.ts";
import type { World } from "./world.ts";

const EVENTS = [
  "before-input-event",
  "blur",
  "console-message",
  "context-menu",
  "destroyed",
  "devtools-opened",
  "did-fail-load",
  "did-fail-provisional-load",
  "did-finish-load",
  "did-navigate",
  "did-navigate-in-page",
  "did-start-loading",
  "did-start-navigation",
  "did-stop-loading",
  "dom-ready",
  "focus",
  "ipc-message",
  "page-title-updated",
  "preload-error",
  "render-process-gone",
  "responsive",
  "unresponsive",
  "will-attach-webview",
  "will-frame-navigate",
  "will-navigate",
  "will-prevent-unload",
  "will-redirect",
  "zoom-changed",
];

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isSameDocument?: boolean;
  readonly frame?: Frame | null;
  readonly initiator?: Frame | null;
}

let serial = 0;

/** webContents (docs/api/web-contents.md): what a window shows, and what happens there. */
export class Contents extends StrictEmitter {
  readonly id: number;
  readonly page: Page;
  mainFrame: Frame;
  focusedFrame: Frame | null = null;
  readonly preferences: Record<string, unknown>;
  readonly session: unknown;
  readonly navigationHistory: object;
  history: string[] = [];
  at = -1;
  private readonly world: World;
  private level = 0;
  private title = "";
  private loading = false;
  private dead = false;
  private gone = false;
  openHandler: ((details: Record<string, unknown>) => { action: string }) | undefined;
  readonly hostWebContents = null;
  readonly devToolsWebContents = null;
  readonly ipc: StrictEmitter;
  userAgent = "Chromium";
  audioMuted = false;
  frameRate = 60;
  backgroundThrottling = true;

  constructor(
    world: World,
    session: unknown,
    preferences: Record<string, unknown>,
    ipcEvents: StrictEmitter,
  ) {
    super("webContents", EVENTS);
    serial += 1;
    this.id = serial;
    this.world = world;
    this.session = session;
    this.preferences = preferences;
    this.ipc = ipcEvents;
    const guarded = mortal("webContents", this as Contents, Contents.prototype, () => this.dead, [
      "isDestroyed",
      "destroyed",
    ]);
    this.mainFrame = this.newFrame("");
    this.navigationHistory = loud("navigationHistory", {
      canGoBack: () => this.at > 0,
      canGoForward: () => this.at < this.history.length - 1,
      canGoToOffset: (by: number) => this.history[this.at + by] !== undefined,
      goBack: () => this.at > 0 && this.page.travel(-1),
      goForward: () => this.at < this.history.length - 1 && this.page.travel(1),
      goToOffset: (by: number) => this.history[this.at + by] !== undefined && this.page.travel(by),
      getActiveIndex: () => this.at,
      getEntryAtIndex: (at: number) => ({ url: this.history[at], title: this.title }),
      getAllEntries: () => this.history.map((url) => ({ url, title: this.title })),
      length: () => this.history.length,
      clear: () => {
        this.history = this.history.slice(this.at, this.at + 1);
        this.at = this.history.length - 1;
      },
    });
    this.page = (world.settings.pages ?? dryPage)(world, guarded);
    // biome-ignore lint/correctness/noConstructorReturn: the contents that a host holds are the loud ones.
    return guarded;
  }

  newFrame(url: string): Frame {
    return new Frame(url, (channel, args, ports) => this.page.send(channel, args, ports));
  }

  // — asked by the host —

  async loadURL(url: string): Promise<void> {
    this.checkPreload();
    this.emit("did-start-loading");
    this.loading = true;
    try {
      await this.page.load(url);
    } catch (error) {
      this.loading = false;
      const { code, errno } = error as LoadError;
      this.emit("did-fail-load", new StandInEvent(), errno, code, url, true, 1, 1);
      this.emit("did-stop-loading");
      throw error;
    }
  }
  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(path).href);
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  getTitle(): string {
    return this.title;
  }
  isLoading(): boolean {
    return this.loading;
  }
  isLoadingMainFrame(): boolean {
    return this.loading;
  }
  isCrashed(): boolean {
    return this.gone;
  }
  isDestroyed(): boolean {
    return this.dead;
  }
  isFocused(): boolean {
    return this.world.focused?.webContents === this;
  }
  focus(): void {}
  reload(): void {
    this.gone = false;
    this.page.reload();
  }
  reloadIgnoringCache(): void {
    this.reload();
  }
  stop(): void {}
  getProcessId(): number {
    return 1;
  }
  getOSProcessId(): number {
    return process.pid;
  }
  setWindowOpenHandler(handler: Contents["openHandler"]): void {
    this.openHandler = handler;
  }
  send(channel: string, ...args: unknown[]): void {
    this.mainFrame.send(channel, ...args);
  }
  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    this.mainFrame.postMessage(channel, message, transfer);
  }
  executeJavaScript(code: string): Promise<unknown> {
    return this.page.evaluate(code);
  }
  insertCSS(): Promise<string> {
    return Promise.resolve("");
  }
  insertText(text: string): Promise<void> {
    this.page.command("insertText", text);
    return Promise.resolve();
  }
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
    this.level = Math.log(factor) / Math.log(1.2);
    this.page.setZoom(factor);
  }
  getZoomFactor(): number {
    return 1.2 ** this.level;
  }
  setZoomLevel(level: number): void {
    this.level = level;
    this.page.setZoom(1.2 ** level);
  }
  getZoomLevel(): number {
    return this.level;
  }
  get zoomFactor(): number {
    return this.getZoomFactor();
  }
  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }
  get zoomLevel(): number {
    return this.level;
  }
  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }
  print(options: Record<string, unknown> = {}, done?: (success: boolean, reason: string) => void): void {
    if (typeof options !== "object")
      throw new TypeError("webContents.print(): Invalid print settings specified.");
    this.world.seen.prints.push({ url: this.getURL(), options });
    const { success, reason } = this.world.answers.print;
    setImmediate(() => done?.(success, success ? "" : reason));
  }
  printToPDF(options: Record<string, unknown> = {}): Promise<Buffer> {
    return this.page.pdf(options);
  }
  forcefullyCrashRenderer(): void {
    this.page.crash();
  }
  replaceMisspelling(word: string): void {
    this.page.command("replaceMisspelling", word);
  }
  undo(): void {
    this.page.command("undo");
  }
  redo(): void {
    this.page.command("redo");
  }
  cut(): void {
    this.page.command("cut");
  }
  copy(): void {
    this.page.command("copy");
  }
  paste(): void {
    this.page.command("paste");
  }
  pasteAndMatchStyle(): void {
    this.page.command("pasteAndMatchStyle");
  }
  delete(): void {
    this.page.command("delete");
  }
  selectAll(): void {
    this.page.command("selectAll");
  }
  openDevTools(): void {
    if (this.preferences.devTools !== false) this.world.note("openDevTools");
  }
  toggleDevTools(): void {
    this.openDevTools();
  }
  closeDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false;
  }
  getUserAgent(): string {
    return this.userAgent;
  }
  setUserAgent(agent: string): void {
    this.userAgent = agent;
  }
  setBackgroundThrottling(): void {}
  getType(): string {
    return "window";
  }
  startDrag(): void {}
  close(): void {
    void this.page.close(true);
  }

  // — told by the page —

  /** A navigation that the page asks for: will-frame-navigate, then will-navigate; false when a listener refused. */
  asksToNavigate(navigation: Navigation): boolean {
    const frame = navigation.frame ?? this.mainFrame;
    const details = { isSameDocument: false, ...navigation, frame };
    if (this.ask("will-frame-navigate", details)) return false;
    if (!navigation.isMainFrame) return true;
    return !this.ask("will-navigate", details, navigation.url, false, true, 1, 1);
  }
  asksToRedirect(navigation: Navigation): boolean {
    return !this.ask(
      "will-redirect",
      { ...navigation, frame: this.mainFrame },
      navigation.url,
      false,
      true,
      1,
      1,
    );
  }
  /** window.open or a link to a new window: without a handler Electron opens one; with it, what it says. */
  asksToOpen(url: string, details: Record<string, unknown> = {}): "allow" | "deny" {
    const answer = this.openHandler?.({
      url,
      frameName: "",
      features: "",
      disposition: "foreground-tab",
      referrer: { url: "", policy: "default" },
      ...details,
    });
    if (!answer) return this.openHandler ? "deny" : "allow";
    if (answer.action !== "allow" && answer.action !== "deny")
      throw new Error(
        "The window open handler response must be an object with an 'action' property of 'allow' or 'deny'.",
      );
    return answer.action;
  }
  documentCommitted(url: string, origin: string, travelledTo?: number): void {
    this.mainFrame.detached = true;
    this.mainFrame = this.newFrame(url);
    this.mainFrame.origin = origin;
    if (travelledTo === undefined) {
      if (this.history[this.at] !== url) {
        this.history = [...this.history.slice(0, this.at + 1), url];
        this.at = this.history.length - 1;
      }
    } else this.at = travelledTo;
    this.emit("did-navigate", new StandInEvent(), url, 200, "OK");
  }
  movedInPage(url: string, history: string[], at: number): void {
    this.mainFrame.url = url;
    this.history = history;
    this.at = at;
    this.emit("did-navigate-in-page", new StandInEvent(), url, true, 1, 1);
  }
  documentArrived(url: string, title?: string): void {
    this.documentCommitted(url, new URL(url).origin);
    if (title) this.titled(title);
    this.documentReady();
    this.documentLoaded();
  }
  documentReady(): void {
    this.emit("dom-ready", new StandInEvent());
    this.emit("ready-to-show-internal");
  }
  documentLoaded(): void {
    this.loading = false;
    this.emit("did-finish-load");
    this.emit("did-stop-loading");
  }
  titled(title: string): void {
    this.title = title;
    this.emit("page-title-updated", new StandInEvent(), title, true);
    this.emit("titled-internal", title);
  }
  /** Its page asks « leave? »: a listener that prevents the refusal lets it leave. */
  wantsToStay(): boolean {
    const leaves = this.ask("will-prevent-unload");
    if (!leaves) this.world.closeCancelled();
    return !leaves;
  }
  crashed(reason = "crashed", exitCode = 139): void {
    this.gone = true;
    const details = { reason, exitCode };
    this.emit("render-process-gone", new StandInEvent(), details);
    this.world.appEmit("render-process-gone", new StandInEvent(), this, details);
  }
  destroyed(): void {
    if (this.dead) return;
    this.dead = true;
    this.mainFrame.detached = true;
    this.emit("destroyed");
  }

  /** shell/browser/web_contents_preferences.cc refuses a relative preload; a missing one is told by preload-error. */
  private checkPreload(): void {
    const preload = this.preferences.preload as string | undefined;
    if (preload === undefined) return;
    if (!isAbsolute(preload)) throw new Error("preload script must have absolute path.");
    if (!existsSync(preload))
      setImmediate(() =>
        this.emit(
          "preload-error",
          new StandInEvent(),
          preload,
          new Error(`ENOENT: no such file or directory, open '${preload}'`),
        ),
      );
  }
}
