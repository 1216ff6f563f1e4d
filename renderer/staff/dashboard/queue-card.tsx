import { Badge, Box, Button, Group, Paper, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { Link } from "wouter";
import type { DossierLigne } from "../../../shared/api/models.ts";
import { depuisEnClair } from "../../../shared/workflow/index.ts";
import type { client } from "../../ui/client.ts";
import { StateBadge } from "../../ui/states.tsx";
import { numberFr } from "../common/french.ts";
import { dossiersLink } from "../dossiers/filters.ts";
import { dossierName, nextStepOf } from "../dossiers/labels.ts";
import { navigate } from "../shell/location.ts";
import classes from "./dashboard.module.css";

type File = Awaited<ReturnType<typeof client.tableau.lire>>["files"][number];

export const QueueCard = ({ file }: { file: File }) => (
  <Paper withBorder radius="md" component="section" aria-label={file.titre}>
    <Group justify="space-between" p="sm" pl="md" wrap="nowrap">
      <Group gap="sm">
        <Title order={2} size="h5">
          {file.titre}
        </Title>
        <Badge size="lg" circle={file.nombre < 10}>
          {numberFr(file.nombre)}
        </Badge>
      </Group>
      <Button
        size="xs"
        variant="light"
        component={Link}
        href={dossiersLink(file.filtre)}
        aria-label={`Ouvrir la liste : ${file.titre}`}
      >
        Ouvrir la liste
      </Button>
    </Group>
    <Stack gap={0}>
      {file.premiers.map((row) => (
        <QueueRow key={row.id} row={row} />
      ))}
    </Stack>
  </Paper>
);

const QueueRow = ({ row }: { row: DossierLigne }) => (
  <UnstyledButton className={classes.row} onClick={() => navigate(`/dossiers/${row.id}`)}>
    <Group justify="space-between" wrap="nowrap" gap="md">
      <Box miw={0}>
        <Text size="sm" fw={500} truncate>
          {dossierName(row)}
          {row.entreprise ? (
            <Text span c="dimmed" fw={400}>
              {" "}
              chez {row.entreprise}
            </Text>
          ) : null}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {row.reference} · {row.formationTitre}
        </Text>
      </Box>
      <Group gap="sm" wrap="nowrap" style={{ flexShrink: 0 }}>
        <Text size="xs" c="dimmed" ta="right" style={{ whiteSpace: "nowrap" }}>
          {nextStepOf(row)}
          <br />
          {depuisEnClair(row.etatDepuis, new Date().toISOString())}
        </Text>
        <Box w={160} ta="right">
          <StateBadge etat={row.etat} />
        </Box>
      </Group>
    </Group>
  </UnstyledButton>
);
