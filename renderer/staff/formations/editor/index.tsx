import { useQuery } from "@tanstack/react-query";
import { api } from "../../../ui/client.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";
import { Page } from "../../common/page.tsx";
import { FormationEditor } from "./formation-editor.tsx";

export const NewFormationScreen = () => <FormationEditor key="nouvelle" />;

export const FormationScreen = ({ id }: { id: string }) => {
  const formation = useQuery({ ...api.formations.lire.queryOptions({ input: { id } }), staleTime: 0 });
  if (formation.isPending) return <Loading label="Chargement de la formation…" />;
  if (formation.isError)
    return (
      <Page title="Formation">
        <ErrorState error={formation.error} onRetry={() => void formation.refetch()} />
      </Page>
    );
  return <FormationEditor key={id} formation={formation.data} />;
};
