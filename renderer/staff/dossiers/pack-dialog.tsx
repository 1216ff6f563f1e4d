import { Button, Checkbox, Group, Modal, ScrollArea, Stack, Table, Text } from "@mantine/core";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type DocumentType, documentLabels, documentTypes } from "../../../shared/workflow/index.ts";
import { api, client } from "../../ui/client.ts";
import { ErrorState, Loading } from "../../ui/states.tsx";
import { DraftErrors } from "../common/draft-errors.tsx";
import { countFr, numberFr } from "../common/french.ts";
import { PackProgress } from "./pack-progress.tsx";
import { watchPack } from "./pack-watch.tsx";

/** Rehearsal first (what would go in, what would not and why), then the pack, with progress and cancel. */
export const PackDialog = ({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) => {
  const [types, setTypes] = useState<DocumentType[]>([...documentTypes]);
  const [wholeOnly, setWholeOnly] = useState(false);
  const rehearsal = useQuery({
    ...api.documents.repeter.queryOptions({ input: { ids: [...ids], types } }),
    enabled: types.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const start = useMutation({
    mutationFn: (possible: readonly string[]) => client.documents.lancerLiasse({ ids: [...possible], types }),
    onSuccess: ({ id }) => watchPack(id),
  });
  const possibles = rehearsal.data?.possibles ?? [];
  const refus = rehearsal.data?.refus ?? [];
  const ready = new Set(possibles.map((one) => one.id));
  const lacking = new Set(refus.map((one) => one.id));
  const partial = possibles.filter((one) => lacking.has(one.id)).length;
  const without = refus.filter((one) => !ready.has(one.id)).length;
  const kept = wholeOnly ? possibles.filter((one) => !lacking.has(one.id)) : possibles;
  const papers = kept.reduce((sum, one) => sum + one.types.length, 0);
  return (
    <Modal opened onClose={onClose} size="xl" title="Préparer les liasses" closeOnClickOutside={!start.data}>
      {start.data ? (
        <PackProgress initial={start.data} onClose={onClose} />
      ) : (
        <Stack>
          <Checkbox.Group
            label="Documents à réunir"
            value={types}
            onChange={(value) => setTypes(documentTypes.filter((type) => value.includes(type)))}
          >
            <Group mt="xs">
              {documentTypes.map((type) => (
                <Checkbox key={type} value={type} label={documentLabels[type]} />
              ))}
            </Group>
          </Checkbox.Group>
          {types.length === 0 ? (
            <Text c="dimmed">Cochez au moins un document.</Text>
          ) : rehearsal.isPending ? (
            <Loading label="Vérification de ce qui est disponible…" />
          ) : rehearsal.isError ? (
            <ErrorState error={rehearsal.error} onRetry={() => void rehearsal.refetch()} />
          ) : (
            <>
              <Text role="status">
                <b>{countFr(ids.length, "dossier choisi", "dossiers choisis")}</b>
                {"\u00a0"}: {countFr(possibles.length, "possible")}
                {partial > 0 ? `, dont ${countFr(partial, "incomplet")}` : ""}
                {without > 0 ? `\u202f; ${numberFr(without)} sans aucun document disponible` : ""}.
              </Text>
              {partial > 0 ? (
                <Checkbox
                  label={`Laisser de côté ${countFr(partial, "dossier incomplet", "dossiers incomplets")}`}
                  checked={wholeOnly}
                  onChange={(event) => setWholeOnly(event.currentTarget.checked)}
                />
              ) : null}
              {refus.length > 0 ? <Refusals refus={refus} /> : null}
              {possibles.length === 0 ? (
                <Text c="dimmed">
                  Aucun des documents demandés n’est disponible pour ces dossiers&nbsp;: les raisons sont
                  ci-dessus.
                </Text>
              ) : null}
            </>
          )}
          <DraftErrors error={start.error} title="La liasse n’a pas pu être lancée" />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Annuler
            </Button>
            <Button
              disabled={kept.length === 0 || types.length === 0}
              loading={start.isPending}
              onClick={() => start.mutate(kept.map((one) => one.id))}
            >
              {kept.length > 0
                ? `Préparer ${countFr(kept.length, "liasse")} (${countFr(papers, "document")})`
                : "Préparer les liasses"}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
};

export const Refusals = ({ refus }: { refus: readonly { reference: string; raison: string }[] }) => (
  <ScrollArea.Autosize mah={260} type="auto">
    <Table withTableBorder fz="sm" stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={150}>Dossier</Table.Th>
          <Table.Th>Pourquoi pas encore</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {refus.map((one) => (
          <Table.Tr key={one.reference + one.raison}>
            <Table.Td>{one.reference}</Table.Td>
            <Table.Td>{one.raison}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
);
