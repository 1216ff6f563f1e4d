import { useSyncExternalStore } from "react";

/**
 * Hash routing where the query lives inside the hash (`#/dossiers?etats=demande`), so that a list’s filters come
 * back with the browser’s « précédent » and with a reload. wouter’s own hook would put the query before the hash.
 */
const current = (): string => `/${window.location.hash.replace(/^#?\/?/, "")}`;

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener("hashchange", listener);
  window.addEventListener("popstate", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
    window.removeEventListener("popstate", listener);
  };
};

let mayLeave: (() => boolean) | undefined;
/** Asked before leaving a screen that holds something not saved; undefined lifts it. */
export const guardLeaving = (ask: (() => boolean) | undefined): void => {
  mayLeave = ask;
};

export const navigate = (to: string, { replace = false }: { replace?: boolean } = {}): void => {
  if (mayLeave && !mayLeave()) return;
  const oldURL = window.location.href;
  const newURL = `#/${to.replace(/^#?\/?/, "")}`;
  if (replace) window.history.replaceState(window.history.state, "", newURL);
  else window.history.pushState(null, "", newURL);
  window.dispatchEvent(new HashChangeEvent("hashchange", { oldURL, newURL: window.location.href }));
};

const useRaw = (): string => useSyncExternalStore(subscribe, current);

/** Location hook for wouter’s Router: the path, without the query. */
export const useHashPath = (): [string, typeof navigate] => [useRaw().split("?")[0] ?? "/", navigate];
useHashPath.hrefs = (href: string): string => `#${href}`;

export const useHashQuery = (): string => useRaw().split("?")[1] ?? "";
