import { Button, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Formation } from "../../../../shared/api/models.ts";
import { api, client } from "../../../ui/client.ts";
import { frenchError } from "../../../ui/errors.ts";

export const ArchiveButton = ({
  formation,
  onDone,
}: {
  formation: Formation;
  onDone: (formation: Formation) => void;
}) => {
  const queries = useQueryClient();
  const archive = useMutation({
    mutationFn: () =>
      client.formations.archiver({
        id: formation.id,
        version: formation.version,
        archivee: !formation.archivee,
      }),
    onSuccess: async (saved) => {
      onDone(saved);
      queries.setQueryData(api.formations.lire.queryKey({ input: { id: saved.id } }), saved);
      notifications.show({
        color: "green",
        message: saved.archivee ? "La formation est archivée." : "La formation est de nouveau en cours.",
      });
      await queries.invalidateQueries({ queryKey: api.formations.lister.key() });
    },
    onError: (error) => notifications.show({ color: "red", message: frenchError(error) }),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: "Archiver la formation",
      children: (
        <Text size="sm">
          Plus personne ne pourra s’y inscrire ni y être invité. Ses dossiers restent, et elle se reprend à
          tout moment depuis les formations archivées.
        </Text>
      ),
      labels: { confirm: "Archiver", cancel: "Annuler" },
      onConfirm: () => archive.mutate(),
    });
  return (
    <Button
      variant="default"
      loading={archive.isPending}
      onClick={() => (formation.archivee ? archive.mutate() : ask())}
    >
      {formation.archivee ? "Reprendre" : "Archiver"}
    </Button>
  );
};
