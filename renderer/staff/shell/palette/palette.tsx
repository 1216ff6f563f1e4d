import { Box, Group, Loader, Modal, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { api } from "../../../ui/client.ts";
import { StateBadge } from "../../../ui/states.tsx";
import { dossierName } from "../../dossiers/labels.ts";
import { Keys } from "../../poste/keys.tsx";
import { navigate } from "../location.ts";
import classes from "../shell.module.css";
import { findActions, type PaletteAction } from "./actions.ts";
import { useActions } from "./use-actions.ts";

const name = "Chercher un dossier ou une action";

/** Ctrl+K: a dossier by its name, reference, company or e-mail, a screen, a setting, a gesture; arrows and Enter. */
export const Palette = ({ onClose }: { onClose: () => void }) => (
  <Modal
    opened
    onClose={onClose}
    size="lg"
    yOffset="10vh"
    withCloseButton={false}
    padding={0}
    title={name}
    // Names the dialog; the field says it well enough to those who see.
    styles={{ header: { display: "none" } }}
  >
    <Search onClose={onClose} />
  </Modal>
);

interface Option {
  readonly id: string;
  readonly groupe: string;
  readonly content: ReactNode;
  readonly run: () => void;
}

const optionOf = ({ id, groupe, label, raccourci, run }: PaletteAction): Option => ({
  id,
  groupe,
  run,
  content: (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm" truncate>
        {label}
      </Text>
      {raccourci ? <Keys of={raccourci} /> : null}
    </Group>
  ),
});

/** Dossiers found by the server; `late`: its answer is not yet that of what is typed. */
const useFound = (text: string) => {
  const [debounced] = useDebouncedValue(text, 150);
  const asked = debounced.length > 1;
  const found = useQuery({
    ...api.dossiers.lister.queryOptions({ input: { filtre: { recherche: debounced }, limite: 8 } }),
    enabled: asked,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const rows = asked ? (found.data?.lignes ?? []) : [];
  const options: Option[] = rows.map((row) => ({
    id: row.id,
    groupe: "Dossiers",
    run: () => navigate(`/dossiers/${row.id}`),
    content: (
      <Group justify="space-between" wrap="nowrap">
        <Box miw={0}>
          <Text fw={500} truncate>
            {dossierName(row)}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {row.reference} · {row.formationCode} {row.formationTitre}
            {row.entreprise ? ` · ${row.entreprise}` : ""}
          </Text>
        </Box>
        <Box style={{ flexShrink: 0 }}>
          <StateBadge etat={row.etat} />
        </Box>
      </Group>
    ),
  }));
  if (rows.length > 0)
    options.push({
      id: "tous",
      groupe: "Dossiers",
      run: () => navigate(`/dossiers?recherche=${encodeURIComponent(debounced)}`),
      content: (
        <Text size="sm" c="var(--mantine-primary-color-light-color)">
          Ouvrir la liste de tous les dossiers trouvés
        </Text>
      ),
    });
  return {
    options,
    failed: found.isError,
    late: text.length > 1 && (text !== debounced || (found.isFetching && !found.isError)),
  };
};

const Search = ({ onClose }: { onClose: () => void }) => {
  const [typed, setText] = useState("");
  const text = typed.trim();
  const [at, setAt] = useState(0);
  // Enter was pressed before the dossiers of what is typed came: it is theirs.
  const [entered, setEntered] = useState(false);
  const { recents, actions } = useActions();
  const { options: dossiers, failed, late } = useFound(text);
  const options = [
    ...dossiers,
    ...(text === "" ? recents : []).map(optionOf),
    ...findActions(actions, text).map(optionOf),
  ];
  const chosen = options[at];
  const run = (option: Option) => {
    onClose();
    option.run();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the answer has come
  useEffect(() => {
    if (!entered || late) return;
    setEntered(false);
    if (chosen) run(chosen);
  }, [entered, late]);
  return (
    <Box>
      <TextInput
        size="lg"
        variant="unstyled"
        px="md"
        data-autofocus
        role="combobox"
        aria-expanded={options.length > 0}
        aria-controls="palette"
        aria-activedescendant={chosen ? `palette-${chosen.id}` : undefined}
        aria-label={name}
        placeholder="Nom, référence, entreprise, courriel, écran, action…"
        leftSection={late ? <Loader size="xs" /> : <IconSearch size={18} />}
        leftSectionWidth={48}
        value={typed}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setEntered(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((i) => Math.min(i + 1, options.length - 1));
          else if (event.key === "ArrowUp") setAt((i) => Math.max(i - 1, 0));
          else if (event.key === "Enter") setEntered(true);
          else return;
          event.preventDefault();
        }}
      />
      <Box
        mah={440}
        style={{ overflowY: "auto" }}
        pb="xs"
        id="palette"
        role="listbox"
        aria-label="Propositions"
      >
        {options.map((option, index) => (
          <Line
            key={option.id}
            option={option}
            first={options[index - 1]?.groupe !== option.groupe}
            selected={index === at}
            onPoint={() => setAt(index)}
            onRun={() => run(option)}
          />
        ))}
      </Box>
      <Hint text={text} failed={failed} nothing={options.length === 0 && !late} />
    </Box>
  );
};

const Line = ({
  option,
  first,
  selected,
  onPoint,
  onRun,
}: {
  option: Option;
  /** The first of its group is preceded by the group’s name. */
  first: boolean;
  selected: boolean;
  onPoint: () => void;
  onRun: () => void;
}) => (
  <>
    {first ? (
      <Text size="xs" c="dimmed" fw={600} px="md" pt="xs" pb={2} role="presentation">
        {option.groupe}
      </Text>
    ) : null}
    <UnstyledButton
      id={`palette-${option.id}`}
      ref={(element) => {
        if (selected) element?.scrollIntoView({ block: "nearest" });
      }}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={classes.option}
      onMouseMove={onPoint}
      onClick={onRun}
    >
      {option.content}
    </UnstyledButton>
  </>
);

const Hint = ({ text, failed, nothing }: { text: string; failed: boolean; nothing: boolean }) => {
  if (!failed && !nothing) return null;
  return (
    <Text size="sm" c="dimmed" px="md" pb="sm" role="status">
      {failed
        ? "La recherche des dossiers n’a pas répondu\u00a0: modifiez le texte pour la relancer."
        : text.length < 2
          ? "Tapez au moins deux caractères."
          : "Rien ne correspond. Essayez un autre nom, la référence ou le courriel\u202f; les accents ne comptent pas."}
    </Text>
  );
};
