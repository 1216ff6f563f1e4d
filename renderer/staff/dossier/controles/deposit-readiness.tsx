import { Group, Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { IconCircleCheck, IconCircleX, IconHelpCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useDossier } from "../../../dossier/context.ts";
import { api } from "../../../ui/client.ts";
import { dateFr } from "../../../ui/french.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";

type Etat = "ok" | "ko" | "inconnu";
const marks: Readonly<Record<Etat, { icon: ReactNode; word: string }>> = {
  ok: { icon: <IconCircleCheck size={20} color="var(--mantine-color-cactus-6)" />, word: "en règle" },
  ko: { icon: <IconCircleX size={20} color="var(--mantine-color-error)" />, word: "à corriger" },
  inconnu: {
    icon: <IconHelpCircle size={20} color="var(--mantine-color-dimmed)" />,
    word: "pas encore vérifiable",
  },
};

/** « Prêt pour le dépôt »: the four points an OPCO controls, and the legal clocks. */
export const DepositReadiness = () => {
  const { vue } = useDossier();
  const query = useQuery(api.dossiers.depot.queryOptions({ input: { id: vue.id } }));
  return (
    <Paper component="section" withBorder p="md" aria-label="Prêt pour le dépôt">
      <Title order={2} size="h3" mb="sm">
        Prêt pour le dépôt
      </Title>
      {query.isPending ? <Loading height={120} /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs">
            {query.data.points.map(({ point, etat, attend, constats }) => (
              <Group key={point} gap="xs" wrap="nowrap" align="flex-start">
                {marks[etat].icon}
                <div>
                  <Text size="sm" fw={500}>
                    {point}{" "}
                    <Text span size="xs" c="dimmed">
                      — {marks[etat].word}
                    </Text>
                  </Text>
                  {attend ? (
                    <Text size="xs" c="dimmed">
                      {attend}
                    </Text>
                  ) : null}
                  {constats.map((constat) => (
                    <Text key={constat.regle} size="xs" c="dimmed">
                      {constat.message}
                    </Text>
                  ))}
                </div>
              </Group>
            ))}
          </SimpleGrid>
          {query.data.echeances.length > 0 ? (
            <Table aria-label="Échéances">
              <Table.Tbody>
                {query.data.echeances.map(({ libelle, date, explication }) => (
                  <Table.Tr key={libelle}>
                    <Table.Td fw={500}>{libelle}</Table.Td>
                    <Table.Td w={110}>{dateFr(date)}</Table.Td>
                    <Table.Td c="dimmed">{explication}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          ) : null}
        </Stack>
      ) : null}
    </Paper>
  );
};
