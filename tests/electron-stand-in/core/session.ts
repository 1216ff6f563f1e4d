import { mkdirSync } from "node:fs";
import { basename, dirname, isAbsolute } from "node:path";
import type { Contents } from "./contents.ts";
import { loud, StandInEvent, StrictEmitter } from "./loud.ts";
import type { World } from "./world.ts";

/** Languages of Chromium’s spell checker (docs/api/session.md, availableSpellCheckerLanguages). */
const LANGUAGES =
  "af bg ca cs cy da de de-DE el en-AU en-CA en-GB en-GB-oxendict en-US es es-419 es-AR es-ES es-MX es-US et fa fo fr fr-FR he hi hr hu hy id it it-IT ko lt lv nb nl pl pt-BR pt-PT ro ru sh sk sl sq sr sv ta tg tr uk vi".split(
    " ",
  );

/** What a browser does with a download; layer 1 writes what the test gives. */
export interface Transfer {
  /** Writes the bytes at the path that was chosen. */
  save(path: string): Promise<void>;
  cancel(): void;
}

/** DownloadItem (docs/api/download-item.md). */
export class DownloadItem extends StrictEmitter {
  private path = "";
  private options: Record<string, unknown> = {};
  private state: "progressing" | "completed" | "cancelled" | "interrupted" = "progressing";
  private received = 0;
  private readonly about: { url: string; filename: string; mimeType: string; bytes: number };
  private readonly transfer: Transfer;
  constructor(about: DownloadItem["about"], transfer: Transfer) {
    super("DownloadItem", ["updated", "done"]);
    this.about = about;
    this.transfer = transfer;
    // biome-ignore lint/correctness/noConstructorReturn: the item that a host holds is the loud one.
    return loud("DownloadItem", this);
  }
  getURL(): string {
    return this.about.url;
  }
  getURLChain(): string[] {
    return [this.about.url];
  }
  getFilename(): string {
    return this.about.filename;
  }
  getMimeType(): string {
    return this.about.mimeType;
  }
  getTotalBytes(): number {
    return this.about.bytes;
  }
  getReceivedBytes(): number {
    return this.received;
  }
  getState(): string {
    return this.state;
  }
  hasUserGesture(): boolean {
    return true;
  }
  getContentDisposition(): string {
    return "";
  }
  getStartTime(): number {
    return 0;
  }
  isPaused(): boolean {
    return false;
  }
  canResume(): boolean {
    return false;
  }
  setSavePath(path: string): void {
    if (!isAbsolute(path)) throw new Error("electron-stand-in: setSavePath takes an absolute path");
    this.path = path;
  }
  get savePath(): string {
    return this.path;
  }
  set savePath(path: string) {
    this.setSavePath(path);
  }
  getSavePath(): string {
    return this.path;
  }
  setSaveDialogOptions(options: Record<string, unknown>): void {
    this.options = options;
  }
  getSaveDialogOptions(): Record<string, unknown> {
    return this.options;
  }
  cancel(): void {
    if (this.state !== "progressing") return;
    this.transfer.cancel();
    this.finish("cancelled");
  }
  /** Bytes arrive; then it is written, or not. */
  async run(): Promise<void> {
    if (this.state !== "progressing") return;
    this.received = this.about.bytes;
    this.emit("updated", new StandInEvent(), "progressing");
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      await this.transfer.save(this.path);
      this.finish("completed");
    } catch {
      this.finish("interrupted");
    }
  }
  private finish(state: "completed" | "cancelled" | "interrupted"): void {
    this.state = state;
    this.emit("done", new StandInEvent(), state);
  }
}

type PermissionAnswer = (granted: boolean) => void;

