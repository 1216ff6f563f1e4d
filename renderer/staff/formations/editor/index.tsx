import { useQuery } from "@tanstack/react-query";
import { Redirect } from "wouter";
import { api } from "../../../ui/client.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";
import { Page } from "../../common/page.tsx";
import { useMay } from "../../session/use-may.ts";
import { FormationEditor } from "./formation-editor.tsx";

export const NewFormationScreen = () =>
  useMay("formations.creer") ? <FormationEditor key="nouvelle" /> : <Redirect to="/formations" replace />;

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
