import { basename, join } from "node:path";
import { StandInEvent } from "./core/loud.ts";
import type { ElectronStandIn, Play, Seen } from "./index.ts";

/** What a test asks of an application that runs on the stand-in, over the channel of its process. */
export interface Control {
  /** Where Playwright attaches, once a window is there. */
  endpoint(): Promise<string>;
  seen<K extends keyof Seen>(what: K): Promise<Seen[K]>;
  menuShown(): Promise<Record<string, unknown>[]>;
  windows(): Promise<{ title: string; url: string; visible: boolean; bounds: object }[]>;
  /** The next dialog answers this. */
  answerDialog(answer: Record<string, unknown>): Promise<void>;
  /** Where the next document is saved; null for a cancelled dialog. */
  answerSave(path: string | null): Promise<void>;
  play<K extends keyof Play>(what: K, ...args: Parameters<Play[K]>): Promise<void>;
  /** An event of the window that only the system causes: app-command, swipe. */
  windowEvent(name: string, ...args: unknown[]): Promise<void>;
  /** An event of what the window shows that a test cannot cause otherwise: unresponsive, responsive. */
  contentsEvent(name: string, ...args: unknown[]): Promise<void>;
  crash(): Promise<void>;
  /** Cuts the ports between the page and the main process, whatever is under way. */
  cutPorts(): Promise<void>;
  closeWindow(): Promise<void>;
  /** Quits, leaving what is typed. */
  leave(): Promise<void>;
}

interface Asked {
  readonly id: number;
  readonly method: keyof Control;
  readonly args: readonly unknown[];
}

/** An endpoint is asked for before there is a browser: the answer waits for it. */
export const serveControl = (
  standIn: ElectronStandIn,
  { saveFolder, endpoint }: { saveFolder: string | undefined; endpoint: () => Promise<string> },
): void => {
  const first = () => {
    const [window] = standIn.windows;
    if (!window) throw new Error("no window is open");
    return window;
  };
  const answers = standIn.answers;
  if (saveFolder !== undefined) {
    // A person who always says yes: each document under its own name in one folder.
    answers.saves.shift = () => {
      const options = standIn.seen.dialogs.at(-1)?.options ?? {};
      return join(saveFolder, basename(String(options.defaultPath ?? "document")));
    };
  }
  const methods: Record<keyof Control, (...args: never[]) => unknown> = {
    endpoint,
    seen: (what: keyof Seen) => standIn.seen[what],
    menuShown: () => standIn.play.menuShown(),
    windows: () =>
      [...standIn.windows].map((one) => ({
        title: one.getTitle(),
        url: one.webContents.getURL(),
        visible: one.isVisible(),
        bounds: one.getBounds(),
      })),
    answerDialog: (answer: Record<string, unknown>) => void answers.dialogs.push(answer),
    answerSave: (path: string | null) => void answers.saves.push(path ?? undefined),
    play: (what: keyof Play, ...args: unknown[]) =>
      void (standIn.play[what] as (...all: unknown[]) => unknown)(...args),
    windowEvent: (name: string, ...args: unknown[]) => void first().emit(name, new StandInEvent(), ...args),
    contentsEvent: (name: string, ...args: unknown[]) =>
      void first().webContents.emit(name, new StandInEvent(), ...args),
    crash: () => first().webContents.page.crash(),
    cutPorts: () => first().webContents.page.cutPorts(),
    closeWindow: () => first().close(),
    leave: () => {
      answers.dialogs.push({ response: 1 }, { response: 1 });
      standIn.play.quit();
    },
  };
  process.on("message", async ({ id, method, args }: Asked) => {
    try {
      process.send?.({ id, result: await methods[method](...(args as never[])) });
    } catch (error) {
      process.send?.({ id, error: (error as Error).message });
    }
  });
  process.channel?.unref();
};
