import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import { IconSchool } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type VieEntree, vieRubriqueLabels } from "../../shared/api/models.ts";
import { dateFr } from "../ui/french.ts";
import { EmptyState, ErrorState, Loading } from "../ui/states.tsx";
import { useDossier } from "./context.ts";

/** One entry of the student’s life; the desk adds who wrote it, for whom, and what may be done with it. */
export const LifeEntry = ({
  entree,
  note,
  actions,
}: {
  entree: VieEntree;
  note?: ReactNode;
  actions?: ReactNode;
}) => (
  <Paper withBorder p="sm">
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Group gap="xs">
          <Badge color="gray">{vieRubriqueLabels[entree.rubrique]}</Badge>
          <Text fw={600} size="sm">
            {entree.titre}
          </Text>
          <Text size="sm" c="dimmed">
            {entree.au ? `du ${dateFr(entree.du)} au ${dateFr(entree.au)}` : `le ${dateFr(entree.du)}`}
          </Text>
          {entree.fait ? null : <Badge color="orange">Prévu</Badge>}
        </Group>
        {entree.texte ? (
          <Text size="sm" mt={4} style={{ whiteSpace: "pre-wrap" }}>
            {entree.texte}
          </Text>
        ) : null}
        {note ? (
          <Text size="xs" c="dimmed" mt={4}>
            {note}
          </Text>
        ) : null}
      </div>
      {actions}
    </Group>
  </Paper>
);

export const LifeEmpty = ({ action }: { action?: ReactNode }) => {
  const { audience } = useDossier();
  return (
    <EmptyState icon={IconSchool} title="Rien n’est encore noté" action={action}>
      {audience === "cfa"
        ? "Entretiens, visites en entreprise, absences, résultats, aides\u00a0: ce que le CFA suit pendant le contrat se note ici."
        : "Entretiens, visites en entreprise, absences, résultats\u00a0: ce que le CFA partage avec vous apparaîtra ici."}
    </EmptyState>
  );
};

/** Vie de l’étudiant (G16), to read: what the CFA notes and shares with this person. */
export const Life = () => {
  const { vue, ask } = useDossier();
  const { vie } = ask;
  const entries = useQuery({
    queryKey: ["dossier", vue.id, "vie"],
    queryFn: () => vie?.({ id: vue.id }) ?? [],
  });
  if (entries.isPending) return <Loading />;
  if (entries.isError) return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data.length === 0) return <LifeEmpty />;
  return (
    <Stack gap="xs">
      {entries.data.map((entree) => (
        <LifeEntry key={entree.id} entree={entree} />
      ))}
    </Stack>
  );
};
