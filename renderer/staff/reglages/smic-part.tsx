import { ActionIcon, Button, Table, VisuallyHidden } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { smicPeriode } from "../../../shared/api/staff/office.ts";
import { tidyCents } from "../../../shared/dossier/formats/index.ts";
import { api, client } from "../../ui/client.ts";
import { DraftDate, DraftEuros, DraftText } from "../common/fields.tsx";
import { dateInput, eurosInput } from "../common/french.ts";
import { DraftReader, orUndefined } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";
import { ReadPart } from "./read-part.tsx";
import { SaveForm } from "./save-form.tsx";
import { useSave } from "./use-save.ts";

type Row = z.infer<typeof smicPeriode>;
const emptyRow = { depuis: "", horaire: "", mensuel: "", mayotte: "", texte: "" };

export const SmicPart = () => {
  const smic = useQuery(api.reglages.lireSmic.queryOptions());
  return <ReadPart query={smic}>{(rows) => <SmicForm rows={rows} />}</ReadPart>;
};

const SmicForm = ({ rows }: { rows: readonly Row[] }) => {
  const draft = useDraft({
    lignes: [...rows]
      .sort((a, b) => b.depuis.localeCompare(a.depuis))
      .map((one) => ({
        depuis: dateInput(one.depuis),
        horaire: eurosInput(one.horaireCentimes),
        mensuel: eurosInput(one.mensuelCentimes),
        mayotte: eurosInput(one.mayotteHoraireCentimes),
        texte: one.texte ?? "",
      })),
  });
  const { lignes } = draft.values;
  const save = useSave({
    draft,
    said: "Les valeurs du SMIC sont enregistrées.",
    keys: [api.reglages.lireSmic.key()],
    save: (input: Row[]) => client.reglages.modifierSmic(input),
  });
  const submit = () => {
    const reader = new DraftReader();
    const next = lignes.map((one, index) => ({
      depuis: reader.date(`lignes.${index}.depuis`, one.depuis, "Indiquez la date d’effet."),
      horaireCentimes: reader.required(
        `lignes.${index}.horaire`,
        one.horaire,
        1,
        "Indiquez le SMIC horaire brut.",
        tidyCents,
      ),
      mensuelCentimes: reader.required(
        `lignes.${index}.mensuel`,
        one.mensuel,
        1,
        "Indiquez le SMIC mensuel brut, pour 35 heures.",
        tidyCents,
      ),
      mayotteHoraireCentimes: reader.cents(`lignes.${index}.mayotte`, one.mayotte),
      texte: orUndefined(one.texte),
    }));
    const days = next.map((one) => one.depuis);
    for (const [index, day] of days.entries())
      if (days.indexOf(day) !== index && lignes[index]?.depuis)
        reader.refuse(`lignes.${index}.depuis`, "Cette date d’effet est déjà donnée plus haut.");
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate(next);
  };
  return (
    <SaveForm
      title="SMIC"
      help="La rémunération minimale se calcule avec la valeur en vigueur à chaque période. Ajoutez une ligne à chaque revalorisation ; n’ôtez pas les anciennes."
      draft={draft}
      saving={save.isPending}
      error={save.error}
      onSubmit={submit}
      more={
        <Button
          variant="light"
          leftSection={<IconPlus size={16} />}
          onClick={() => draft.set("lignes", [emptyRow, ...lignes])}
        >
          Ajouter une valeur
        </Button>
      }
    >
      <Table verticalSpacing={4} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={130}>À partir du</Table.Th>
            <Table.Th w={110}>Horaire brut</Table.Th>
            <Table.Th w={130}>Mensuel brut</Table.Th>
            <Table.Th w={110}>Mayotte, horaire</Table.Th>
            <Table.Th>Texte</Table.Th>
            <Table.Th w={40}>
              <VisuallyHidden>Actions</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lignes.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are edited in place
            <Table.Tr key={index} style={{ verticalAlign: "top" }}>
              <Table.Td>
                <DraftDate draft={draft} path={`lignes.${index}.depuis`} aria-label="À partir du" />
              </Table.Td>
              <Table.Td>
                <DraftEuros draft={draft} path={`lignes.${index}.horaire`} aria-label="Horaire brut" />
              </Table.Td>
              <Table.Td>
                <DraftEuros draft={draft} path={`lignes.${index}.mensuel`} aria-label="Mensuel brut" />
              </Table.Td>
              <Table.Td>
                <DraftEuros draft={draft} path={`lignes.${index}.mayotte`} aria-label="Mayotte, horaire" />
              </Table.Td>
              <Table.Td>
                <DraftText draft={draft} path={`lignes.${index}.texte`} aria-label="Texte" />
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  mt={4}
                  color="red"
                  aria-label={`Retirer la valeur du ${one.depuis || "jour à saisir"}`}
                  disabled={lignes.length === 1}
                  onClick={() =>
                    draft.set(
                      "lignes",
                      lignes.filter((_, at) => at !== index),
                    )
                  }
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </SaveForm>
  );
};
