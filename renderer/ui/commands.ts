import { useEffect, useEffectEvent } from "react";
import type { Commande } from "../../shared/api/poste/index.ts";

type Handler = () => void;
const handlers = new Map<Commande, Handler[]>();

/** Does what the menu, the mouse or a key asks; false when nothing on the screen answers it. */
export const runCommand = (commande: Commande): boolean => {
  const handler = handlers.get(commande)?.at(-1);
  handler?.();
  return handler !== undefined;
};

/** What is shown last answers first: a document open over a list is what gets printed. */
export const useCommand = (commande: Commande, handler: Handler, on = true): void => {
  const onCommand = useEffectEvent(handler);
  useEffect(() => {
    if (!on) return;
    const call = () => onCommand();
    const stack = handlers.get(commande) ?? [];
    handlers.set(commande, stack);
    stack.push(call);
    return () => {
      stack.splice(stack.indexOf(call), 1);
    };
  }, [commande, on]);
};
