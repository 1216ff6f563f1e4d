import { Button, Chip, Group, Paper, Stack, Table, TextInput, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconMailOpened, IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Courriel, statutCourrielLabels, statutsCourriel } from "../../../shared/api/models.ts";
import { api } from "../../ui/client.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { numberFr } from "../common/french.ts";
import { navigate, useHashQuery } from "../shell/location.ts";
import { MailRow } from "./mail-row.tsx";

type Statut = Courriel["statut"];

export const Outbox = () => {
  const asked = new URLSearchParams(useHashQuery()).get("statuts")?.split(",") ?? [];
  const statuts = statutsCourriel.filter((one) => asked.includes(one));
  const [text, setText] = useState("");
  const [recherche] = useDebouncedValue(text.trim(), 200);
  const mails = useInfiniteQuery({
    ...api.courriels.lister.infiniteOptions({
      input: (curseur: string | undefined) => ({
        ...(statuts.length > 0 ? { statuts } : {}),
        ...(recherche ? { recherche } : {}),
        ...(curseur ? { curseur } : {}),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.suite,
    }),
    placeholderData: keepPreviousData,
    // A mail that waits or leaves changes by itself.
    refetchInterval: ({ state }) =>
      (state.data?.pages.length ?? 0) === 1 &&
      state.data?.pages[0]?.lignes.some((one) => one.statut === "due" || one.statut === "leased")
        ? 3000
        : false,
  });
  const counts = mails.data?.pages[0]?.compte;
  const rows = mails.data?.pages.flatMap((page) => page.lignes) ?? [];
  return (
    <Stack>
      <Group justify="space-between">
        <Chip.Group
          multiple
          value={statuts}
          onChange={(next) =>
            navigate(next.length > 0 ? `/courriels?statuts=${next.join(",")}` : "/courriels", {
              replace: true,
            })
          }
        >
          <Group gap="xs">
            {statutsCourriel.map((one: Statut) => (
              <Chip key={one} value={one} size="sm">
                {statutCourrielLabels[one]}
                {counts ? ` (${numberFr(counts[one] ?? 0)})` : ""}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <TextInput
          w={280}
          type="search"
          aria-label="Chercher un courriel"
          placeholder="Destinataire, sujet…"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      {mails.isPending ? (
        <Loading label="Chargement des courriels…" />
      ) : mails.isError ? (
        <ErrorState error={mails.error} onRetry={() => void mails.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconMailOpened} title="Aucun courriel ici">
          {statuts.length > 0 || recherche
            ? "Retirez un filtre ou changez la recherche."
            : "Les invitations et les avis de validation apparaîtront dès leur envoi."}
        </EmptyState>
      ) : (
        <>
          <Paper withBorder>
            <Table fz="sm" verticalSpacing="xs" highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={260}>Sort</Table.Th>
                  <Table.Th>Courriel</Table.Th>
                  <Table.Th w={140}>Dossier</Table.Th>
                  <Table.Th w={150}>Créé le</Table.Th>
                  <Table.Th w={140}>
                    <VisuallyHidden>Actions</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <MailRow key={row.id} mail={row} />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
          {mails.hasNextPage ? (
            <Group justify="center">
              <Button
                variant="default"
                loading={mails.isFetchingNextPage}
                onClick={() => void mails.fetchNextPage()}
              >
                Charger la suite
              </Button>
            </Group>
          ) : null}
        </>
      )}
    </Stack>
  );
};
