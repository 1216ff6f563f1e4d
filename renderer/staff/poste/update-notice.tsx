import { Button, Group, Paper, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { poste } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { usePoste } from "./anywhere.tsx";

/** « Une version est prête »: at the foot of the menu, where it interrupts nobody. */
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
    <Paper withBorder p="sm" role="status" aria-label="Mise à jour">
      <Group gap={6} wrap="nowrap" align="flex-start">
        <IconDownload size={16} aria-hidden />
        <Text size="sm">
          Une version est prête ({miseAJour.version}). Elle s’installera quand vous quitterez Cactus.
        </Text>
      </Group>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={restart.isPending} onClick={() => restart.mutate()}>
          Redémarrer maintenant
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setLater(miseAJour.version)}>
          Plus tard
        </Button>
      </Group>
    </Paper>
  );
};
