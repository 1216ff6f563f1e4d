import { Alert, Badge, Button, Center, Group, Loader, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInbox, IconRefresh } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import { type Etat, type EtatEconomie, economieLabels, etatLabels } from "../../shared/workflow/index.ts";
import { frenchError, referenceOf } from "./errors.ts";
import { CopyReference } from "./incident-reference.tsx";

type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

/** Nothing to show: says why, and what to do next. */
export const EmptyState = ({
  icon: Glyph = IconInbox,
  title,
  children,
  action,
}: {
  icon?: Icon;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <Center py="xl">
    <Stack align="center" gap="xs" maw={480}>
      <ThemeIcon variant="light" color="gray" size={48} radius="xl" aria-hidden>
        <Glyph size={26} stroke={1.5} />
      </ThemeIcon>
      <Title order={3} ta="center">
        {title}
      </Title>
      {children ? (
        <Text c="dimmed" ta="center" size="sm">
          {children}
        </Text>
      ) : null}
      {action}
    </Stack>
  </Center>
);

/** What went wrong, in French, with a way to try again. */
export const ErrorState = ({
  error,
  onRetry,
  title = "Impossible d’afficher ces informations",
}: {
  error: unknown;
  onRetry?: () => void;
  title?: string;
}) => {
  const reference = referenceOf(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle size={20} />} title={title} role="alert">
      <Stack gap="sm" align="flex-start">
        <Group gap={4}>
          <Text size="sm">{frenchError(error)}</Text>
          {reference ? <CopyReference reference={reference} /> : null}
        </Group>
        {onRetry ? (
          <Button size="xs" variant="default" leftSection={<IconRefresh size={15} />} onClick={onRetry}>
            Réessayer
          </Button>
        ) : null}
      </Stack>
    </Alert>
  );
};

/** Appears after a moment only, so that fast answers do not flash. */
export const Loading = ({ label = "Chargement…", height = 240 }: { label?: string; height?: number }) => (
  <Center h={height} role="status" aria-live="polite">
    <Stack align="center" gap="xs">
      <Loader size="sm" />
      <Text size="sm" c="dimmed">
        {label}
      </Text>
    </Stack>
  </Center>
);

export const etatColors: Readonly<Record<Etat, string>> = {
  invite: "gray",
  saisie: "blue",
  demande: "orange",
  valide: "cactus",
  abandonne: "red",
};
export const StateBadge = ({ etat }: { etat: Etat }) => (
  <Badge color={etatColors[etat]}>{etatLabels[etat]}</Badge>
);

const economieColors: Readonly<Record<EtatEconomie, string>> = {
  a_saisir: "gray",
  a_valider: "orange",
  validee: "cactus",
};
export const EconomieBadge = ({ etat }: { etat: EtatEconomie }) => (
  <Badge color={economieColors[etat]}>{economieLabels[etat]}</Badge>
);

/** G9: « une petite coche apparaît à côté du nom de l’onglet ». */
export const CheckMark = ({ size = 16, label = "complet" }: { size?: number; label?: string }) => (
  <IconCircleCheck
    size={size}
    role="img"
    aria-label={label}
    color="var(--mantine-color-cactus-6)"
    stroke={2.2}
  />
);
