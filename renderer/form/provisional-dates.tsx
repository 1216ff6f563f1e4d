import { Alert, Button, Group, Text } from "@mantine/core";
import { IconCalendarQuestion } from "@tabler/icons-react";

/** Dates carried over from the formation: CERFA and convention wait for somebody to confirm them. */
export const ProvisionalDates = ({ onConfirm, busy }: { onConfirm?: () => void; busy?: boolean }) => (
  <Alert
    color="orange"
    icon={<IconCalendarQuestion size={20} />}
    title="Les dates du contrat sont provisoires"
  >
    <Group justify="space-between" wrap="nowrap" align="flex-end">
      <Text size="sm">
        Elles sont reportées de la formation. Corrigez-les dans Données de base, ou confirmez-les&nbsp;: le
        CERFA et la convention attendent cette confirmation.
      </Text>
      {onConfirm ? (
        <Button variant="default" onClick={onConfirm} loading={busy} miw={190}>
          Confirmer les dates
        </Button>
      ) : null}
    </Group>
  </Alert>
);
