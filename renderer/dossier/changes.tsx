import { Alert, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ChangesTable } from "../form/index.ts";
import { instantFr } from "../ui/french.ts";
import { useDossier } from "./context.ts";

/** What moved since the last request, where the door says it: a second review takes seconds. */
export const Changes = () => {
  const { vue, ask } = useDossier();
  const { changements } = ask;
  const changes = useQuery({
    queryKey: ["dossier", vue.id, "changements", vue.version],
    queryFn: () => changements?.({ id: vue.id }) ?? null,
    enabled: changements !== undefined,
  });
  if (!changes.data?.depuis) return null;
  return (
    <Alert color="blue" title={`Ce qui a changé depuis le ${instantFr(changes.data.depuis)}`}>
      {changes.data.lignes.length === 0 ? (
        <Text size="sm">Rien n’a été modifié.</Text>
      ) : (
        <Stack gap="xs">
          {changes.data.lignes.map((event) => (
            <div key={event.id}>
              <Text size="sm" fw={600}>
                {event.acteur}
              </Text>
              <ChangesTable changements={event.changements} />
            </div>
          ))}
        </Stack>
      )}
    </Alert>
  );
};
