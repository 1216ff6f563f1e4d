import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import type { Session } from "electron";
import type { ElectronModule } from "./electron.ts";
import type { PageEvents } from "./page-events.ts";
import type { PreferencesFile } from "./preferences.ts";
import { ORIGIN } from "./urls.ts";

export interface Saving {
  /** « Afficher dans le dossier »; false when this start saved no such document. */
  show(id: string): boolean;
}

/**
 * Only documents the application itself made (blob:) are saved, through the system’s own dialog, which opens where
 * the last one was saved. Paths stay here: the page knows a document by an id.
 */
export const saveDownloads = (
  session: Session,
  { shell }: Pick<ElectronModule, "shell">,
  preferences: PreferencesFile,
  page: PageEvents,
): Saving => {
  const saved = new Map<string, string>();
  session.on("will-download", (event, item) => {
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) return event.preventDefault();
    const { dossierEnregistrement: folder } = preferences.now;
    const name = item.getFilename();
    item.setSaveDialogOptions({
      title: "Enregistrer le document",
      buttonLabel: "Enregistrer",
      defaultPath: folder ? join(folder, name) : name,
    });
    item.once("done", (_event, state) => {
      if (state === "cancelled") return;
      if (state === "interrupted")
        return page.say({
          type: "dire",
          ton: "erreur",
          message:
            "Le document n’a pas pu être écrit\u00a0: vérifiez l’espace libre et le dossier choisi, puis recommencez.",
        });
      const path = item.getSavePath();
      const id = randomUUID();
      saved.set(id, path);
      preferences.change({ dossierEnregistrement: dirname(path) });
      page.say({ type: "enregistre", id, nom: basename(path) });
    });
  });
  return {
    show: (id) => {
      const path = saved.get(id);
      if (path) shell.showItemInFolder(path);
      return path !== undefined;
    },
  };
};
