import { useIdle } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../ui/client.ts";
import { useSession } from "../session/session.tsx";

const fallbackMinutes = 30;

/** Locks after the delay of Réglages without a key, a click or a move. */
export const useIdleLock = (): void => {
  const session = useSession();
  const { data } = useQuery(api.reglages.lireCfa.queryOptions());
  const minutes = data?.delais.verrouillageMinutes ?? fallbackMinutes;
  const idle = useIdle(minutes * 60_000, { initialState: false });
  const { lock, locked } = session;
  useEffect(() => {
    if (idle && !locked) void lock();
  }, [idle, locked, lock]);
};
