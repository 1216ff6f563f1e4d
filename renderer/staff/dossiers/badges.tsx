import { Group, Text, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconCalendarQuestion, IconCheck } from "@tabler/icons-react";
import type { DossierLigne } from "../../../shared/api/models.ts";
import { countFr } from "../common/french.ts";

/** Never colour alone: a mark, a word, a number. */
export const Completeness = ({ row }: { row: DossierLigne }) => (
  <Group gap={6} wrap="nowrap">
    {row.complet ? (
      <>
        <IconCheck size={16} color="var(--mantine-color-green-6)" aria-hidden />
        <Text size="sm">Complet</Text>
      </>
    ) : (
      <Text size="sm" style={{ whiteSpace: "nowrap" }}>
        {countFr(row.manquants, "manque")}
      </Text>
    )}
    {row.bloquants > 0 ? (
      <Tooltip label={countFr(row.bloquants, "contrôle bloquant", "contrôles bloquants")}>
        <IconAlertTriangle
          size={16}
          style={{ flexShrink: 0 }}
          color="var(--mantine-color-red-6)"
          aria-label={countFr(row.bloquants, "contrôle bloquant", "contrôles bloquants")}
        />
      </Tooltip>
    ) : null}
    {row.datesProvisoires ? (
      <Tooltip label="Dates du contrat provisoires">
        <IconCalendarQuestion
          size={16}
          style={{ flexShrink: 0 }}
          color="var(--mantine-color-orange-6)"
          aria-label="Dates du contrat provisoires"
        />
      </Tooltip>
    ) : null}
  </Group>
);
