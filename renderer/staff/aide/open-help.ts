import type { PageId } from "./sommaire.ts";

let show: ((page: PageId | undefined) => void) | undefined;

/** Who shows the help: one drawer, for as long as the application is there. */
export const onHelpAsked = (listener: typeof show): (() => void) => {
  show = listener;
  return () => {
    if (show === listener) show = undefined;
  };
};

/** Opens the help beside the screen, at the page of this screen or at this one: F1, or « Aide » of the system’s menu. */
export const openHelp = (page?: PageId): void => show?.(page);
