import { useQuery } from "@tanstack/react-query";
import { api } from "../../ui/client.ts";
import { hasCode } from "../../ui/errors.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { DossierBody } from "./dossier-body.tsx";

const refreshMs = 20_000;

/** `/dossiers/:id`, `?onglet=` for the tab. Read again regularly: others work on the same dossier. */
export const DossierScreen = ({ id }: { id: string }) => {
  const query = useQuery({
    ...api.dossiers.lire.queryOptions({ input: { id } }),
    refetchInterval: refreshMs,
    refetchOnWindowFocus: true,
  });
  if (query.data) return <DossierBody key={id} vue={query.data} />;
  if (query.isError)
    return hasCode(query.error, "INTROUVABLE") ? (
      <EmptyState title="Ce dossier n’existe pas, ou vous n’y avez pas accès">
        Revenez à la liste des dossiers et cherchez-le par son nom ou sa référence.
      </EmptyState>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  return <Loading label="Ouverture du dossier…" height={400} />;
};
