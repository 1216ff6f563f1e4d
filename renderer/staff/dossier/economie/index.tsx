import { useQuery } from "@tanstack/react-query";
import { useDossier } from "../../../dossier/context.ts";
import { api } from "../../../ui/client.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";
import { EconomieForm } from "./economie-form.tsx";

/** G22: the CFA’s review of the economic elements, year by year; validated by name and date, it releases the convention. */
export const EconomieTab = () => {
  const { vue } = useDossier();
  const query = useQuery(api.economie.lire.queryOptions({ input: { id: vue.id } }));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <EconomieForm key={query.data.economie.version} vue={query.data} />;
};
