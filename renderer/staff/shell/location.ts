import { useSyncExternalStore } from "react";
import { createJourneyLog, type Guard } from "./journey-log.ts";

/**
 * Hash routing where the query lives inside the hash (`#/dossiers?etats=demande`), so that a list’s filters come
 * back with the browser’s « précédent » and with a reload. wouter’s own hook would put the query before the hash.
 */
const address = (): string => `/${window.location.hash.replace(/^#?\/?/, "")}`;

const topKey = "cactus.historique";
const log = createJourneyLog(window.history, address, {
  get: () => Number(sessionStorage.getItem(topKey) ?? 0),
  set: (top) => sessionStorage.setItem(topKey, String(top)),
});
// Fragment navigations fire it as well: a link followed, an address typed, the browser’s own buttons.
window.addEventListener("popstate", log.moved);

/** Asked before leaving a screen that holds something not saved; undefined lifts it. */
export const guardLeaving = (guard: Guard | undefined): void => log.guard(guard);

export const navigate = (to: string, options?: { readonly replace?: boolean }): void => log.to(to, options);

/** Another address for this very screen: a tab, a filter. */
export const renameHere = (path: string): void => log.rename(path);

export const goBack = (): void => log.back();
export const goForward = (): void => log.forward();

const ways = (): string => `${log.canGoBack}/${log.canGoForward}`;
/** Whether there is a screen before this one, and one after. */
export const useWays = (): { readonly back: boolean; readonly forward: boolean } => {
  useSyncExternalStore(log.subscribe, ways);
  return { back: log.canGoBack, forward: log.canGoForward };
};

const useRaw = (): string => useSyncExternalStore(log.subscribe, () => log.path);

/** Location hook for wouter’s Router: the path, without the query. */
export const useHashPath = (): [string, typeof navigate] => [useRaw().split("?")[0] ?? "/", navigate];
useHashPath.hrefs = (href: string): string => `#${href}`;

export const useHashQuery = (): string => useRaw().split("?")[1] ?? "";
