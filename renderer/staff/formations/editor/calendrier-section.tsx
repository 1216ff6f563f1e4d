import {
  ActionIcon,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  VisuallyHidden,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { Formation } from "../../../../shared/api/models.ts";
import { addDays, daysBetween, formatDate } from "../../../../shared/dossier/calendar.ts";
import { tidyDate } from "../../../../shared/dossier/formats/index.ts";
import { DraftDate, DraftText } from "../../common/fields.tsx";
import { countFr } from "../../common/french.ts";
import { Section } from "../../common/page.tsx";
import { emptyPeriode, type PeriodeDraft } from "./formation-draft.ts";
import { PieceModeFields } from "./piece-mode.tsx";
import type { SectionProps } from "./types.ts";

export const periodeTypes = [
  { value: "centre", label: "En centre de formation" },
  { value: "entreprise", label: "En entreprise" },
  { value: "examen", label: "Examens" },
  { value: "conges", label: "Fermeture, congés" },
] as const;

const iso = (raw: string): string | undefined => {
  const judged = raw.trim() ? tidyDate(raw) : undefined;
  return judged?.ok ? judged.value : undefined;
};

/** The next period starts the day after the last one, and turns from centre to company and back. */
const following = (periodes: readonly PeriodeDraft[]): PeriodeDraft => {
  const last = periodes.at(-1);
  const end = last && iso(last.au);
  return {
    ...emptyPeriode,
    du: end ? formatDate(addDays(end, 1)) : "",
    type: last?.type === "centre" ? "entreprise" : "centre",
  };
};

export const CalendrierSection = ({
  draft,
  formation,
}: SectionProps & { formation: Formation | undefined }) => {
  const { periodes } = draft.values.calendrier;
  const days = (type: PeriodeDraft["type"]) =>
    periodes
      .filter((one) => one.type === type)
      .reduce((sum, one) => {
        const du = iso(one.du);
        const au = iso(one.au);
        return du && au && au >= du ? sum + daysBetween(du, au) + 1 : sum;
      }, 0);
  return (
    <Section
      id="formation-calendrier"
      title="Calendrier d’alternance"
      help="Un des quatre documents de la liasse, nécessaire au financement."
    >
      <PieceModeFields draft={draft} piece="calendrier" noun="le calendrier" formation={formation}>
        <Stack gap="sm">
          {periodes.length > 0 ? (
            <Table verticalSpacing={4} withRowBorders={false} aria-label="Périodes du calendrier">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={140}>Du</Table.Th>
                  <Table.Th w={140}>Au</Table.Th>
                  <Table.Th w={220}>Où</Table.Th>
                  <Table.Th>Précision</Table.Th>
                  <Table.Th w={40}>
                    <VisuallyHidden>Actions</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {periodes.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a period has no identity of its own
                  <Table.Tr key={index} style={{ verticalAlign: "top" }}>
                    <Table.Td>
                      <DraftDate
                        draft={draft}
                        path={`calendrier.periodes.${index}.du`}
                        aria-label={`Période ${index + 1}, du`}
                      />
                    </Table.Td>
                    <Table.Td>
                      <DraftDate
                        draft={draft}
                        path={`calendrier.periodes.${index}.au`}
                        aria-label={`Période ${index + 1}, au`}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Select
                        aria-label={`Période ${index + 1}, où`}
                        allowDeselect={false}
                        data={periodeTypes}
                        {...draft.choice(`calendrier.periodes.${index}.type`)}
                      />
                    </Table.Td>
                    <Table.Td>
                      <DraftText
                        draft={draft}
                        path={`calendrier.periodes.${index}.libelle`}
                        aria-label={`Période ${index + 1}, précision`}
                      />
                    </Table.Td>
                    <Table.Td>
                      <ActionIcon
                        mt={4}
                        color="red"
                        aria-label={`Retirer la période ${index + 1}`}
                        onClick={() =>
                          draft.set(
                            "calendrier.periodes",
                            periodes.filter((_one, at) => at !== index),
                          )
                        }
                      >
                        <IconTrash size={16} />
                      </ActionIcon>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          ) : null}
          <Group justify="space-between">
            <Button
              variant="light"
              leftSection={<IconPlus size={16} />}
              disabled={periodes.length >= 400}
              onClick={() => draft.set("calendrier.periodes", [...periodes, following(periodes)])}
            >
              Ajouter une période
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {countFr(days("centre"), "jour")} en centre, {countFr(days("entreprise"), "jour")} en entreprise
              (jours calendaires)
            </Text>
          </Group>
          <Textarea label="Commentaire" autosize minRows={2} {...draft.text("calendrier.commentaire")} />
        </Stack>
      </PieceModeFields>
    </Section>
  );
};
