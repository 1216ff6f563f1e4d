import { Badge, Button, Group, Paper, Text } from "@mantine/core";
import { IconCalendarDown } from "@tabler/icons-react";
import { dateFr } from "../ui/french.ts";

/** G12: the formation, its dates beside its name, and the gesture that carries them over. */
export const FormationDates = ({
  titre,
  code,
  variante,
  dateDebut,
  dateFin,
  onReport,
  busy,
}: {
  titre: string;
  code: string;
  variante?: string;
  dateDebut: string;
  dateFin: string;
  /** Absent when nothing can be written. */
  onReport?: () => void;
  busy?: boolean;
}) => (
  <Paper withBorder p="sm">
    <Group justify="space-between">
      <div style={{ flex: "1 1 16rem" }}>
        <Text size="xs" c="dimmed">
          Formation
        </Text>
        <Group gap="xs">
          <Text fw={600}>{titre}</Text>
          {variante ? <Text>{variante}</Text> : null}
          <Badge color="gray">{code}</Badge>
          <Text c="dimmed">
            du {dateFr(dateDebut)} au {dateFr(dateFin)}
          </Text>
        </Group>
      </div>
      {onReport ? (
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={16} />}
          onClick={onReport}
          loading={busy}
        >
          Reporter les dates de la formation
        </Button>
      ) : null}
    </Group>
  </Paper>
);
