import type { World } from "../core/world.ts";

/**
 * A stock Chromium does not know the application’s schemes: `app://cactus/x` is shown as `https://cactus.app.invalid/x`,
 * a secure origin of its own whose every request is answered by the protocol handler. What reaches the main process is
 * translated back. A declared limit of the stand-in (docs/electron.md).
 */
const ownSchemes = (world: World): string[] => world.seen.schemes.map(({ scheme }) => scheme);

export const toPage = (world: World, url: string): string => {
  for (const scheme of ownSchemes(world)) {
    const own = new RegExp(`^(blob:)?${scheme}://([^/?#]*)`, "i").exec(url);
    if (own) return `${own[1] ?? ""}https://${own[2]}.${scheme}.invalid${url.slice(own[0].length)}`;
  }
  return url;
};

export const fromPage = (world: World, url: string): string => {
  for (const scheme of ownSchemes(world)) {
    const shown = new RegExp(`^(blob:)?https://([^/?#]*)\\.${scheme}\\.invalid(?=[/?#]|$)`, "i").exec(url);
    if (shown) return `${shown[1] ?? ""}${scheme}://${shown[2]}${url.slice(shown[0].length)}`;
  }
  return url;
};

/** Whether a request of the page is for the application’s own handler. */
export const isOwn = (world: World, url: string): boolean =>
  fromPage(world, url) !== url && !url.startsWith("blob:");
