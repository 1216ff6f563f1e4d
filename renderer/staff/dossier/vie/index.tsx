import { ActionIcon, Badge, Button, Group, Paper, Select, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconPencil, IconPlus, IconSchool, IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type VieEntree, vieRubriqueLabels, vieRubriques } from "../../../../shared/api/models.ts";
import { todayInParis } from "../../../../shared/dossier/calendar.ts";
import { api, client } from "../../../ui/client.ts";
import { dateFr } from "../../../ui/french.ts";
import { EmptyState, ErrorState, Loading } from "../../../ui/states.tsx";
import { useDecision, useDossier } from "../context.ts";
import { notifyError } from "../use-gesture.ts";
import { EntryDialog, visibiliteLabels } from "./entry-dialog.tsx";
import { emptyDraft, toDraft } from "./entry-draft.ts";

const Entry = ({
  entree,
  onEdit,
  onRemove,
}: {
  entree: VieEntree;
  onEdit?: () => void;
  onRemove?: () => void;
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
            {entree.au ? `du ${dateFr(entree.du)} au ${dateFr(entree.au)}` : dateFr(entree.du)}
          </Text>
          {entree.fait ? null : <Badge color="orange">Prévu</Badge>}
        </Group>
        {entree.texte ? (
          <Text size="sm" mt={4} style={{ whiteSpace: "pre-wrap" }}>
            {entree.texte}
          </Text>
        ) : null}
        <Text size="xs" c="dimmed" mt={4}>
          {entree.auteur}, le {dateFr(entree.creeLe)} · {visibiliteLabels[entree.visibilite]}
        </Text>
      </div>
      {onEdit ? (
        <Group gap={2} wrap="nowrap">
          <ActionIcon aria-label={`Modifier\u00a0: ${entree.titre}`} onClick={onEdit}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon aria-label={`Supprimer\u00a0: ${entree.titre}`} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ) : null}
    </Group>
  </Paper>
);

/** Vie de l’étudiant (G16): what the CFA follows during the contract, by rubrique, each entry with its readers. */
export const VieTab = () => {
  const { vue } = useDossier();
  const follow = useDecision("suivre");
  const queries = useQueryClient();
  const input = { id: vue.id };
  const query = useQuery(api.suivi.vie.queryOptions({ input }));
  const [rubrique, setRubrique] = useState<string | null>(null);
  const [editing, setEditing] = useState<VieEntree | "nouvelle">();
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const refresh = () => queries.invalidateQueries({ queryKey: api.suivi.vie.key({ input }) });
  const used = vieRubriques.filter((one) => query.data.some((entree) => entree.rubrique === one));
  const shown = query.data.filter((entree) => rubrique === null || entree.rubrique === rubrique);
  const remove = (entree: VieEntree) =>
    modals.openConfirmModal({
      title: "Supprimer cette entrée",
      children: (
        <Text size="sm">
          «{"\u00a0"}
          {entree.titre}
          {"\u00a0"}» disparaît de la vie de l’étudiant&#8239;; l’historique garde sa trace.
        </Text>
      ),
      labels: { confirm: "Supprimer", cancel: "Annuler" },
      confirmProps: { color: "red" },
      onConfirm: () => {
        client.suivi.retirer({ id: vue.id, entreeId: entree.id }).then(refresh, notifyError);
      },
    });
  const add = follow.permis ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEditing("nouvelle")}>
      Ajouter une entrée
    </Button>
  ) : null;
  return (
    <Stack gap="sm">
      {query.data.length > 0 ? (
        <Group justify="space-between">
          <Select
            aria-label="Rubrique"
            placeholder="Toutes les rubriques"
            data={used.map((value) => ({ value, label: vieRubriqueLabels[value] }))}
            value={rubrique}
            onChange={setRubrique}
            clearable
            w={260}
          />
          {add}
        </Group>
      ) : (
        <EmptyState icon={IconSchool} title="Rien n’est encore noté" action={add}>
          Entretiens, visites en entreprise, absences, résultats, aides&nbsp;: ce que le CFA suit pendant le
          contrat se note ici.
        </EmptyState>
      )}
      {shown.map((entree) => (
        <Entry
          key={entree.id}
          entree={entree}
          onEdit={follow.permis ? () => setEditing(entree) : undefined}
          onRemove={follow.permis ? () => remove(entree) : undefined}
        />
      ))}
      {editing ? (
        <EntryDialog
          title={editing === "nouvelle" ? "Nouvelle entrée" : "Modifier l’entrée"}
          start={editing === "nouvelle" ? emptyDraft(todayInParis()) : toDraft(editing)}
          onClose={() => setEditing(undefined)}
          onSave={async (entree) => {
            if (editing === "nouvelle") await client.suivi.ajouter({ id: vue.id, entree });
            else
              await client.suivi.modifier({
                id: vue.id,
                entreeId: editing.id,
                version: editing.version,
                entree,
              });
            await refresh();
          }}
        />
      ) : null}
    </Stack>
  );
};
