import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, client, poste } from "../../ui/client.ts";
import { showWaiting } from "../common/title.ts";
import { newsOf } from "./news.ts";
import { notify } from "./notify.tsx";

const EVERY_MS = 30_000;

const tell = (nombre: number): void => {
  // On the icon of a workstation; in the title of the page where there is none.
  if (poste) void poste.attente({ nombre: Math.min(nombre, 9999) }).catch(() => undefined);
  else showWaiting(nombre);
};

/**
 * What happens while one does something else, asked twice a minute even when the window is behind others. Under a
 * locked screen nothing is asked and nothing waits for anybody; what came meanwhile is told to whoever unlocks it.
 */
export const useAlerts = (): void => {
  const curseur = useRef<string>(undefined);
  const { data: attente } = useQuery({
    queryKey: api.tableau.alertes.queryKey({ input: {} }),
    queryFn: async ({ signal }) => {
      const answer = await client.tableau.alertes(curseur.current ? { curseur: curseur.current } : {}, {
        signal,
      });
      curseur.current = answer.curseur;
      for (const news of newsOf(answer.alertes)) notify(news);
      return answer;
    },
    select: (answer) => answer.attente,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: EVERY_MS,
    refetchIntervalInBackground: true,
  });
  useEffect(() => {
    if (attente !== undefined) tell(attente);
  }, [attente]);
  useEffect(() => () => tell(0), []);
};
