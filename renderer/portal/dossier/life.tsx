import { Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { vieRubriqueLabels } from "../../../shared/api/models.ts";
import { dateFr } from "../../ui/french.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { api } from "../client.ts";
import { usePortalDossier } from "./context.ts";

/** Vie de l’étudiant: what the CFA notes and shares with this person. */
export const Life = () => {
  const { vue } = usePortalDossier();
  const entries = useQuery(api.dossiers.vie.queryOptions({ input: { id: vue.id } }));
  if (entries.isPending) return <Loading />;
  if (entries.isError) return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data.length === 0)
    return (
      <EmptyState title="Rien n’est encore noté">
        Entretiens, visites en entreprise, absences, résultats&nbsp;: ce que le CFA partage avec vous
        apparaîtra ici.
      </EmptyState>
    );
  return (
    <Stack gap="xs">
      {entries.data.map((entry) => (
        <Paper key={entry.id} withBorder p="sm">
          <Text fw={600}>
            {vieRubriqueLabels[entry.rubrique]} – {entry.titre}
          </Text>
          <Text size="sm" c="dimmed">
            {entry.au ? `du ${dateFr(entry.du)} au ${dateFr(entry.au)}` : `le ${dateFr(entry.du)}`}
            {entry.fait ? "" : " (prévu)"}
          </Text>
          {entry.texte ? <Text size="sm">{entry.texte}</Text> : null}
        </Paper>
      ))}
    </Stack>
  );
};
