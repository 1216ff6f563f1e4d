import type { Session, WebContents } from "electron";
import type { ElectronModule } from "./electron.ts";
import { isOurs, mayOpenOutside, showsDocument } from "./urls.ts";

interface Preventable {
  preventDefault(): void;
}

/** What our own page may ask: to copy a text. Nothing else, asked or checked, by anyone. */
const COPY = "clipboard-sanitized-write";

/** No page of ours needs a camera, a position or the screen: every permission but copying is denied. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_contents, permission, answer, { isMainFrame, requestingUrl }) =>
    answer(permission === COPY && isMainFrame && isOurs(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { isMainFrame }) => permission === COPY && isMainFrame && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
};

/** A window shows our pages and nothing else: no navigation, no redirect, no new window, no embedded browser. */
export const guardContents = (contents: WebContents, { shell }: Pick<ElectronModule, "shell">): void => {
  const stay = (event: Preventable & { url?: string }, url?: string): void => {
    if (!isOurs(event.url ?? url ?? "")) event.preventDefault();
  };
  contents.on("will-navigate", stay);
  contents.on("will-redirect", stay);
  contents.on("will-frame-navigate", (event) => {
    if (!isOurs(event.url) && !(showsDocument(event.url) && !event.isMainFrame)) event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: "deny" };
  });
};
