import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useEffect, useRef } from "react";
import { guardLeaving } from "../shell/location.ts";

/** Asks whether what is typed and not saved may be abandoned. */
const ask = (): Promise<boolean> =>
  new Promise((resolve) => {
    modals.openConfirmModal({
      title: "Quitter sans enregistrer\u202f?",
      children: <Text size="sm">Ce que vous avez tapé sur cet écran n’est pas enregistré.</Text>,
      labels: { confirm: "Abandonner ma saisie", cancel: "Revenir à la saisie" },
      confirmProps: { color: "red" },
      onConfirm: () => resolve(true),
      // Escape, the cross and a click outside as well; an answer given stays given.
      onClose: () => resolve(false),
    });
  });

/** While something typed is not saved, leaving the screen or closing the window asks first. */
export const useLeaveGuard = (dirty: boolean): { release: () => void } => {
  const on = useRef(dirty);
  on.current = dirty;
  useEffect(() => {
    const unload = (event: BeforeUnloadEvent) => {
      if (on.current) event.preventDefault();
    };
    guardLeaving({ dirty: () => on.current, ask });
    window.addEventListener("beforeunload", unload);
    return () => {
      guardLeaving(undefined);
      window.removeEventListener("beforeunload", unload);
    };
  }, []);
  return {
    release: () => {
      on.current = false;
    },
  };
};
