import { useEffect } from "react";

let screen = "";
let waiting = 0;

/** « (3) Tableau de bord – Cactus »: what waits is read in a tab that is not the one looked at. */
export const titleOf = (of: string, count: number): string =>
  `${count > 0 ? `(${count}) ` : ""}${of} – Cactus`;
const write = (): void => {
  document.title = titleOf(screen, waiting);
};

/** The title of the window while this screen is shown; never an identifier of a person. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    screen = title;
    write();
  }, [title]);
};

export const showWaiting = (count: number): void => {
  waiting = count;
  write();
};
