import { Button, CloseButton, Group, Paper, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconFileZip, IconListCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { frenchError } from "../../ui/errors.ts";
import { countFr, numberFr } from "../common/french.ts";
import { useMay } from "../session/use-may.ts";
import { ControlDialog } from "./control-dialog.tsx";
import type { ListView } from "./filters.ts";
import { PackDialog } from "./pack-dialog.tsx";
import { allIdsOf, batchLimit } from "./use-dossiers.ts";

/** Appears with a selection: how many, take all that match, and what can be done with them. */
export const BatchBar = ({
  ids,
  view,
  total,
  onSelect,
}: {
  ids: readonly string[];
  view: ListView;
  total: number | undefined;
  onSelect: (ids: readonly string[]) => void;
}) => {
  const mayControl = useMay("dossiers.controler");
  const mayPack = useMay("documents.lancerLiasse");
  const [packing, pack] = useDisclosure(false);
  const [controlling, control] = useDisclosure(false);
  const selectAll = useMutation({
    mutationFn: () => allIdsOf(view),
    onSuccess: onSelect,
    onError: (error) => notifications.show({ color: "red", message: frenchError(error) }),
  });
  const tooMany = ids.length > batchLimit;
  return (
    <Paper withBorder p="xs" bg="var(--mantine-primary-color-light)" role="region" aria-label="Sélection">
      <Group justify="space-between">
        <Group gap="sm">
          <CloseButton aria-label="Abandonner la sélection" onClick={() => onSelect([])} />
          <Text size="sm" fw={500} role="status">
            {countFr(ids.length, "dossier choisi", "dossiers choisis")}
          </Text>
          {total !== undefined && ids.length < Math.min(total, batchLimit) ? (
            <Button
              size="compact-sm"
              variant="subtle"
              loading={selectAll.isPending}
              onClick={() => selectAll.mutate()}
            >
              {total > batchLimit
                ? `Choisir les ${batchLimit} premiers sur ${numberFr(total)}`
                : `Choisir les ${numberFr(total)}`}
            </Button>
          ) : null}
          {tooMany ? (
            <Text size="sm" c="red">
              {batchLimit} au plus à la fois&nbsp;: retirez-en.
            </Text>
          ) : null}
        </Group>
        <Group gap="xs">
          {mayControl ? (
            <Button
              size="sm"
              variant="default"
              disabled={tooMany}
              leftSection={<IconListCheck size={16} />}
              onClick={control.open}
            >
              Contrôler
            </Button>
          ) : null}
          {mayPack ? (
            <Button size="sm" disabled={tooMany} leftSection={<IconFileZip size={16} />} onClick={pack.open}>
              Préparer les liasses
            </Button>
          ) : null}
        </Group>
      </Group>
      {packing ? <PackDialog ids={ids} onClose={pack.close} /> : null}
      {controlling ? <ControlDialog ids={ids} onClose={control.close} /> : null}
    </Paper>
  );
};
