import { Button, Group, Stack, Table, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { poste } from "../../ui/client.ts";
import { CactusMark } from "../shell/cactus-mark.tsx";
import type { PosteState } from "./anywhere.tsx";
import { updateWords } from "./update-words.ts";

const systems = { win32: "Windows", darwin: "macOS", linux: "Linux" } as const;

/** « À propos de Cactus »: what a person of the support asks first. */
export const openAbout = (version: string, state: PosteState | undefined): void => {
  modals.open({
    title: "À propos de Cactus",
    children: (
      <Stack>
        <Group wrap="nowrap">
          <CactusMark size={48} />
          <Text size="sm">
            Les dossiers d’alternance du CFA, de l’invitation à la liasse envoyée à l’OPCO.
          </Text>
        </Group>
        <Table withRowBorders={false} verticalSpacing={4}>
          <Table.Tbody>
            <Table.Tr>
              <Table.Td>Version</Table.Td>
              <Table.Td>{version}</Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Td>Poste</Table.Td>
              <Table.Td>{state ? `Application ${systems[state.plateforme]}` : "Dans un navigateur"}</Table.Td>
            </Table.Tr>
            {state?.dossier ? (
              <Table.Tr>
                <Table.Td>Dossier de données</Table.Td>
                <Table.Td style={{ overflowWrap: "anywhere" }}>{state.dossier}</Table.Td>
              </Table.Tr>
            ) : null}
            {state ? (
              <Table.Tr>
                <Table.Td>Mise à jour</Table.Td>
                <Table.Td>{updateWords(state.miseAJour)}</Table.Td>
              </Table.Tr>
            ) : null}
          </Table.Tbody>
        </Table>
        {state ? (
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                modals.closeAll();
                void poste?.chercherMiseAJour();
              }}
            >
              Rechercher une mise à jour
            </Button>
          </Group>
        ) : null}
      </Stack>
    ),
  });
};
