import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { poste } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { usePoste } from "./anywhere.tsx";
import { updateWords } from "./update-words.ts";

/** A version is ready: at the foot of the menu, where it interrupts nobody. */
export const UpdateNotice = () => {
  const state = usePoste();
  const [later, setLater] = useState<string>();
  const restart = useMutation({
    mutationFn: async () => poste?.installerMiseAJour(),
    onError: (error) => notifications.show({ color: "orange", message: frenchError(error) }),
  });
  const miseAJour = state?.miseAJour;
  if (miseAJour?.etat !== "prete" || later === miseAJour.version) return null;
  return (
    <Paper withBorder p="xs" role="status" aria-label="Mise à jour">
      <Group gap={6} wrap="nowrap" align="flex-start">
        <IconDownload size={16} aria-hidden />
        <Text size="sm">{updateWords(miseAJour)}</Text>
      </Group>
      <Stack gap={4} mt="xs">
        <Button size="compact-sm" fullWidth loading={restart.isPending} onClick={() => restart.mutate()}>
          Redémarrer
        </Button>
        <Button
          size="compact-sm"
          fullWidth
          variant="subtle"
          color="gray"
          onClick={() => setLater(miseAJour.version)}
        >
          Plus tard
        </Button>
      </Stack>
    </Paper>
  );
};
