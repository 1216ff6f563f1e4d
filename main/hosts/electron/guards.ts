import type { Session, WebContents } from "electron";
import type { ElectronModule } from "./electron.ts";
import { isOurs, mayOpenOutside } from "./urls.ts";

interface Preventable {
  preventDefault(): void;
}

/** No page of ours asks for a camera, a position or a notification: every permission is denied, asked or checked. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
};

/** Only documents the application itself made (blob:) are saved, through the system’s own dialog. */
export const guardDownloads = (session: Session, { dialog }: Pick<ElectronModule, "dialog">): void => {
  session.on("will-download", (event, item) => {
    if (!item.getURL().startsWith("blob:app://cactus/")) return event.preventDefault();
    item.setSaveDialogOptions({ title: "Enregistrer le document", defaultPath: item.getFilename() });
    item.once("done", (_event, state) => {
      if (state === "interrupted")
        dialog.showErrorBox(
          "Enregistrement interrompu",
          "Le document n’a pas pu être écrit\u00a0: vérifiez l’espace libre et recommencez.",
        );
    });
  });
};

/** A window shows our pages and nothing else: no navigation, no redirect, no new window, no embedded browser. */
export const guardContents = (contents: WebContents, { shell }: Pick<ElectronModule, "shell">): void => {
  const stay = (event: Preventable & { url?: string }, url?: string): void => {
    if (!isOurs(event.url ?? url ?? "")) event.preventDefault();
  };
  contents.on("will-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-frame-navigate", (event) => {
    // The viewer shows a document made here, as a blob of our own origin.
    if (!isOurs(event.url) && !event.url.startsWith("blob:app://cactus/") && event.url !== "about:srcdoc")
      event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: "deny" };
  });
};
