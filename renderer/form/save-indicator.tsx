import { Button, Group, Loader, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconCloudOff, IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useForm, useSession } from "./context.ts";
import type { SaveState } from "./session.ts";

const icon: Readonly<Record<SaveState, ReactNode>> = {
  repos: null,
  attente: <IconPencil size={15} />,
  envoi: <Loader size={13} />,
  enregistre: <IconCheck size={15} color="var(--mantine-color-cactus-6)" />,
  "hors-connexion": <IconCloudOff size={15} color="var(--mantine-color-orange-6)" />,
  "a-corriger": <IconAlertTriangle size={15} color="var(--mantine-color-error)" />,
  bloque: <IconAlertTriangle size={15} color="var(--mantine-color-error)" />,
};
const words: Readonly<Record<SaveState, string>> = {
  repos: "Ce que vous tapez s’enregistre tout seul",
  attente: "Enregistrement…",
  envoi: "Enregistrement…",
  enregistre: "Enregistré",
  "hors-connexion": "Hors connexion\u00a0: sera enregistré dès que possible",
  "a-corriger": "Une saisie est à corriger\u00a0: elle n’est pas enregistrée",
  bloque: "Non enregistré",
};

/** Always in the same place, so that nothing jumps: what happens to what is typed. */
export const SaveIndicator = () => {
  const { session, lecture } = useForm();
  const { statut, erreur } = useSession(session);
  if (lecture !== undefined && statut === "repos") return null;
  return (
    <Group gap={6} wrap="nowrap" role="status" aria-live="polite">
      {icon[statut]}
      <Text size="sm" c={statut === "enregistre" || statut === "repos" ? "dimmed" : undefined}>
        {erreur ? `${words[statut]}\u00a0: ${erreur}` : words[statut]}
      </Text>
      {statut === "hors-connexion" || statut === "bloque" ? (
        <Button size="compact-xs" variant="default" onClick={session.retry}>
          Réessayer
        </Button>
      ) : null}
    </Group>
  );
};
