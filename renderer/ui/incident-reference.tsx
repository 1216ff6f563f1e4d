import { ActionIcon, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** Copies a reference that the text beside it says. */
export const CopyReference = ({ reference }: { reference: string }) => (
  <CopyButton value={reference}>
    {({ copied, copy }) => (
      <Tooltip label={copied ? "Copiée" : "Copier la référence"}>
        <ActionIcon variant="subtle" color="gray" size="sm" onClick={copy} aria-label="Copier la référence">
          {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        </ActionIcon>
      </Tooltip>
    )}
  </CopyButton>
);

/** « Référence 7F3A-22 », to be read to the support or copied. */
export const IncidentReference = ({ reference }: { reference: string }) => (
  <Group gap={4} wrap="nowrap">
    <Text size="sm" span>
      Référence{" "}
      <Text span ff="monospace" fw={700}>
        {reference}
      </Text>
    </Text>
    <CopyReference reference={reference} />
  </Group>
);