/** session.defaultSession (docs/api/session.md): received only once the application is ready. */
export class StandInSession extends StrictEmitter {
  private readonly world: World;
  request:
    | ((contents: unknown, permission: string, answer: PermissionAnswer, details: object) => void)
    | null = null;
  check: ((contents: unknown, permission: string, origin: string, details: object) => boolean) | null = null;
  device: ((details: object) => boolean) | null = null;
  readonly protocol: unknown;
  readonly availableSpellCheckerLanguages = LANGUAGES;
  spellCheckerEnabled = true;
  constructor(world: World, protocol: unknown) {
    super("session", [
      "will-download",
      "spellcheck-dictionary-download-begin",
      "spellcheck-dictionary-download-failure",
      "spellcheck-dictionary-download-success",
      "spellcheck-dictionary-initialized",
    ]);
    this.world = world;
    this.protocol = protocol;
    // biome-ignore lint/correctness/noConstructorReturn: the session that a host holds is the loud one.
    return loud("session", this);
  }
  setPermissionRequestHandler(handler: StandInSession["request"]): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: StandInSession["check"]): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: StandInSession["device"]): void {
    this.device = handler;
  }
  /** docs: without a handler, a request is granted. The answer of the one that is set, once. */
  asksFor(permission: string, contents: unknown, details: object = {}): Promise<boolean> {
    const { request } = this;
    if (!request) return Promise.resolve(true);
    return new Promise((resolve) =>
      request(contents, permission, resolve, { isMainFrame: true, ...details }),
    );
  }
  allows(permission: string, contents: unknown, origin: string): boolean {
    return (
      this.check?.(contents, permission, origin, { isMainFrame: true, requestingUrl: `${origin}/` }) ?? true
    );
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    // docs: « On macOS, this API is a no-op ».
    if (this.world.settings.platform === "darwin") return;
    for (const language of languages)
      if (!LANGUAGES.includes(language))
        throw new Error(`Invalid language code provided: "${language}" is not a valid language code`);
    this.world.seen.spellLanguages.push([...languages]);
  }
  getSpellCheckerLanguages(): string[] {
    return this.world.seen.spellLanguages.at(-1) ?? [];
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spellCheckerEnabled = on;
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellCheckerEnabled;
  }
  setSpellCheckerDictionaryDownloadURL(url: string): void {
    if (this.world.settings.platform === "darwin") return;
    if (!url.endsWith("/")) throw new Error("electron-stand-in: the dictionaries’ address ends with /");
    new URL(url);
  }
  addWordToSpellCheckerDictionary(word: string): boolean {
    this.world.seen.dictionary.push(word);
    return true;
  }
  removeWordFromSpellCheckerDictionary(word: string): boolean {
    const at = this.world.seen.dictionary.indexOf(word);
    if (at >= 0) this.world.seen.dictionary.splice(at, 1);
    return at >= 0;
  }
  listWordsInSpellCheckerDictionary(): Promise<string[]> {
    return Promise.resolve([...this.world.seen.dictionary]);
  }
  setDownloadPath(): void {}
  getUserAgent(): string {
    return "Chromium";
  }
  setUserAgent(): void {}
  clearCache(): Promise<void> {
    return Promise.resolve();
  }
  clearStorageData(): Promise<void> {
    return Promise.resolve();
  }
  flushStorageData(): void {}
  isPersistent(): boolean {
    return true;
  }
  setProxy(): Promise<void> {
    return Promise.resolve();
  }
  resolveProxy(): Promise<string> {
    return Promise.resolve("DIRECT");
  }
  closeAllConnections(): Promise<void> {
    return Promise.resolve();
  }
  setSSLConfig(): void {}
  setCertificateVerifyProc(): void {}
  get storagePath(): string {
    return this.world.paths.get("sessionData") as string;
  }

  /**
   * A page saves something: will-download, then the path that a listener set, or the one the system’s dialog answers.
   * docs: a listener that prevents it cancels the download; without a path the dialog is shown.
   */
  async download(
    about: { url: string; filename: string; mimeType: string; bytes: number },
    transfer: Transfer,
    contents?: Contents,
  ): Promise<void> {
    const item = new DownloadItem(about, transfer);
    const event = new StandInEvent();
    this.emit("will-download", event, item, contents);
    if (event.defaultPrevented) {
      item.cancel();
      return;
    }
    if (!item.getSavePath()) {
      const options = item.getSaveDialogOptions();
      this.world.seen.dialogs.push({
        kind: "save",
        options: { defaultPath: basename(about.filename), ...options },
      });
      const chosen = this.world.answers.saves.shift();
      if (chosen === undefined) {
        item.cancel();
        return;
      }
      item.setSavePath(chosen);
    }
    await item.run();
  }
}
