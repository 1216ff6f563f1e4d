import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { client } from "../../ui/client.ts";
import { saveFile } from "../../ui/download.ts";
import { DraftErrors } from "../common/draft-errors.tsx";
import { numberFr } from "../common/french.ts";
import { Refusals } from "./pack-dialog.tsx";
import { packQuery, type Task, useShownPack } from "./pack-watch.tsx";

export const PackProgress = ({ initial, onClose }: { initial: Task; onClose: () => void }) => {
  useShownPack(initial.id);
  const task = useQuery({ ...packQuery(initial.id), initialData: initial });
  const cancel = useMutation({
    mutationFn: () => client.documents.annuler({ id: initial.id }),
    onSettled: () => task.refetch(),
  });
  const save = useMutation({
    mutationFn: () => client.documents.recupererLiasse({ id: initial.id }),
    onSuccess: (file) => saveFile(file, now.nomFichier),
  });
  const now = task.data;
  const percent = now.total === 0 ? 100 : Math.round((now.fait / now.total) * 100);
  return (
    <Stack>
      <Progress
        value={now.etat === "terminee" ? 100 : percent}
        size="lg"
        color={now.etat === "en-echec" ? "red" : now.etat === "annulee" ? "gray" : undefined}
        animated={now.etat === "en-cours"}
        aria-label="Avancement de la liasse"
      />
      <Text role="status">{sentence(now)}</Text>
      {now.etat === "en-echec" ? (
        <Alert color="red">{now.erreur ?? "La préparation a échoué : relancez-la."}</Alert>
      ) : null}
      <DraftErrors error={task.error ?? cancel.error} title="L’avancement n’a pas pu être lu" />
      {now.refus.length > 0 ? <Refusals refus={now.refus} /> : null}
      <DraftErrors error={save.error} title="La liasse n’a pas pu être enregistrée" />
      <Group justify="flex-end">
        {now.etat === "en-cours" ? (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            Arrêter la préparation
          </Button>
        ) : (
          <Button variant="default" onClick={onClose}>
            Fermer
          </Button>
        )}
        {now.etat === "terminee" ? (
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            Enregistrer {now.nomFichier}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
};

const sentence = (task: Task): string => {
  switch (task.etat) {
    case "en-cours":
      return `${numberFr(task.fait)} sur ${numberFr(task.total)}…`;
    case "terminee":
      return "La liasse est prête.";
    case "annulee":
      return "Préparation arrêtée : aucun fichier n’a été gardé.";
    case "en-echec":
      return "La préparation a échoué.";
  }
};
