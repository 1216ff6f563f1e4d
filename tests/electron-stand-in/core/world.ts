import type { Contents } from "./contents.ts";
import type { Page } from "./page.ts";
import type { StandInWindow } from "./window.ts";

export type Handler = (request: Request) => Response | Promise<Response>;

/** Everything the application asked of the system, in the order it asked. */
export interface Seen {
  readonly errorBoxes: { title: string; content: string }[];
  readonly dialogs: { kind: "message" | "save" | "open"; options: Record<string, unknown> }[];
  readonly notifications: { title: string; body: string; options: Record<string, unknown> }[];
  readonly opened: string[];
  readonly shownInFolder: string[];
  readonly openedPaths: string[];
  readonly badges: number[];
  readonly progress: number[];
  readonly overlays: (string | null)[];
  readonly flashes: boolean[];
  readonly prints: { url: string; options: Record<string, unknown> }[];
  readonly schemes: { scheme: string; privileges?: Record<string, unknown> }[];
  readonly protocolClients: string[];
  readonly relaunches: Record<string, unknown>[];
  readonly popups: Record<string, unknown>[][];
  readonly about: Record<string, unknown>[];
  readonly forks: { entry: string; args: readonly string[] }[];
  readonly dictionary: string[];
  readonly spellLanguages: string[][];
  /** Every event of the application’s life, by name: ready, before-quit, window close, closed… */
  readonly events: string[];
}

export interface Answers {
  /** Answers of the next dialogs, first come first; without one, a dialog is cancelled as Escape would. */
  readonly dialogs: Record<string, unknown>[];
  /** What the system’s print dialog answers. */
  print: { success: boolean; reason: string };
  /** Paths that saved downloads take when the system’s dialog is shown; without one it is cancelled. */
  readonly saves: (string | undefined)[];
}

export interface Settings {
  readonly platform?: NodeJS.Platform;
  readonly packaged?: boolean;
  readonly args?: readonly string[];
  /** Stands for the home of the user: every folder of the system is under it. */
  readonly home?: string;
  readonly appPath?: string;
  readonly name?: string;
  readonly version?: string;
  /** What makes a window’s page: none in layer 1, the real Chromium in layer 2. */
  readonly pages?: (world: World, contents: Contents) => Page;
  /** The display of the machine. */
  readonly workArea?: { x: number; y: number; width: number; height: number };
  /** Linux: the secret store of the session. */
  readonly storageBackend?: string;
  readonly encryptionAvailable?: boolean;
  readonly notificationsSupported?: boolean;
}

/** State shared by the modules of one stand-in. */
export interface World {
  readonly settings: Required<Omit<Settings, "pages">> & Pick<Settings, "pages">;
  readonly seen: Seen;
  readonly answers: Answers;
  readonly handlers: Map<string, Handler>;
  readonly windows: Set<StandInWindow>;
  readonly paths: Map<string, string>;
  /** Set by the app module. */
  ready: boolean;
  focused: StandInWindow | undefined;
  appEmit: (name: string, ...args: unknown[]) => void;
  windowClosed: () => void;
  closeCancelled: () => void;
  quit: () => void;
  note: (event: string) => void;
}

/** Refuses what Electron refuses before « ready », in its words. */
export const mustBeReady = (world: World, words: string): void => {
  if (!world.ready) throw new Error(words);
};
