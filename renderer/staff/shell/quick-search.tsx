import { Box, Group, Loader, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DossierLigne } from "../../../shared/api/models.ts";
import { api } from "../../ui/client.ts";
import { StateBadge } from "../../ui/states.tsx";
import { dossierName } from "../dossiers/labels.ts";
import { navigate } from "./location.ts";
import classes from "./shell.module.css";

/** Ctrl+K: a name, a reference, a company, an e-mail, from anywhere; arrows and Enter. */
export const QuickSearch = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => (
  <Modal
    opened={opened}
    onClose={onClose}
    size="lg"
    yOffset="10vh"
    withCloseButton={false}
    padding={0}
    title="Chercher un dossier"
    // Names the dialog; the field says it well enough to those who see.
    styles={{ header: { display: "none" } }}
  >
    <Search onClose={onClose} />
  </Modal>
);

const Search = ({ onClose }: { onClose: () => void }) => {
  const [text, setText] = useState("");
  const [debounced] = useDebouncedValue(text.trim(), 150);
  const [at, setAt] = useState(0);
  const found = useQuery({
    ...api.dossiers.lister.queryOptions({ input: { filtre: { recherche: debounced }, limite: 8 } }),
    enabled: debounced.length > 1,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const rows = debounced.length > 1 ? (found.data?.lignes ?? []) : [];
  const open = (row: DossierLigne) => {
    onClose();
    navigate(`/dossiers/${row.id}`);
  };
  const all = () => {
    onClose();
    navigate(`/dossiers?recherche=${encodeURIComponent(debounced)}`);
  };
  return (
    <Box>
      <TextInput
        size="lg"
        variant="unstyled"
        px="md"
        data-autofocus
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls="quick-search-results"
        aria-activedescendant={rows[at] ? `quick-${rows[at].id}` : undefined}
        aria-label="Chercher un dossier"
        placeholder="Nom, référence, entreprise, courriel…"
        leftSection={found.isFetching ? <Loader size="xs" /> : <IconSearch size={18} />}
        leftSectionWidth={48}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((i) => Math.min(i + 1, rows.length));
          else if (event.key === "ArrowUp") setAt((i) => Math.max(i - 1, 0));
          else if (event.key === "Enter") {
            const row = rows[at];
            if (row) open(row);
            else if (debounced) all();
          } else return;
          event.preventDefault();
        }}
      />
      <Box mah={420} style={{ overflowY: "auto" }}>
        <Stack gap={0} id="quick-search-results" role="listbox" aria-label="Dossiers trouvés" pb="xs">
          {rows.map((row, index) => (
            <UnstyledButton
              key={row.id}
              id={`quick-${row.id}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              className={classes.option}
              onMouseMove={() => setAt(index)}
              onClick={() => open(row)}
            >
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
            </UnstyledButton>
          ))}
          <Footer text={debounced} found={rows.length} loading={found.isFetching} error={found.isError} />
          {rows.length > 0 ? (
            <UnstyledButton
              className={classes.option}
              role="option"
              aria-selected={at === rows.length}
              onMouseMove={() => setAt(rows.length)}
              onClick={all}
            >
              <Text size="sm" c="var(--mantine-primary-color-light-color)">
                Ouvrir la liste de tous les dossiers trouvés
              </Text>
            </UnstyledButton>
          ) : null}
        </Stack>
      </Box>
    </Box>
  );
};

const Footer = ({
  text,
  found,
  loading,
  error,
}: {
  text: string;
  found: number;
  loading: boolean;
  error: boolean;
}) => {
  if (error) return <Hint>La recherche n’a pas répondu&nbsp;: modifiez le texte pour la relancer.</Hint>;
  if (text.length < 2) return <Hint>Tapez au moins deux caractères.</Hint>;
  if (found === 0 && !loading)
    return (
      <Hint>
        Aucun dossier ne correspond. Essayez un autre nom, la référence ou le courriel ; les accents ne
        comptent pas.
      </Hint>
    );
  return null;
};
const Hint = ({ children }: { children: React.ReactNode }) => (
  <Text size="sm" c="dimmed" px="md" py="sm">
    {children}
  </Text>
);
