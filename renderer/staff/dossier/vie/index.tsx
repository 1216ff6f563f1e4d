import { ActionIcon, Button, Group, Select, Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type VieEntree, vieRubriqueLabels, vieRubriques } from "../../../../shared/api/models.ts";
import { todayInParis } from "../../../../shared/dossier/calendar.ts";
import { useDecision, useDossier } from "../../../dossier/context.ts";
import { LifeEmpty, LifeEntry } from "../../../dossier/life.tsx";
import { api } from "../../../ui/client.ts";
import { dateFr } from "../../../ui/french.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";
import { useDeskGesture } from "../door.ts";
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
  <LifeEntry
    entree={entree}
    note={`${entree.auteur}, le ${dateFr(entree.creeLe)} · ${visibiliteLabels[entree.visibilite]}`}
    actions={
      onEdit ? (
        <Group gap={2} wrap="nowrap">
          <ActionIcon aria-label={`Modifier\u00a0: ${entree.titre}`} onClick={onEdit}>
            <IconPencil size={16} />
          </ActionIcon>
          <ActionIcon aria-label={`Supprimer\u00a0: ${entree.titre}`} onClick={onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ) : null
    }
  />
);

/** Vie de l’étudiant (G16): what the CFA follows during the contract, by rubrique, each entry with its readers. */
export const VieTab = () => {
  const { vue } = useDossier();
  const follow = useDecision("suivre");
  const { run } = useDeskGesture();
  const query = useQuery(api.suivi.vie.queryOptions({ input: { id: vue.id } }));
  const [rubrique, setRubrique] = useState<string | null>(null);
  const [editing, setEditing] = useState<VieEntree | "nouvelle">();
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
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
        void run("retirer", async (gestures, { id }) => {
          await gestures.suivi.retirer({ id, entreeId: entree.id });
          return undefined;
        });
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
        <LifeEmpty action={add} />
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
          onSave={(entree, refused) =>
            run(
              "vie",
              async ({ suivi }, { id }) => {
                if (editing === "nouvelle") await suivi.ajouter({ id, entree });
                else await suivi.modifier({ id, entreeId: editing.id, version: editing.version, entree });
                return undefined;
              },
              undefined,
              refused,
            )
          }
        />
      ) : null}
    </Stack>
  );
};
