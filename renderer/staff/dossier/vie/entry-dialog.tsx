import {
  Alert,
  Button,
  Checkbox,
  Group,
  Modal,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useState } from "react";
import { vieRubriqueLabels, vieRubriques, vieVisibilites } from "../../../../shared/api/models.ts";
import { frenchError } from "../../../ui/errors.ts";
import { readDraft, type VieDraft, type VieErrors, type VieSaisie } from "./entry-draft.ts";

export const visibiliteLabels: Readonly<Record<(typeof vieVisibilites)[number], string>> = {
  cfa: "CFA et formation seulement",
  alternant: "Aussi l’alternant",
  partagee: "Aussi l’alternant et l’entreprise",
};

export const EntryDialog = ({
  title,
  start,
  onSave,
  onClose,
}: {
  title: string;
  start: VieDraft;
  /** False when it did not leave; `refused` says why. */
  onSave: (entree: VieSaisie, refused: (error: unknown) => void) => Promise<boolean>;
  onClose: () => void;
}) => {
  const [draft, setDraft] = useState(start);
  const [errors, setErrors] = useState<VieErrors>({});
  const [state, setState] = useState<{ busy?: boolean; error?: unknown }>({});
  const put = (change: Partial<VieDraft>) => setDraft((before) => ({ ...before, ...change }));
  const save = async () => {
    const read = readDraft(draft);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return;
    setState({ busy: true });
    if (await onSave(read.entree, (error) => setState({ error }))) onClose();
    else setState(({ error }) => ({ error }));
  };
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          <SimpleGrid cols={3} spacing="sm">
            <Select
              label="Rubrique"
              data={vieRubriques.map((value) => ({ value, label: vieRubriqueLabels[value] }))}
              value={draft.rubrique}
              onChange={(value) => value && put({ rubrique: value as VieDraft["rubrique"] })}
              allowDeselect={false}
              searchable
            />
            <TextInput
              label="Le, ou du"
              placeholder="jj/mm/aaaa"
              inputMode="numeric"
              value={draft.du}
              error={errors.du}
              onChange={(event) => put({ du: event.currentTarget.value })}
            />
            <TextInput
              label="Au (facultatif)"
              placeholder="jj/mm/aaaa"
              inputMode="numeric"
              value={draft.au}
              error={errors.au}
              onChange={(event) => put({ au: event.currentTarget.value })}
            />
          </SimpleGrid>
          <TextInput
            label="Titre"
            value={draft.titre}
            error={errors.titre}
            maxLength={200}
            onChange={(event) => put({ titre: event.currentTarget.value })}
            data-autofocus
            withAsterisk
          />
          <Textarea
            label="Notes"
            description="Pas de donnée de santé dans un texte libre."
            value={draft.texte}
            maxLength={5000}
            autosize
            minRows={4}
            maxRows={12}
            onChange={(event) => put({ texte: event.currentTarget.value })}
          />
          <Radio.Group
            label="Visible par"
            value={draft.visibilite}
            onChange={(value) => put({ visibilite: value as VieDraft["visibilite"] })}
          >
            <Group gap="lg" mt={4}>
              {vieVisibilites.map((value) => (
                <Radio key={value} value={value} label={visibiliteLabels[value]} size="xs" />
              ))}
            </Group>
          </Radio.Group>
          <Checkbox
            label="Fait (décoché&nbsp;: prévu)"
            checked={draft.fait}
            onChange={(event) => put({ fait: event.currentTarget.checked })}
          />
          {state.error ? (
            <Alert color="red" role="alert">
              {frenchError(state.error)}
            </Alert>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Annuler
            </Button>
            <Button type="submit" loading={state.busy}>
              Enregistrer
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
