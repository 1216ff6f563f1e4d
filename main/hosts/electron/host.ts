import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { App, AppSettings } from "../../app.ts";
import { Sentence, sentenceOf } from "../../errors.ts";
import { newReference } from "../../incident.ts";
import { type Log, silentLog } from "../../log.ts";
import { logFolder, openLog } from "../../log-file.ts";
import { announcePortal } from "../announce-portal.ts";
import { type HostOptions, readOptions, version } from "../options.ts";
import { watchProcess, whyNotStarted } from "../process-faults.ts";
import type { ElectronModule } from "./electron.ts";
import { guardContents } from "./guards.ts";
import { createSystemKeychain } from "./keychain.ts";
import { LINK_SCHEME, linkOf } from "./links.ts";
import { forkPortal } from "./portal-process.ts";
import { serveWorkstation } from "./workstation.ts";

export interface HostPlaces {
  /** Built renderer of the staff application. */
  readonly renderer: () => string;
  readonly preload: string;
  readonly args: readonly string[];
}

/** The application is loaded once Electron is ready: what it cannot load (a native module) is then said in a box. */
type Create = (settings: AppSettings) => Promise<App>;
const load: Create = async (settings) => (await import("../../app.ts")).createApp(settings);

/** What Windows groups notifications and taskbar icons by; electron-builder gives it to the shortcut. */
const APP_ID = "fr.cactus.cfa";

/** A start that is not a second one: what came before Electron was ready. */
interface Early {
  readonly options: HostOptions;
  readonly log: Log;
  /** Links asked for before anything could open them. */
  readonly links: string[];
  /** What a link does now; before the window, it waits. */
  onLink: (link: string | undefined) => void;
}

const journalIn = (dataDir: string): string => `Le journal est dans ${logFolder(dataDir)}.`;

/** An error that nobody caught: the state of the application is no longer known, it ends once it is said. */
const lastWords = ({ app, dialog }: Pick<ElectronModule, "app" | "dialog">, sentence: string): void => {
  dialog.showErrorBox(
    "Cactus",
    `${sentence}\nCe qui était enregistré l’est toujours\u00a0: relancez Cactus.`,
  );
  app.exit(1);
};

/**
 * Said before the lock: Electron answers a folder that cannot be written as it answers a second start, and a start
 * would leave without a word (`App::RequestSingleInstanceLock`, LOCK_ERROR).
 */
const assertWritable = (dataDir: string): void => {
  const probe = join(dataDir, `.ecriture-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch {
    throw new Sentence(
      `Cactus ne peut pas écrire dans son dossier de données (${dataDir})\u00a0: vérifiez les droits de ce dossier et la place libre, ou choisissez-en un autre avec «\u00a0--data\u00a0».`,
    );
  }
};

/**
 * What must precede `ready`, in one breath: the data folder, the lock on it, the sandbox, our scheme, the events that
 * may come at once. Undefined for a second start, which leaves.
 */
const beforeReady = (electron: ElectronModule, places: HostPlaces): Early | undefined => {
  const { app, protocol } = electron;
  const options = readOptions(places.args, process.env, true);
  assertWritable(options.dataDir);
  // The same folder as the other hosts and the command line; Chromium’s own files apart from the CFA’s.
  app.setPath("userData", options.dataDir);
  app.setPath("sessionData", join(options.dataDir, "navigateur"));
  // One start for a data folder: the second one gives its link to the first, and opens no database.
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return undefined;
  }
  app.enableSandbox();
  app.setAppUserModelId(APP_ID);
  protocol.registerSchemesAsPrivileged([
    { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  app.on("web-contents-created", (_event, contents) => guardContents(contents, electron));
  const log = openLog(options.dataDir, "electron");
  watchProcess(log, (sentence) => lastWords(electron, `${sentence}\n${journalIn(options.dataDir)}`));
  app.on("child-process-gone", (_event, { type, reason, exitCode }) =>
    log.say("sous-processus", { genre: type, raison: reason, code: exitCode, reference: newReference() }),
  );
  const early: Early = {
    options,
    log,
    links: [],
    onLink: (link) => {
      if (link) early.links.push(link);
    },
  };
  early.onLink(linkOf(places.args));
  app.on("second-instance", (_event, argv) => early.onLink(linkOf(argv)));
  app.on("open-url", (event, url) => {
    event.preventDefault();
    early.onLink(url);
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
  return early;
};

const open = async (
  electron: ElectronModule,
  places: HostPlaces,
  early: Early,
  create: Create,
): Promise<void> => {
  const { safeStorage, utilityProcess } = electron;
  const { dataDir, databaseUrl, demo } = early.options;
  if (!existsSync(places.preload))
    throw new Sentence(
      "L’installation de Cactus est incomplète (preload)\u00a0: réinstallez-le, vos données restent.",
    );
  const cactus = await create({
    dataDir,
    databaseUrl,
    demo,
    host: "electron",
    version,
    keychain: await createSystemKeychain(safeStorage, dataDir),
    launchPortal: forkPortal(utilityProcess),
    log: early.log,
  });
  await cactus.start();
  const { followLink } = await serveWorkstation(electron, places, cactus);
  early.onLink = followLink;
  for (const link of early.links) followLink(link);
  if (demo) void announcePortal(cactus);
};

/** Any failure to start, in a box. Before `ready` on Linux it would go to stderr alone: so it waits for it. */
const failed = async (
  { app, dialog }: ElectronModule,
  early: Early | undefined,
  error: unknown,
): Promise<void> => {
  const sentence = whyNotStarted(early?.log ?? silentLog, error);
  await app.whenReady();
  dialog.showErrorBox(
    "Cactus n’a pas pu démarrer",
    early && sentenceOf(error) === undefined ? `${sentence}\n${journalIn(early.options.dataDir)}` : sentence,
  );
  app.exit(1);
};

/**
 * The Electron host: one hardened window on app://, one message port. An ES module that awaited this would wait for
 * ever: `ready` comes once the entry module has been evaluated (electron/electron #40719). What precedes `ready` is
 * done before the first await.
 */
export const runHost = async (
  electron: ElectronModule,
  places: HostPlaces,
  create: Create = load,
): Promise<void> => {
  let early: Early | undefined;
  try {
    early = beforeReady(electron, places);
    if (!early) return;
    await electron.app.whenReady();
    await open(electron, places, early, create);
  } catch (error) {
    await failed(electron, early, error);
  }
};
