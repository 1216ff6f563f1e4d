import { Badge, Button, Group, Stack, Text, Timeline } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Evenement } from "../../../shared/api/models.ts";
import { useDossier } from "../../dossier/context.ts";
import { ChangesTable } from "../../form/index.ts";
import { api } from "../../ui/client.ts";
import { instantFr } from "../../ui/french.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";

const portes: Readonly<Record<Evenement["porte"], string>> = {
  poste: "Poste du CFA",
  portail: "Portail",
  cli: "Ligne de commande",
  systeme: "Automatique",
};

/** Who did what, when, through which door; before and after, field by field. */
export const HistoriqueTab = () => {
  const { vue } = useDossier();
  const query = useInfiniteQuery(
    api.dossiers.historique.infiniteOptions({
      input: (curseur: string | undefined) => ({ id: vue.id, curseur }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.suite,
    }),
  );
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const lignes = query.data.pages.flatMap((page) => page.lignes);
  if (lignes.length === 0) return <EmptyState title="Aucun événement pour l’instant" />;
  return (
    <Stack gap="md">
      <Timeline bulletSize={12} lineWidth={2} active={-1}>
        {lignes.map((event) => (
          <Timeline.Item key={event.id}>
            <Group gap="xs">
              <Text size="sm">
                <Text span fw={600} size="sm">
                  {event.acteur}
                </Text>{" "}
                {event.phrase}
              </Text>
              <Text size="xs" c="dimmed">
                {instantFr(event.le)}
              </Text>
              <Badge size="xs" color="gray">
                {portes[event.porte]}
              </Badge>
            </Group>
            <ChangesTable changements={event.changements} />
          </Timeline.Item>
        ))}
      </Timeline>
      {query.hasNextPage ? (
        <Group justify="center">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Événements plus anciens
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
};
