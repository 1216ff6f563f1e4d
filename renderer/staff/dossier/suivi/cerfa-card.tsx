import { Alert, Button, Checkbox, FileButton, Group, Stack, Table, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "../../../ui/client.ts";
import { instantFr } from "../../../ui/french.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";
import { Card } from "../card.tsx";
import { useDecision, useDossier } from "../context.ts";
import { notifyDone, notifyError, useGesture } from "../use-gesture.ts";

/** What the attached CERFA says and the dossier does not: taken over field by field. */
const Comparison = ({ fichierId }: { fichierId: string }) => {
  const { vue, session } = useDossier();
  const write = useDecision("ecrire");
  const queries = useQueryClient();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const input = { id: vue.id };
  const query = useQuery({
    ...api.dossiers.comparerCerfa.queryOptions({ input }),
    queryKey: [...api.dossiers.comparerCerfa.queryKey({ input }), fichierId, vue.version],
    retry: false,
  });
  if (query.isPending) return <Loading label="Lecture du CERFA…" height={100} />;
  if (query.isError)
    return (
      <ErrorState
        error={query.error}
        title="Le CERFA n’a pas pu être comparé"
        onRetry={() => void query.refetch()}
      />
    );
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
  const take = async () => {
    setBusy(true);
    try {
      await session.settle();
      const answer = await client.dossiers.reprendreCerfa({ id: vue.id, champs: [...taken] });
      session.adopt(answer.dossier);
      setTaken(new Set());
      if (answer.refus.length > 0)
        notifyError(undefined, answer.refus.map(({ message: why }) => why).join(" "));
      else notifyDone("Les valeurs du CERFA sont reprises dans le dossier.");
      await queries.invalidateQueries({ queryKey: api.dossiers.comparerCerfa.key({ input }) });
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <Text size="sm">
        {ecarts.length === 1 ? "Un champ diffère" : `${ecarts.length} champs diffèrent`} entre le CERFA joint
        et le dossier.
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {write.permis ? <Table.Th w={36} aria-label="Reprendre" /> : null}
            <Table.Th>Champ</Table.Th>
            <Table.Th>Dossier</Table.Th>
            <Table.Th>CERFA</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ecarts.map(({ champ, libelle, saisi, cerfa }) => (
            <Table.Tr key={champ}>
              {write.permis ? (
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
      {write.permis ? (
        <Group justify="flex-end">
          <Button size="xs" disabled={taken.size === 0} loading={busy} onClick={() => void take()}>
            Reprendre la valeur du CERFA
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
};

/** Saisie simple (G11): the CERFA drawn up outside Cactus is attached, read, compared. */
export const CerfaCard = () => {
  const { vue } = useDossier();
  const { run, busy } = useGesture();
  const attach = useDecision("joindreCerfa");
  const joint = vue.cerfaExterne;
  return (
    <Card
      title="CERFA établi hors de Cactus"
      aside={
        attach.permis ? (
          <FileButton
            accept="application/pdf"
            onChange={(fichier) => {
              if (fichier)
                void run(
                  "joindre",
                  (at) => client.dossiers.joindreCerfa({ ...at, fichier }),
                  "Le CERFA est joint au dossier.",
                );
            }}
          >
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant={joint ? "default" : "filled"}
                leftSection={<IconPaperclip size={15} />}
                loading={busy === "joindre"}
              >
                {joint ? "Remplacer le fichier" : "Joindre le CERFA signé"}
              </Button>
            )}
          </FileButton>
        ) : null
      }
    >
      {joint ? (
        <Stack gap="sm">
          <Text size="sm">
            {joint.nom}{" "}
            <Text span size="sm" c="dimmed">
              joint le {instantFr(joint.le)}
            </Text>
          </Text>
          <Comparison fichierId={joint.fichierId} />
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {attach.permis
            ? "Joignez le CERFA signé, au format PDF\u00a0: Cactus le compare avec ce qui est saisi."
            : attach.raison}
        </Text>
      )}
    </Card>
  );
};
