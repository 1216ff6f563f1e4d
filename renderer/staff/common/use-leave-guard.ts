import { useEffect, useRef } from "react";
import { guardLeaving } from "../shell/location.ts";

const question = "Ce que vous avez tapé n’est pas enregistré. Quitter cet écran et l’abandonner\u202f?";

/** While something typed is not saved, leaving the screen or closing the window asks first. */
export const useLeaveGuard = (dirty: boolean): { release: () => void } => {
  const on = useRef(dirty);
  on.current = dirty;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (on.current) event.preventDefault();
    };
    guardLeaving(() => !on.current || window.confirm(question));
    window.addEventListener("beforeunload", ask);
    return () => {
      guardLeaving(undefined);
      window.removeEventListener("beforeunload", ask);
    };
  }, []);
  return {
    release: () => {
      on.current = false;
    },
  };
};
