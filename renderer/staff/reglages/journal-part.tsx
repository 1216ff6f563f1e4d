import { Button, Group, Table, Text } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { api } from "../../ui/client.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { instantFr } from "../common/french.ts";
import { Section } from "../common/page.tsx";

const doors = {
  poste: "au CFA",
  portail: "sur le portail",
  cli: "en ligne de commande",
  systeme: "par Cactus",
} as const;

/** Append-only: who did what, when, through which door. */
export const JournalPart = () => {
  const journal = useInfiniteQuery({
    ...api.reglages.journal.infiniteOptions({
      input: (curseur: string | undefined) => (curseur ? { curseur } : {}),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.suite,
    }),
    staleTime: 0,
  });
  const rows = journal.data?.pages.flatMap((page) => page.lignes) ?? [];
  return (
    <Section title="Journal" help="Chaque geste y est inscrit et rien ne s’y efface.">
      {journal.isPending ? (
        <Loading label="Chargement du journal…" />
      ) : journal.isError ? (
        <ErrorState error={journal.error} onRetry={() => void journal.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconHistory} title="Le journal est vide">
          Le premier geste y apparaîtra.
        </EmptyState>
      ) : (
        <>
          <Table fz="sm" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={150}>Quand</Table.Th>
                <Table.Th>Quoi</Table.Th>
                <Table.Th w={150}>Dossier</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td style={{ whiteSpace: "nowrap" }}>{instantFr(row.le)}</Table.Td>
                  <Table.Td>
                    <b>{row.acteur}</b> {row.phrase}{" "}
                    <Text span size="xs" c="dimmed">
                      ({doors[row.porte]})
                    </Text>
                  </Table.Td>
                  <Table.Td>{row.reference ?? ""}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {journal.hasNextPage ? (
            <Group justify="center">
              <Button
                variant="default"
                loading={journal.isFetchingNextPage}
                onClick={() => void journal.fetchNextPage()}
              >
                Charger la suite
              </Button>
            </Group>
          ) : null}
        </>
      )}
    </Section>
  );
};
