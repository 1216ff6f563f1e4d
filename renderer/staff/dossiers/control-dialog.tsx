import { Accordion, Badge, Button, Group, List, Modal, ScrollArea, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { client } from "../../ui/client.ts";
import { api } from "../../ui/client.ts";
import { ErrorState, Loading } from "../../ui/states.tsx";
import { countFr } from "../common/french.ts";
import { navigate } from "../shell/location.ts";

type Result = Awaited<ReturnType<typeof client.dossiers.controler>>[number];

const colors = { bloquant: "red", alerte: "orange", info: "blue" } as const;
const words = { bloquant: "Bloquant", alerte: "À confirmer", info: "Conseil" } as const;
const weight = (one: Result): number =>
  one.constats.filter((c) => c.gravite === "bloquant").length * 1000 + one.constats.length;

/** The rules run on a selection: the dossiers to mend first, each finding with its article. */
export const ControlDialog = ({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) => {
  const results = useQuery({
    ...api.dossiers.controler.queryOptions({ input: { ids: [...ids] } }),
    staleTime: 0,
  });
  const sorted = [...(results.data ?? [])].sort((a, b) => weight(b) - weight(a));
  const blocked = sorted.filter((one) => one.constats.some((c) => c.gravite === "bloquant")).length;
  const clean = sorted.filter((one) => one.complet && one.constats.length === 0).length;
  return (
    <Modal opened onClose={onClose} size="xl" title="Contrôler les dossiers choisis">
      {results.isPending ? (
        <Loading label="Contrôle des dossiers…" />
      ) : results.isError ? (
        <ErrorState error={results.error} onRetry={() => void results.refetch()} />
      ) : (
        <Stack>
          <Text role="status">
            <b>{countFr(sorted.length, "dossier contrôlé", "dossiers contrôlés")}</b>
            {"\u00a0"}: {countFr(clean, "complet et sans constat", "complets et sans constat")},{" "}
            {countFr(blocked, "bloqué")}.
          </Text>
          <ScrollArea.Autosize mah="60vh" type="auto">
            <Accordion multiple variant="separated">
              {sorted.map((one) => (
                <ResultItem
                  key={one.id}
                  one={one}
                  onOpen={() => {
                    onClose();
                    navigate(`/dossiers/${one.id}`);
                  }}
                />
              ))}
            </Accordion>
          </ScrollArea.Autosize>
        </Stack>
      )}
    </Modal>
  );
};

const ResultItem = ({ one, onOpen }: { one: Result; onOpen: () => void }) => {
  const count = (gravite: keyof typeof colors) => one.constats.filter((c) => c.gravite === gravite).length;
  return (
    <Accordion.Item value={one.id}>
      <Accordion.Control>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {one.reference}
          </Text>
          <Badge variant="light" color={one.complet ? "green" : "gray"} tt="none">
            {one.complet ? "Complet" : "À compléter"}
          </Badge>
          {(["bloquant", "alerte", "info"] as const).map((gravite) =>
            count(gravite) > 0 ? (
              <Badge key={gravite} variant="light" color={colors[gravite]} tt="none">
                {count(gravite)} {words[gravite].toLocaleLowerCase("fr")}
              </Badge>
            ) : null,
          )}
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="xs" align="flex-start">
          {one.constats.length === 0 ? (
            <Text size="sm" c="dimmed">
              {one.complet
                ? "Rien à signaler."
                : "Aucun constat pour l’instant : les champs qui manquent sont à remplir d’abord."}
            </Text>
          ) : (
            <List size="sm" spacing={4}>
              {one.constats.map((constat) => (
                <List.Item key={constat.regle + constat.message}>
                  <Text span size="sm" fw={600} c={`${colors[constat.gravite]}`}>
                    {words[constat.gravite]}
                  </Text>
                  {"\u00a0"}: {constat.message}{" "}
                  <Text span size="xs" c="dimmed">
                    ({constat.article})
                  </Text>
                </List.Item>
              ))}
            </List>
          )}
          <Button size="xs" variant="light" onClick={onOpen}>
            Ouvrir le dossier
          </Button>
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
};
