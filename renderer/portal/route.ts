import { useSyncExternalStore } from "react";

const subscribe = (listener: () => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};

/** The route, in the fragment: no server and no log ever sees it (`#/mot-de-passe/TOKEN`). */
export const useRoute = (): readonly string[] => {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return hash.replace(/^#\/?/, "").split("?")[0]?.split("/").filter(Boolean) ?? [];
};
export const go = (hash: string): void => {
  window.location.hash = hash;
};
