import { useEffect, useEffectEvent } from "react";
import type { EvenementPoste } from "../../../shared/api/poste/index.ts";
import { poste } from "../../ui/client.ts";

/** Heard by whoever is there; those that need somebody signed in wait for them. */
type Inside = Extract<EvenementPoste, { type: "aller" | "lien" | "commande" }>;
type Anywhere = Exclude<EvenementPoste, Inside>;

const isInside = (event: EvenementPoste): event is Inside =>
  event.type === "aller" ||
  event.type === "lien" ||
  (event.type === "commande" && event.commande !== "verrouiller");

const waiting: Inside[] = [];
let inside: ((event: Inside) => void) | undefined;
let anywhere: ((event: Anywhere | Inside) => void) | undefined;

const hear = (event: EvenementPoste): void => {
  if (!isInside(event)) anywhere?.(event);
  else if (inside) inside(event);
  // A command is of the moment; a place to go is not.
  else if (event.type !== "commande") waiting.push(event);
};

const RETRY_MS = 1_000;
const listen = async (
  events: NonNullable<typeof poste>["evenements"],
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      for await (const event of await events(undefined, { signal })) hear(event);
    } catch {
      // The link with the main process was cut, and is made again by the next call.
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
};

/** One subscription for the life of the page. */
export const usePosteEvents = (handler: (event: Anywhere | Inside) => void): void => {
  const onEvent = useEffectEvent(handler);
  useEffect(() => {
    anywhere = (event) => onEvent(event);
    if (!poste) return;
    const over = new AbortController();
    void listen(poste.evenements, over.signal);
    return () => {
      over.abort();
      anywhere = undefined;
    };
  }, []);
};

/** What needs somebody signed in, and their screen unlocked; what came before is heard first. */
export const useInsideEvents = (handler: (event: Inside) => void): void => {
  const onEvent = useEffectEvent(handler);
  useEffect(() => {
    inside = (event) => onEvent(event);
    for (const event of waiting.splice(0)) inside(event);
    return () => {
      inside = undefined;
    };
  }, []);
};
