import type { Contents } from "../core/contents.ts";
import type { StandInSession } from "../core/session.ts";
import type { World } from "../core/world.ts";
import type { Cdp } from "./cdp.ts";
import { fromPage } from "./urls.ts";

/** Permissions by Electron’s names (docs/api/session.md), as the browser’s protocol calls them. */
const NAMES: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ["clipboard-read", { name: "clipboard-read" }],
  ["clipboard-sanitized-write", { name: "clipboard-write", allowWithoutSanitization: false }],
  ["geolocation", { name: "geolocation" }],
  ["media", { name: "camera" }],
  ["media", { name: "microphone" }],
  ["midi", { name: "midi" }],
  ["notifications", { name: "notifications" }],
];

/**
 * What the host’s check handler says of an origin, given to the browser when a document of that origin comes: its page
 * then has, or has not, what Electron’s would. A browser without a screen asks nobody, so that the request handler is
 * played by the tests of layer 1 only.
 */
export const allowPermissions = async (
  {
    world,
    contents,
    cdp,
    session,
  }: { world: World; contents: Contents; cdp: Cdp; session: () => StandInSession },
  url: string,
): Promise<void> => {
  const { origin } = new URL(url);
  for (const [name, permission] of NAMES)
    await cdp.send("Browser.setPermission", {
      permission,
      origin,
      setting: session().allows(name, contents, fromPage(world, origin)) ? "granted" : "denied",
    });
};
