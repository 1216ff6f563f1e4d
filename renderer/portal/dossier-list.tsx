import { Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { qualiteLabels } from "../../shared/workflow/index.ts";
import { dateFr } from "../ui/french.ts";
import { EmptyState, ErrorState, Loading, StateBadge } from "../ui/states.tsx";
import { api } from "./client.ts";
import { go } from "./route.ts";

/** Every dossier that concerns this person, and those only (G7). One alone opens by itself. */
export const DossierList = () => {
  const list = useQuery({ ...api.dossiers.lister.queryOptions(), refetchInterval: 30_000 });
  const rows = list.data ?? [];
  const [only] = rows;
  useEffect(() => {
    if (rows.length === 1 && only && only.qualite !== "formation") go(`#/dossiers/${only.id}`);
  }, [rows.length, only]);
  if (list.isPending) return <Loading label="Chargement de vos dossiers…" />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (rows.length === 0)
    return (
      <EmptyState title="Aucun dossier pour l’instant">
        Contactez la personne qui vous a invité(e), ou votre conseiller ou conseillère au CFA.
      </EmptyState>
    );
  const waiting = rows.filter((row) => row.qualite === "formation" && row.etat === "demande");
  const others = rows.filter((row) => !waiting.includes(row));
  const group = (title: string, items: typeof rows) =>
    items.length === 0 ? null : (
      <Stack gap="xs" component="section" aria-label={title}>
        <Title order={2} size="h4">
          {title} ({items.length})
        </Title>
        {items.map((row) => (
          <Card key={row.id} withBorder component="a" href={`#/dossiers/${row.id}`} padding="sm">
            <Group justify="space-between" wrap="wrap" gap="xs">
              <div>
                <Text fw={600}>{[row.prenom, row.nom].filter(Boolean).join(" ") || row.courriel}</Text>
                <Text size="sm" c="dimmed">
                  {[
                    row.reference,
                    row.formationTitre,
                    row.entreprise,
                    row.dateDebut ? `à partir du ${dateFr(row.dateDebut)}` : undefined,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Text>
                <Text size="sm">{row.phrase}</Text>
              </div>
              <Group gap="xs">
                {row.changeDepuis ? <Badge color="orange">Modifié depuis votre retour</Badge> : null}
                <Badge color="gray">{qualiteLabels[row.qualite]}</Badge>
                <StateBadge etat={row.etat} />
              </Group>
            </Group>
          </Card>
        ))}
      </Stack>
    );
  return (
    <Stack gap="lg">
      <Title order={1} size="h2">
        Vos dossiers
      </Title>
      {group("À valider", waiting)}
      {group(waiting.length > 0 ? "Les autres" : "Dossiers", others)}
    </Stack>
  );
};
