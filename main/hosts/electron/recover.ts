import type { BrowserWindow } from "electron";
import { newReference, readFault } from "../../incident.ts";
import type { Log, LogFields } from "../../log.ts";
import type { ElectronModule } from "./electron.ts";

/** `net::ERR_ABORTED`: a load that another one replaced. */
const ABORTED = -3;

const words = {
  lost: {
    message: "La fenêtre de Cactus s’est arrêtée.",
    detail: "Ce qui était enregistré l’est toujours. Rechargez la fenêtre pour continuer.",
    buttons: ["Recharger", "Quitter Cactus"],
  },
  stuck: {
    message: "La fenêtre de Cactus ne répond plus.",
    detail: "Attendez encore un peu, ou rechargez-la\u00a0: ce qui n’est pas enregistré serait perdu.",
    buttons: ["Attendre", "Recharger"],
  },
} as const;

type Lost = Omit<LogFields<"fenetre">, "reference">;
const lostInLog = (log: Log, fields: Lost): string => {
  const reference = newReference();
  log.say("fenetre", { reference, ...fields });
  return reference;
};

/** A page that died, hangs or cannot be shown: written in the log, said in French with its reference, with a way on. */
export const recoverPage = (
  window: BrowserWindow,
  { app, dialog }: Pick<ElectronModule, "app" | "dialog">,
  log: Log,
): void => {
  const { webContents } = window;
  const ask = async (which: keyof typeof words, lost: Lost): Promise<number> => {
    const reference = lostInLog(log, lost);
    const { message, detail, buttons } = words[which];
    const { response } = await dialog.showMessageBox(window, {
      type: "error",
      title: "Cactus",
      message,
      detail: `${detail} Référence ${reference}.`,
      buttons: [...buttons],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response;
  };
  webContents.on("render-process-gone", (_event, { reason, exitCode }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    void ask("lost", { etape: "perdue", raison: reason, code: exitCode }).then((choice) => {
      if (choice === 1) app.quit();
      else if (!window.isDestroyed()) webContents.reload();
    });
  });
  let asking = false;
  window.on("unresponsive", () => {
    if (asking) return;
    asking = true;
    void ask("stuck", { etape: "muette" }).then((choice) => {
      asking = false;
      if (choice !== 1 || window.isDestroyed()) return;
      webContents.forcefullyCrashRenderer();
      webContents.reload();
    });
  });
  webContents.on("preload-error", (_event, _path, error) => {
    const reference = lostInLog(log, { etape: "preload" });
    log.say("erreur", { reference, lieu: "fenetre", ...readFault(error) });
    dialog.showErrorBox(
      "Cactus",
      `L’installation de Cactus est incomplète (preload)\u00a0: réinstallez-le, vos données restent. Référence ${reference}.`,
    );
    app.exit(1);
  });
  webContents.on("did-fail-load", (_event, code, _description, _url, isMainFrame) => {
    if (!isMainFrame || code === ABORTED) return;
    const reference = lostInLog(log, { etape: "chargement", code });
    dialog.showErrorBox(
      "Cactus",
      `L’écran de Cactus n’a pas pu être chargé\u00a0: réinstallez Cactus, vos données restent. Référence ${reference}.`,
    );
  });
};
