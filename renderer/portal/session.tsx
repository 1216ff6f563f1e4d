import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Loading } from "../ui/states.tsx";
import { api, client, setCsrf } from "./client.ts";

type Etat = Awaited<ReturnType<typeof client.acces.etat>>;
type Personne = NonNullable<Etat["personne"]>;

interface Session {
  readonly cfa: string;
  readonly personne?: Personne;
  enter(answer: { personne: Personne; csrf: string }): void;
  leave(): Promise<void>;
}
const SessionContext = createContext<Session | undefined>(undefined);
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession outside SessionProvider");
  return session;
};

/** Who is signed in, as the cookie says; read again when the window comes back. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const queries = useQueryClient();
  const etat = useQuery({ ...api.acces.etat.queryOptions(), refetchOnWindowFocus: true });
  setCsrf(etat.data?.csrf);
  const session = useMemo<Session>(() => {
    const key = api.acces.etat.queryKey();
    return {
      cfa: etat.data?.cfa ?? "",
      personne: etat.data?.personne,
      enter: ({ personne, csrf }) => {
        setCsrf(csrf);
        queries.setQueryData<Etat>(key, (before) => ({
          cfa: before?.cfa ?? "",
          demo: before?.demo ?? false,
          personne,
          csrf,
        }));
      },
      leave: async () => {
        await client.acces.deconnexion().catch(() => {});
        setCsrf(undefined);
        queries.clear();
        window.location.hash = "#/";
        await queries.invalidateQueries();
      },
    };
  }, [etat.data, queries]);
  if (etat.isPending) return <Loading label="Ouverture de Cactus…" height={400} />;
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
};
