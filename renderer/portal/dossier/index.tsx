import { useQuery, useQueryClient } from "@tanstack/react-query";
import { hasCode } from "../../ui/errors.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { api } from "../client.ts";
import { DossierBody } from "./body.tsx";
import type { Vue } from "./context.ts";

/** Read again regularly: the other party works on the same dossier, the formation validates (G19). */
export const DossierScreen = ({ id }: { id: string }) => {
  const queries = useQueryClient();
  const query = useQuery({
    ...api.dossiers.lire.queryOptions({ input: { id } }),
    refetchInterval: 15_000,
    refetchOnWindowFocus: true,
  });
  const publish = (vue: Vue) =>
    queries.setQueryData<Vue>(api.dossiers.lire.queryKey({ input: { id } }), (before) =>
      before && before.version > vue.version ? before : vue,
    );
  if (query.data)
    return <DossierBody vue={query.data} publish={publish} refresh={() => void query.refetch()} />;
  if (query.isError)
    return hasCode(query.error, "INTROUVABLE") ? (
      <EmptyState title="Ce dossier n’existe pas, ou vous n’y avez pas accès">
        Contactez la personne qui vous a invité(e).
      </EmptyState>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  return <Loading label="Ouverture du dossier…" height={400} />;
};
