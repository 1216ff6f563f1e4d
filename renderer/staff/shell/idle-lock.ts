import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { api } from "../../ui/client.ts";
import { useSession } from "../session/session.tsx";

const fallbackMinutes = 30;

/** A machine that sleeps stops its timers: what time it is says more than how long one waited. */
const lookEveryMs = 10_000;
const signs = ["keydown", "mousedown", "mousemove", "wheel", "touchstart"] as const;

/** Locks after the delay of Réglages without a key, a click or a move; at once on waking from a sleep that long. */
export const useIdleLock = (): void => {
  const session = useSession();
  const { data } = useQuery(api.reglages.lireCfa.queryOptions());
  const minutes = data?.delais.verrouillageMinutes ?? fallbackMinutes;
  const { lock, locked } = session;
  const last = useRef(Date.now());
  const look = useEffectEvent((): void => {
    if (Date.now() - last.current >= minutes * 60_000) void lock();
  });
  useEffect(() => {
    if (locked) return;
    last.current = Date.now();
    // The first sign after a long sleep is not one of presence all along.
    const seen = (): void => {
      look();
      last.current = Date.now();
    };
    const timer = setInterval(() => look(), lookEveryMs);
    for (const sign of signs) window.addEventListener(sign, seen, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [locked]);
};
