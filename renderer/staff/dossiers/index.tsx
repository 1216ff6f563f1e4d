import { Button, Group, Paper, Select, Stack, Text } from "@mantine/core";
import { useIntersection, useSet } from "@mantine/hooks";
import { IconFolderOpen, IconSchool } from "@tabler/icons-react";
import { useCallback, useEffect } from "react";
import { Link } from "wouter";
import type { Filtre } from "../../../shared/api/staff/dossiers.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { countFr } from "../common/french.ts";
import { Page } from "../common/page.tsx";
import { useMay } from "../session/use-may.ts";
import { navigate, useHashQuery } from "../shell/location.ts";
import { BatchBar } from "./batch-bar.tsx";
import { DossiersTable } from "./dossiers-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { naturalOrder, readQuery, rememberDossiersQuery, type Tri, writeQuery } from "./filters.ts";
import { useDossiers } from "./use-dossiers.ts";

const triLabels: Readonly<Record<Tri, string>> = {
  modifieLe: "Dernière modification",
  nom: "Nom",
  dateDebut: "Début du contrat",
  reference: "Référence",
};

export const DossiersScreen = () => {
  const queryString = useHashQuery();
  const view = readQuery(queryString);
  const { query, rows, total, facettes } = useDossiers(view);
  const selected = useSet<string>();
  const mayInvite = useMay("dossiers.inviter");
  useEffect(() => rememberDossiersQuery(queryString), [queryString]);

  const change = (next: Partial<typeof view>) => {
    selected.clear();
    navigate(`/dossiers${writeQuery({ ...view, ...next })}`, { replace: true });
  };
  const toggle = useCallback(
    (id: string) => {
      if (!selected.delete(id)) selected.add(id);
    },
    [selected],
  );
  const togglePage = () => {
    const every = rows.every((row) => selected.has(row.id));
    for (const row of rows) {
      if (every) selected.delete(row.id);
      else selected.add(row.id);
    }
  };
  const filtered = Object.keys(view.filtre).length > 0;
  return (
    <Page
      title="Dossiers"
      actions={
        mayInvite ? (
          <Button component={Link} href="/formations" leftSection={<IconSchool size={16} />}>
            Inviter des alternants
          </Button>
        ) : null
      }
    >
      <FilterBar filtre={view.filtre} facettes={facettes} onChange={(filtre) => change({ filtre })} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {total === undefined ? "" : `${countFr(total, "dossier")}${filtered ? " avec ces filtres" : ""}`}
        </Text>
        <Group gap="xs">
          <Text size="sm" c="dimmed" component="label" htmlFor="tri-dossiers">
            Trier par
          </Text>
          <Select
            id="tri-dossiers"
            size="xs"
            w={190}
            allowDeselect={false}
            data={Object.entries(triLabels).map(([value, label]) => ({ value, label }))}
            value={view.tri}
            onChange={(value) => change({ tri: value as Tri, sens: naturalOrder(value as Tri) })}
          />
        </Group>
      </Group>
      {selected.size > 0 ? (
        <BatchBar
          ids={[...selected]}
          view={view}
          total={total}
          onSelect={(ids) => {
            selected.clear();
            for (const id of ids) selected.add(id);
          }}
        />
      ) : null}
      {query.isPending ? (
        <Loading label="Chargement des dossiers…" />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : rows.length === 0 ? (
        <NoDossier filtre={view.filtre} onClear={() => change({ filtre: {} })} />
      ) : (
        <Stack gap="md">
          <Paper withBorder>
            <DossiersTable
              rows={rows}
              view={view}
              onSort={(tri, sens) => change({ tri, sens })}
              selected={selected}
              onToggle={toggle}
              onTogglePage={togglePage}
            />
          </Paper>
          <More
            available={query.hasNextPage}
            loading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
          />
        </Stack>
      )}
    </Page>
  );
};

const More = ({
  available,
  loading,
  onMore,
}: {
  available: boolean;
  loading: boolean;
  onMore: () => void;
}) => {
  const { ref, entry } = useIntersection({ rootMargin: "600px" });
  const near = entry?.isIntersecting === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks once each time the end comes near
  useEffect(() => {
    if (near && available && !loading) onMore();
  }, [near, available, loading]);
  if (!available) return null;
  return (
    <Group justify="center" ref={ref}>
      <Button variant="default" loading={loading} onClick={onMore}>
        Charger la suite
      </Button>
    </Group>
  );
};

const NoDossier = ({ filtre, onClear }: { filtre: Filtre; onClear: () => void }) =>
  Object.keys(filtre).length > 0 ? (
    <EmptyState
      icon={IconFolderOpen}
      title="Aucun dossier ne correspond"
      action={<Button onClick={onClear}>Effacer les filtres</Button>}
    >
      Élargissez la recherche ou retirez un filtre.
    </EmptyState>
  ) : (
    <EmptyState
      icon={IconFolderOpen}
      title="Pas encore de dossier"
      action={
        <Button component={Link} href="/formations">
          Ouvrir les formations
        </Button>
      }
    >
      Un dossier naît d’une invitation, envoyée depuis sa formation.
    </EmptyState>
  );
