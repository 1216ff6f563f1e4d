import { Grid, Stack, Text } from "@mantine/core";
import { IconConfetti } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../ui/client.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { Page } from "../common/page.tsx";
import { useCompte } from "../session/session.tsx";
import { FormationsLacking, MailTrouble, StateCounts } from "./counts.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { QueueCard } from "./queue-card.tsx";

/** What waits for me, first; then where everything stands. */
export const Dashboard = () => {
  const compte = useCompte();
  const board = useQuery({ ...api.tableau.lire.queryOptions(), staleTime: 0, refetchInterval: 60_000 });
  const files = board.data?.files.filter((file) => file.nombre > 0) ?? [];
  const idle = board.data?.files.filter((file) => file.nombre === 0) ?? [];
  const waiting = files.reduce((sum, file) => sum + file.nombre, 0);
  const nothingYet = board.data && Object.values(board.data.etats).every((count) => count === 0);
  return (
    <Page
      title="Tableau de bord"
      intro={`Bonjour ${compte.nom}. ${
        !board.data ? "" : waiting === 0 ? "Rien n’attend votre décision." : "Voici ce qui vous attend."
      }`}
    >
      {board.isPending ? (
        <Loading label="Chargement du tableau de bord…" />
      ) : board.isError ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : (
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="md">
              {nothingYet ? (
                <FirstSteps />
              ) : files.length === 0 ? (
                <EmptyState icon={IconConfetti} title="Tout est à jour, bravo !">
                  Aucun dossier n’attend de geste de votre part. Les prochains apparaîtront ici.
                </EmptyState>
              ) : (
                files.map((file) => <QueueCard key={file.cle} file={file} />)
              )}
              {files.length > 0 && idle.length > 0 ? (
                <Text size="sm" c="dimmed">
                  À jour{"\u00a0"}: {idle.map((file) => file.titre).join(" · ")}.
                </Text>
              ) : null}
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack gap="md">
              <StateCounts etats={board.data.etats} economies={board.data.economies} />
              <MailTrouble counts={board.data.courriels} />
              <FormationsLacking formations={board.data.formationsSansPiece} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
};
