import { implement } from "@orpc/server";
import type { BrowserWindow } from "electron";
import { posteContract } from "../../../shared/api/poste/index.ts";
import { inFrench } from "../../doors/rpc.ts";
import { impossible } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { ElectronModule } from "./electron.ts";
import type { PageEvents } from "./page-events.ts";
import type { Saving } from "./saving.ts";
import type { Updates } from "./updates.ts";

export interface PosteDeps {
  readonly electron: Pick<ElectronModule, "app" | "nativeImage" | "Notification">;
  readonly page: PageEvents;
  readonly log: Log;
  readonly saving: Saving;
  readonly updates: Pick<Updates, "now" | "look" | "install">;
  /** The data folder in words, where it is not the workstation’s own. */
  readonly folder: string | undefined;
  window(): BrowserWindow | undefined;
  /** Brings the window forward, opened anew if it was closed. */
  forward(): void;
}

/** A red dot, drawn: 16 × 16 points, BGRA. */
const dot = (): Buffer => {
  const size = 16;
  const bytes = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (Math.hypot(x - 7.5, y - 7.5) <= 7) bytes.writeUInt32LE(0xff_e0_31_31, (y * size + x) * 4);
  return bytes;
};

/** What waits: a number on macOS and Linux, a dot with its sentence on Windows, whose icons carry no number. */
const showWaiting = ({ electron, window }: PosteDeps, nombre: number): void => {
  const { app, nativeImage } = electron;
  if (process.platform !== "win32") {
    app.setBadgeCount(nombre);
    return;
  }
  const image = nombre > 0 ? nativeImage.createFromBitmap(dot(), { width: 16, height: 16 }) : null;
  window()?.setOverlayIcon(
    image,
    nombre === 1 ? "1\u00a0dossier vous attend" : `${nombre}\u00a0dossiers vous attendent`,
  );
};

/** What the workstation does for its page. */
export const posteRouter = (deps: PosteDeps) => {
  const { electron, page, saving, updates } = deps;
  // A notification nobody holds is collected with its listeners, and its click lost.
  const shown = new Set<Electron.Notification>();
  const { poste } = implement(posteContract)
    .$context<object>()
    .use(({ path, next }) => inFrench({ log: deps.log, porte: "poste", path }, next));
  return {
    poste: {
      etat: poste.etat.handler(() => ({
        plateforme:
          process.platform === "win32" || process.platform === "darwin" ? process.platform : "linux",
        version: electron.app.getVersion(),
        ...(deps.folder ? { dossier: deps.folder } : {}),
        miseAJour: updates.now,
      })),
      evenements: poste.evenements.handler(({ signal }) => page.listen(signal)),
      notifier: poste.notifier.handler(({ input }) => {
        if (!electron.Notification.isSupported()) return;
        const notification = new electron.Notification({ title: input.titre, body: input.corps });
        shown.add(notification);
        notification.on("click", () => {
          deps.forward();
          if (input.chemin) page.say({ type: "aller", chemin: input.chemin });
        });
        notification.on("close", () => shown.delete(notification));
        notification.show();
      }),
      attente: poste.attente.handler(({ input }) => showWaiting(deps, input.nombre)),
      progression: poste.progression.handler(({ input }) => {
        deps.window()?.setProgressBar(input.part ?? -1);
      }),
      montrer: poste.montrer.handler(({ input }) => {
        if (!saving.show(input.id))
          throw impossible("Ce document n’a pas été enregistré depuis ce démarrage.");
      }),
      chercherMiseAJour: poste.chercherMiseAJour.handler(() => updates.look()),
      installerMiseAJour: poste.installerMiseAJour.handler(() => {
        const refusal = updates.install();
        if (refusal) throw impossible(refusal);
      }),
    },
  };
};
