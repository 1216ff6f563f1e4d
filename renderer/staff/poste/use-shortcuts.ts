import { useEffect, useEffectEvent } from "react";
import { isPressed, shortcut, shortcutIds } from "../../../shared/api/poste/shortcuts.ts";
import { poste } from "../../ui/client.ts";
import { runCommand } from "../../ui/commands.ts";
import { isMac } from "../../ui/platform.ts";
import { navigate } from "../shell/location.ts";

const typing = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The keys this page answers: those no menu has under Electron, those the browser leaves to it elsewhere. */
const mine = shortcutIds.filter((id) => {
  const { menu, navigateur, ailleurs } = shortcut(id);
  return !ailleurs && (poste ? !menu : navigateur === undefined);
});

/** Keys become what the menu would ask: one list says which. */
export const useShortcuts = (openShortcuts: () => void): void => {
  const open = useEffectEvent(openShortcuts);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const id = mine.find((one) => isPressed(one, event, isMac));
      if (!id) return;
      // What types a character, alone or with a Mac’s ⌥, is typed where one types.
      if (typing(event) && (id === "raccourcis" || (isMac && event.altKey))) return;
      const { commande, chemin } = shortcut(id);
      if (commande && !runCommand(commande)) return;
      event.preventDefault();
      if (chemin) navigate(chemin);
      if (id === "raccourcis") open();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
};
