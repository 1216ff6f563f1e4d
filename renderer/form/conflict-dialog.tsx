import { Button, Group, Modal, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { FieldConflict } from "../../shared/catalogues/errors.ts";
import { displayValue, findField } from "../../shared/dossier/index.ts";
import type { FormVersion, Value } from "../../shared/dossier/kernel.ts";
import { instantFr } from "../ui/french.ts";
import { useForm, useSessionState } from "./context.ts";

const shown = (champ: string, value: Value | null, form: FormVersion): string => {
  const field = findField(champ);
  if (value === null || !field) return "vide";
  return field.sensitive ? String(value) : displayValue(field, value, form) || "vide";
};

const Choice = ({
  title,
  value,
  button,
  onChoose,
}: {
  title: string;
  value: string;
  button: string;
  onChoose: () => void;
}) => (
  <Paper withBorder p="sm">
    <Stack gap="xs" h="100%" justify="space-between">
      <div>
        <Text size="xs" c="dimmed">
          {title}
        </Text>
        <Text fw={600}>{value}</Text>
      </div>
      <Button variant="default" onClick={onChoose}>
        {button}
      </Button>
    </Stack>
  </Paper>
);

const Conflict = ({ conflit }: { conflit: FieldConflict }) => {
  const { session } = useForm();
  const form = useSessionState(session, (state) => state.ctx.form);
  const author = [conflit.par, conflit.le ? `le ${instantFr(conflit.le)}` : undefined]
    .filter(Boolean)
    .join(", ");
  return (
    <Stack gap={6}>
      <Text fw={600} size="sm">
        {conflit.libelle}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Choice
          title="Votre saisie"
          value={shown(conflit.champ, conflit.votre, form)}
          button="Garder la mienne"
          onChoose={() => session.keepMine(conflit.champ)}
        />
        <Choice
          title={author ? `Enregistré par ${author}` : "Valeur enregistrée"}
          value={shown(conflit.champ, conflit.actuel, form)}
          button="Prendre l’autre"
          onChoose={() => session.takeTheirs(conflit.champ)}
        />
      </SimpleGrid>
    </Stack>
  );
};

/** Two people wrote in the same field: both values, and the choice. Closing keeps both until it is opened again. */
export const ConflictDialog = () => {
  const { session } = useForm();
  const entries = useSessionState(session, (state) => state.entries);
  const conflits = [...entries.values()].flatMap(({ conflit }) => (conflit ? [conflit] : []));
  const [closedAt, setClosedAt] = useState("");
  const signature = conflits.map(({ champ }) => champ).join();
  if (conflits.length === 0) return null;
  if (closedAt === signature)
    return (
      <Group>
        <Button color="orange" variant="light" size="xs" onClick={() => setClosedAt("")}>
          {conflits.length === 1
            ? "1 saisie en conflit\u00a0: choisir"
            : `${conflits.length} saisies en conflit\u00a0: choisir`}
        </Button>
      </Group>
    );
  return (
    <Modal
      opened
      onClose={() => setClosedAt(signature)}
      size="lg"
      title="Quelqu’un a modifié ces données en même temps que vous"
    >
      <Stack gap="lg">
        <Text size="sm">Rien n’est écrasé&nbsp;: choisissez la valeur à garder, champ par champ.</Text>
        {conflits.map((conflit) => (
          <Conflict key={conflit.champ} conflit={conflit} />
        ))}
      </Stack>
    </Modal>
  );
};
