import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let dragged = false;
const set = (next: boolean): void => {
  if (next === dragged) return;
  dragged = next;
  // A document shown in a frame must not take the file for itself (ui.css).
  document.documentElement.toggleAttribute("data-depot", next);
  for (const tell of listeners) tell();
};

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** A file dropped where nothing takes it does nothing: the page is never left for it. Once, for the life of the page. */
export const guardFileDrops = (): void => {
  window.addEventListener("dragenter", (event) => {
    if (carriesFiles(event)) set(true);
  });
  window.addEventListener("dragover", (event) => {
    // A place that takes it has said so before us.
    if (!carriesFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
  });
  // Out of the window, or given up with Escape.
  window.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) set(false);
  });
  window.addEventListener("drop", (event) => {
    if (carriesFiles(event)) event.preventDefault();
    set(false);
  });
};

/** Whether a file is being dragged over the page: the places that take one show themselves. */
export const useFileDrag = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => dragged,
  );
