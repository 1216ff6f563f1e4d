import type { AppUpdater, UpdateInfo } from "electron-updater";
import type { MiseAJour } from "../../../shared/api/poste/index.ts";
import type { Log, LogFields } from "../../log.ts";
import { isSigned } from "./update-signature.ts";

/** New versions, as the page may ask for them. */
export interface Updates {
  readonly now: MiseAJour;
  /** Looks now; what is found is said to the page. */
  look(): void;
  /** Wants the new version at once; a French sentence when it cannot be now. */
  install(): string | undefined;
  /** The person stays after all: the new version waits for the next time. */
  stay(): void;
  /** Everything is closed: true when the new version takes over, and Electron needs not be quit. */
  takeOver(): boolean;
}

/** What electron-updater’s updater is for us. */
export type Updater = Pick<AppUpdater, "checkForUpdates" | "quitAndInstall" | "isUpdateSupported"> & {
  autoDownload: boolean;
  autoInstallOnAppQuit: boolean;
  allowDowngrade: boolean;
  disableWebInstaller: boolean;
  logger: unknown;
  on(event: string, listener: (...args: never[]) => void): unknown;
};

export interface UpdatesDeps {
  readonly updater: Updater;
  /** Whose versions are believed; empty where the publisher has none. */
  readonly publicKey: string;
  readonly version: string;
  /** Something is being made that a restart would interrupt. */
  busy(): boolean;
  /** Starts quitting, as a person would. */
  quit(): void;
  /** The state changed, or was asked for. */
  tell(miseAJour: MiseAJour): void;
  say(ton: "information" | "erreur", message: string): void;
  readonly log: Log;
  readonly everyMs?: number;
}

const FOUR_HOURS = 4 * 3_600_000;
const words = {
  unsigned:
    "Une mise à jour a été refusée\u00a0: elle n’est pas signée par l’éditeur de Cactus. Rien n’a été installé\u00a0; prévenez votre service informatique.",
  damaged:
    "Une mise à jour a été refusée\u00a0: le fichier reçu n’est pas celui que l’éditeur a publié. Rien n’a été installé\u00a0; elle sera demandée de nouveau plus tard.",
  unreachable:
    "Le serveur des mises à jour ne répond pas. Cactus continue sans\u00a0; réessayez plus tard, ou voyez avec votre service informatique.",
  busy: "Une liasse est en préparation\u00a0: attendez qu’elle soit prête pour redémarrer.",
  none: "Aucune nouvelle version n’est prête.",
} as const;

/** Errors of electron-updater that say that what came is not what was published. */
const forged = new Set(["ERR_UPDATER_INVALID_SIGNATURE"]);
const damaged = new Set(["ERR_CHECKSUM_MISMATCH"]);

/**
 * Looks at start and every few hours, downloads beside the work, says that a version is ready and waits: it is
 * installed when the person quits, or asks for it, never while a pack is being made. What is not signed is refused.
 */
export const followUpdates = (deps: UpdatesDeps): Updates => {
  const { updater, publicKey } = deps;
  let now: MiseAJour = { etat: "aucune" };
  let asked = false;
  let wanted = false;
  let version = "";
  const become = (next: MiseAJour): void => {
    now = next;
    deps.tell(next);
  };
  const note = (etape: LogFields<"mise-a-jour">["etape"], code?: string): void =>
    deps.log.say("mise-a-jour", { etape, ...(version ? { version } : {}), ...(code ? { code } : {}) });
  const refuse = (message: string, code?: string): void => {
    note("refusee", code);
    become({ etat: "refusee", message });
  };

  updater.autoDownload = true;
  updater.autoInstallOnAppQuit = true;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  // Its lines hold paths and addresses; what we say of it is said here.
  updater.logger = null;
  updater.isUpdateSupported = (update: UpdateInfo) => {
    if (isSigned(update, publicKey)) return true;
    refuse(words.unsigned);
    return false;
  };
  updater.on("checking-for-update", () => {
    if (now.etat !== "prete") become({ etat: "recherche" });
  });
  updater.on("update-not-available", () => {
    if (now.etat === "recherche") become({ etat: "aucune" });
    if (asked && now.etat === "aucune")
      deps.say("information", `Cactus est à jour (version\u00a0${deps.version}).`);
    asked = false;
  });
  updater.on("update-available", (update: UpdateInfo) => {
    ({ version } = update);
    asked = false;
    note("trouvee");
    become({ etat: "telechargement", version, part: 0 });
  });
  updater.on("download-progress", ({ percent }: { percent: number }) =>
    become({ etat: "telechargement", version, part: Math.min(1, Math.max(0, percent / 100)) }),
  );
  updater.on("update-downloaded", (update: UpdateInfo) => {
    note("telechargee");
    become({ etat: "prete", version: update.version });
  });
  updater.on("error", (error: Error & { code?: string }) => {
    if (now.etat === "prete") return;
    if (forged.has(error.code ?? "")) refuse(words.unsigned, error.code);
    else if (damaged.has(error.code ?? "")) refuse(words.damaged, error.code);
    else {
      note("en-echec", error.code);
      become({ etat: "aucune" });
      // Off the network, a workstation is not bothered every few hours.
      if (asked) deps.say("erreur", words.unreachable);
    }
    asked = false;
  });

  const check = (): void => {
    if (now.etat === "prete" || now.etat === "telechargement") return;
    // What fails, looking or downloading, is said by the event « error ».
    updater
      .checkForUpdates()
      .then((found) => found?.downloadPromise)
      .catch(() => {});
  };
  setInterval(check, deps.everyMs ?? FOUR_HOURS).unref();
  check();
  return {
    get now() {
      return now;
    },
    look: () => {
      asked = true;
      if (now.etat === "prete" || now.etat === "telechargement") deps.tell(now);
      else check();
    },
    install: () => {
      if (now.etat !== "prete") return words.none;
      if (deps.busy()) return words.busy;
      wanted = true;
      deps.quit();
      return undefined;
    },
    stay: () => {
      wanted = false;
    },
    takeOver: () => {
      if (!wanted) return false;
      note("installee");
      updater.quitAndInstall(true, true);
      return true;
    },
  };
};

/** An application that does not bring itself up to date says why. */
export const noUpdates = (why: string, say: UpdatesDeps["say"]): Updates => ({
  now: { etat: "aucune" },
  look: () => say("information", why),
  install: () => why,
  stay: () => {},
  takeOver: () => false,
});
