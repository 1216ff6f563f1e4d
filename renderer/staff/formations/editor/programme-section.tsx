import { Button, Group, Paper, Stack, Text, Textarea } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { Formation } from "../../../../shared/api/models.ts";
import { DraftText } from "../../common/fields.tsx";
import { Section } from "../../common/page.tsx";
import { emptyModule } from "./formation-draft.ts";
import { PieceModeFields } from "./piece-mode.tsx";
import type { SectionProps } from "./types.ts";

const texts = [
  ["modalites", "Modalités et organisation"],
  ["evaluation", "Évaluation"],
  ["accessibilite", "Accessibilité aux personnes handicapées"],
] as const;

export const ProgrammeSection = ({
  draft,
  formation,
}: SectionProps & { formation: Formation | undefined }) => {
  const { modules } = draft.values.programme;
  const total = modules.reduce((sum, one) => {
    const hours = Number(one.heures.replace(",", "."));
    return Number.isFinite(hours) ? sum + hours : sum;
  }, 0);
  return (
    <Section
      id="formation-programme"
      title="Programme"
      help="Un des quatre documents de la liasse, nécessaire au financement."
    >
      <PieceModeFields draft={draft} piece="programme" noun="le programme" formation={formation}>
        <Stack gap="sm">
          <Textarea label="Objectifs" autosize minRows={2} {...draft.text("programme.objectifs")} />
          <Textarea label="Prérequis" autosize minRows={1} {...draft.text("programme.prerequis")} />
          {modules.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a module has no identity of its own
            <Paper key={index} withBorder p="sm" bg="var(--cactus-fond-doux)">
              <Group align="flex-start" wrap="nowrap">
                <DraftText
                  draft={draft}
                  path={`programme.modules.${index}.titre`}
                  label={`Module ${index + 1}`}
                  flex={1}
                  required
                />
                <DraftText
                  draft={draft}
                  path={`programme.modules.${index}.heures`}
                  label="Heures"
                  w={100}
                  inputMode="decimal"
                />
                <Button
                  mt={26}
                  variant="subtle"
                  color="red"
                  leftSection={<IconTrash size={16} />}
                  aria-label={`Retirer le module ${index + 1}`}
                  onClick={() =>
                    draft.set(
                      "programme.modules",
                      modules.filter((_one, at) => at !== index),
                    )
                  }
                >
                  Retirer
                </Button>
              </Group>
              <Textarea
                mt="xs"
                label="Contenu"
                autosize
                minRows={1}
                {...draft.text(`programme.modules.${index}.contenu`)}
              />
            </Paper>
          ))}
          <Group justify="space-between">
            <Button
              variant="light"
              leftSection={<IconPlus size={16} />}
              disabled={modules.length >= 100}
              onClick={() => draft.set("programme.modules", [...modules, emptyModule])}
            >
              Ajouter un module
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {String(total).replace(".", ",")} heures de modules
              {draft.values.heures ? ` sur ${draft.values.heures}` : ""}
            </Text>
          </Group>
          {texts.map(([key, label]) => (
            <Textarea key={key} label={label} autosize minRows={1} {...draft.text(`programme.${key}`)} />
          ))}
        </Stack>
      </PieceModeFields>
    </Section>
  );
};
