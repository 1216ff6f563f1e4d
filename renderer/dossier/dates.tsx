import { Alert, Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { IconCalendarDown, IconCalendarQuestion } from "@tabler/icons-react";
import { dateFr } from "../ui/french.ts";
import { useDecision, useDossier } from "./context.ts";
import { useGesture } from "./use-gesture.tsx";

/** Dates carried over from the formation: CERFA and convention wait for somebody to confirm them. */
export const ProvisionalDates = () => {
  const { vue } = useDossier();
  const { run, busy } = useGesture();
  const confirm = useDecision("confirmerDates");
  if (!vue.datesProvisoires) return null;
  return (
    <Alert
      color="orange"
      icon={<IconCalendarQuestion size={20} />}
      title="Les dates du contrat sont provisoires"
    >
      <Group justify="space-between" align="flex-end">
        <Text size="sm" style={{ flex: "1 1 16rem" }}>
          Elles sont reportées de la formation. Corrigez-les dans Données de base, ou confirmez-les&nbsp;: le
          CERFA et la convention attendent cette confirmation.
        </Text>
        {confirm.permis ? (
          <Button
            variant="default"
            miw={190}
            loading={busy === "confirmer"}
            onClick={() =>
              void run(
                "confirmer",
                (gestures, at) => gestures.confirmerDates(at),
                "Les dates du contrat sont confirmées.",
              )
            }
          >
            Confirmer les dates
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
};

/** G12: the formation, its dates beside its name, and the gesture that carries them over. */
const FormationDates = () => {
  const { vue } = useDossier();
  const { run, busy } = useGesture();
  const write = useDecision("ecrire");
  const { titre, code, varianteLibelle, dateDebut, dateFin } = vue.formation;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <div style={{ flex: "1 1 16rem" }}>
          <Text size="xs" c="dimmed">
            Formation
          </Text>
          <Group gap="xs">
            <Text fw={600}>{titre}</Text>
            {varianteLibelle ? <Text>{varianteLibelle}</Text> : null}
            <Badge color="gray">{code}</Badge>
            <Text c="dimmed">
              du {dateFr(dateDebut)} au {dateFr(dateFin)}
            </Text>
          </Group>
        </div>
        {write.permis ? (
          <Button
            variant="default"
            leftSection={<IconCalendarDown size={16} />}
            loading={busy === "reporter"}
            onClick={() =>
              void run(
                "reporter",
                (gestures, at) => gestures.reporterDates(at),
                "Les dates de la formation sont reportées\u00a0: elles restent provisoires.",
              )
            }
          >
            Reporter les dates de la formation
          </Button>
        ) : null}
      </Group>
    </Paper>
  );
};

/** The head of Données de base. */
export const Dates = () => (
  <Stack gap="sm">
    <FormationDates />
    <ProvisionalDates />
  </Stack>
);
