import { Group, Kbd, Stack, Table, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { keysOf, type ShortcutId, shortcut, shortcutIds } from "../../../shared/api/poste/shortcuts.ts";
import { poste } from "../../ui/client.ts";
import { isMac } from "../../ui/platform.ts";

/** The keys of a shortcut, as this keyboard has them. */
export const Keys = ({ of }: { of: ShortcutId }) => (
  <Group gap={4} wrap="nowrap" component="span" style={{ flexShrink: 0 }}>
    {keysOf(of, isMac).map((key) => (
      <Kbd key={key} size="xs">
        {key}
      </Kbd>
    ))}
  </Group>
);
export const keysText = (id: ShortcutId): string => keysOf(id, isMac).join(isMac ? "\u00a0" : " + ");

/** « Raccourcis clavier »: all that this very host answers. */
export const openShortcuts = (): void => {
  const offered = shortcutIds.filter((id) => poste !== undefined || shortcut(id).navigateur !== "aucun");
  const groupes = [...new Set(offered.map((id) => shortcut(id).groupe))];
  modals.open({
    title: "Raccourcis clavier",
    children: (
      <Stack gap="md">
        {groupes.map((groupe) => (
          <div key={groupe}>
            <Text fw={600} size="sm" mb={4}>
              {groupe}
            </Text>
            <Table verticalSpacing={5} aria-label={groupe}>
              <Table.Tbody>
                {offered
                  .filter((id) => shortcut(id).groupe === groupe)
                  .map((id) => (
                    <Table.Tr key={id}>
                      <Table.Td>{shortcut(id).label}</Table.Td>
                      <Table.Td w={150}>
                        <Group justify="flex-end">
                          <Keys of={id} />
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
              </Table.Tbody>
            </Table>
          </div>
        ))}
      </Stack>
    ),
  });
};
