import { Alert, Button, Checkbox, Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorState, Loading } from "../ui/states.tsx";
import { useDecision, useDossier } from "./context.ts";
import { notifyDone, notifyError } from "./notify.ts";
import { useGesture } from "./use-gesture.tsx";

/** What the attached CERFA says and the dossier does not: taken over field by field. */
export const CerfaComparison = ({ fichierId }: { fichierId: string }) => {
  const { vue, ask, offers } = useDossier();
  const { run, busy } = useGesture();
  const mayTake = useDecision("ecrire").permis && offers("reprendreCerfa");
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const { comparerCerfa } = ask;
  const query = useQuery({
    queryKey: ["dossier", vue.id, "cerfa", fichierId, vue.version],
    queryFn: () => comparerCerfa?.({ id: vue.id }) ?? null,
    enabled: comparerCerfa !== undefined,
    retry: false,
  });
  if (!comparerCerfa) return null;
  if (query.isPending) return <Loading label="Lecture du CERFA…" height={100} />;
  if (query.isError)
    return (
      <ErrorState
        error={query.error}
        title="Le CERFA n’a pas pu être comparé"
        onRetry={() => void query.refetch()}
      />
    );
  if (!query.data) return null;
  const { lisible, message, ecarts } = query.data;
  if (!lisible)
    return (
      <Alert color="gray">
        {message ??
          "Ce PDF n’a pas de champs de formulaire\u00a0: il ne peut pas être comparé, il reste joint au dossier."}
      </Alert>
    );
  if (ecarts.length === 0)
    return <Alert color="cactus">Le CERFA joint dit la même chose que le dossier.</Alert>;
  const toggle = (champ: string, on: boolean) => {
    const next = new Set(taken);
    if (on) next.add(champ);
    else next.delete(champ);
    setTaken(next);
  };
  const take = () =>
    run("reprendre", async (gestures, { id }) => {
      const answer = await gestures.reprendreCerfa?.({ id, champs: [...taken] });
      setTaken(new Set());
      if (answer && answer.refus.length > 0)
        notifyError(undefined, answer.refus.map(({ message: why }) => why).join(" "));
      else notifyDone("Les valeurs du CERFA sont reprises dans le dossier.");
      return answer?.dossier;
    });
  return (
    <Stack gap="sm">
      <Text size="sm">
        {ecarts.length === 1 ? "Un champ diffère" : `${ecarts.length} champs diffèrent`} entre le CERFA joint
        et le dossier.
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {mayTake ? <Table.Th w={36} aria-label="Reprendre" /> : null}
            <Table.Th>Champ</Table.Th>
            <Table.Th>Dossier</Table.Th>
            <Table.Th>CERFA</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ecarts.map(({ champ, libelle, saisi, cerfa }) => (
            <Table.Tr key={champ}>
              {mayTake ? (
                <Table.Td>
                  <Checkbox
                    aria-label={`Reprendre\u00a0: ${libelle}`}
                    checked={taken.has(champ)}
                    disabled={cerfa === undefined}
                    onChange={(event) => toggle(champ, event.currentTarget.checked)}
                  />
                </Table.Td>
              ) : null}
              <Table.Td>{libelle}</Table.Td>
              <Table.Td c={saisi ? undefined : "dimmed"}>{saisi ?? "vide"}</Table.Td>
              <Table.Td fw={500}>{cerfa ?? "vide"}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {mayTake ? (
        <Group justify="flex-end">
          <Button
            size="xs"
            disabled={taken.size === 0}
            loading={busy === "reprendre"}
            onClick={() => void take()}
          >
            Reprendre la valeur du CERFA
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
};
