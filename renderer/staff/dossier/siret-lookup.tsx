import { Alert, Button, Checkbox, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { IconBuilding } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { displayValue, fieldById, isEmpty, isShown } from "../../../shared/dossier/index.ts";
import type { Field, Value } from "../../../shared/dossier/kernel.ts";
import { useDossier } from "../../dossier/context.ts";
import { notifyDone } from "../../dossier/notify.ts";
import { written } from "../../form/index.ts";
import { api } from "../../ui/client.ts";
import { ErrorState, Loading } from "../../ui/states.tsx";

const sources = {
  annuaire: "Annuaire des entreprises",
  dossiers: "Vos dossiers de cet établissement",
  cache: "Annuaire des entreprises (consulté récemment)",
} as const;

interface Line {
  readonly champ: string;
  readonly libelle: string;
  readonly valeur: Value | null;
  readonly affichage: string;
  readonly actuel: string;
}

/** What was found beside what is entered: nothing is overwritten that is not ticked. Empty fields are ticked first. */
const TakeOver = ({
  lines,
  onTake,
  onClose,
}: {
  lines: readonly Line[];
  onTake: (taken: readonly Line[]) => void;
  onClose: () => void;
}) => {
  const [taken, setTaken] = useState(
    () => new Set(lines.filter(({ actuel }) => actuel === "").map(({ champ }) => champ)),
  );
  if (lines.length === 0)
    return <Text size="sm">Tout ce que l’annuaire sait de cet établissement est déjà dans le dossier.</Text>;
  return (
    <Stack gap="md">
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>
              <Checkbox
                aria-label="Tout reprendre"
                checked={taken.size === lines.length}
                indeterminate={taken.size > 0 && taken.size < lines.length}
                onChange={(event) =>
                  setTaken(new Set(event.currentTarget.checked ? lines.map(({ champ }) => champ) : []))
                }
              />
            </Table.Th>
            <Table.Th>Champ</Table.Th>
            <Table.Th>Dans le dossier</Table.Th>
            <Table.Th>Trouvé</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ champ, libelle, affichage, actuel }) => (
            <Table.Tr key={champ}>
              <Table.Td>
                <Checkbox
                  aria-label={`Reprendre\u00a0: ${libelle}`}
                  checked={taken.has(champ)}
                  onChange={(event) => {
                    const next = new Set(taken);
                    if (event.currentTarget.checked) next.add(champ);
                    else next.delete(champ);
                    setTaken(next);
                  }}
                />
              </Table.Td>
              <Table.Td>{libelle}</Table.Td>
              <Table.Td c={actuel === "" ? "dimmed" : undefined}>{actuel === "" ? "vide" : actuel}</Table.Td>
              <Table.Td fw={500}>{affichage}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Annuler
        </Button>
        <Button
          disabled={taken.size === 0}
          onClick={() => onTake(lines.filter(({ champ }) => taken.has(champ)))}
        >
          Reprendre {taken.size} {taken.size > 1 ? "champs" : "champ"}
        </Button>
      </Group>
    </Stack>
  );
};

/** « Rechercher l’entreprise »: the State’s directory, or what other dossiers know; taken over field by field. */
const SiretLookup = ({ siret, onClose }: { siret: string; onClose: () => void }) => {
  const { session } = useDossier();
  const query = useQuery({
    ...api.dossiers.chercherEtablissement.queryOptions({ input: { siret } }),
    retry: false,
    staleTime: 60_000,
  });
  const { ctx } = session.getState();
  const lines = (query.data?.valeurs ?? []).flatMap(({ champ, libelle, valeur, affichage }): Line[] => {
    const field = fieldById(champ);
    const stored = ctx.data[champ];
    if (!isShown(field, ctx) || stored === valeur) return [];
    return [
      {
        champ,
        libelle,
        valeur,
        affichage,
        actuel: isEmpty(stored) ? "" : displayValue(field, stored, ctx.form),
      },
    ];
  });
  const take = (taken: readonly Line[]) => {
    for (const { champ, valeur } of taken) session.choose(champ, written(fieldById(champ), valeur, ctx.form));
    notifyDone(taken.length > 1 ? `${taken.length} champs repris.` : "1 champ repris.");
    onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title="Rechercher l’entreprise">
      {query.isPending ? <Loading label="Recherche en cours…" height={160} /> : null}
      {query.isError ? (
        <ErrorState error={query.error} title="Recherche impossible" onRetry={() => void query.refetch()} />
      ) : null}
      {query.data ? (
        <Stack gap="md">
          {query.data.message ? (
            <Alert color={query.data.trouve ? "orange" : "gray"}>{query.data.message}</Alert>
          ) : null}
          {query.data.source ? (
            <Text size="sm" c="dimmed">
              Source{"\u00a0"}: {sources[query.data.source]}. Cochez ce que vous reprenez&#8239;; rien d’autre
              n’est modifié.
            </Text>
          ) : null}
          {query.data.trouve ? <TakeOver lines={lines} onTake={take} onClose={onClose} /> : null}
        </Stack>
      ) : null}
    </Modal>
  );
};

/** The button beside the SIRET, and the dialog it opens. */
export const useSiretLookup = () => {
  const { session } = useDossier();
  const [siret, setSiret] = useState<string>();
  const fieldAction = useCallback(
    (field: Field) =>
      field.id === "employeurSiret" ? (
        <Button
          variant="default"
          px="sm"
          leftSection={<IconBuilding size={16} />}
          onClick={() => setSiret(String(session.getState().ctx.data.employeurSiret ?? ""))}
        >
          Rechercher l’entreprise
        </Button>
      ) : null,
    [session],
  );
  const dialog =
    siret === undefined ? null : <SiretLookup siret={siret} onClose={() => setSiret(undefined)} />;
  return { fieldAction, dialog };
};
