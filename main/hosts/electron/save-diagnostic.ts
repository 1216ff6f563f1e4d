import { basename, join } from "node:path";
import type { BrowserWindow, SaveDialogOptions } from "electron";
import { phraseIncident } from "../../../shared/catalogues/incidents.ts";
import { type Diagnosed, makeDiagnostic } from "../../admin/diagnostic.ts";
import { recordIncident } from "../../incident.ts";
import { knownSentence } from "../cli/failure.ts";
import { writeFileAtomic } from "../cli/write-file.ts";
import type { ElectronModule } from "./electron.ts";
import type { PageEvents } from "./page-events.ts";

/** « Aide › Enregistrer un diagnostic… »: for anybody at this workstation, signed in or not; it holds nobody’s data. */
export const saveDiagnostic = async (
  { app, dialog }: Pick<ElectronModule, "app" | "dialog">,
  on: Diagnosed,
  page: PageEvents,
  window: BrowserWindow | undefined,
): Promise<void> => {
  try {
    const { nom, contenu } = await makeDiagnostic(on);
    const options: SaveDialogOptions = {
      title: "Enregistrer un diagnostic",
      buttonLabel: "Enregistrer",
      defaultPath: join(app.getPath("documents"), nom),
      filters: [{ name: "Archive zip", extensions: ["zip"] }],
    };
    const { filePath } = await (window
      ? dialog.showSaveDialog(window, options)
      : dialog.showSaveDialog(options));
    if (!filePath) return;
    await writeFileAtomic(filePath, contenu);
    page.say({
      type: "dire",
      ton: "information",
      message: `Le diagnostic est enregistré (${basename(filePath)})\u00a0: joignez-le à votre demande d’aide.`,
    });
  } catch (error) {
    const known = knownSentence(error);
    page.say({
      type: "dire",
      ton: "erreur",
      message: known ?? phraseIncident(recordIncident(on.log, error, { lieu: "diagnostic" })),
    });
  }
};
