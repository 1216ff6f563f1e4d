import {
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle, IconPlus, IconSchool, IconSearch, IconUserPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { modeValidationLabels } from "../../../shared/workflow/index.ts";
import { api, type client } from "../../ui/client.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { countFr, dateFr } from "../common/french.ts";
import { Page } from "../common/page.tsx";
import { TextLink } from "../common/text-link.tsx";
import { dossiersLink } from "../dossiers/filters.ts";
import { useMay } from "../session/use-may.ts";
import { InviteDialog } from "./invite-dialog.tsx";

type Resume = Awaited<ReturnType<typeof client.formations.lister>>[number];

export const FormationsScreen = () => {
  const [text, setText] = useState("");
  const [recherche] = useDebouncedValue(text.trim(), 200);
  const [archivees, setArchivees] = useState(false);
  const [inviting, setInviting] = useState<Resume>();
  const formations = useQuery({
    ...api.formations.lister.queryOptions({
      input: { archivees, ...(recherche ? { recherche } : {}) },
    }),
    placeholderData: keepPreviousData,
  });
  const rows = formations.data ?? [];
  const mayCreate = useMay("formations.creer");
  return (
    <Page
      title="Formations"
      intro="Chaque formation donne aux dossiers son diplôme, ses dates, son calendrier et son programme."
      actions={
        mayCreate ? (
          <Button component={Link} href="/formations/nouvelle" leftSection={<IconPlus size={16} />}>
            Créer une formation
          </Button>
        ) : null
      }
    >
      <Group justify="space-between">
        <TextInput
          w={320}
          type="search"
          aria-label="Chercher une formation"
          placeholder="Titre, code, diplôme…"
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label="Formations affichées"
          data={[
            { value: "non", label: "En cours" },
            { value: "oui", label: "Archivées" },
          ]}
          value={archivees ? "oui" : "non"}
          onChange={(value) => setArchivees(value === "oui")}
        />
      </Group>
      {formations.isPending ? (
        <Loading label="Chargement des formations…" />
      ) : formations.isError ? (
        <ErrorState error={formations.error} onRetry={() => void formations.refetch()} />
      ) : rows.length === 0 ? (
        <Nothing searched={recherche !== ""} archivees={archivees} mayCreate={mayCreate} />
      ) : (
        <Paper withBorder>
          <Table highlightOnHover verticalSpacing="sm" fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Formation</Table.Th>
                <Table.Th w={130}>Codes d’accès</Table.Th>
                <Table.Th w={190}>Dates</Table.Th>
                <Table.Th w={190}>Responsable</Table.Th>
                <Table.Th w={110}>Dossiers</Table.Th>
                <Table.Th w={110}>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} onInvite={() => setInviting(row)} />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      {inviting ? <InviteDialog formation={inviting} onClose={() => setInviting(undefined)} /> : null}
    </Page>
  );
};

const Row = ({ row, onInvite }: { row: Resume; onInvite: () => void }) => {
  const mayInvite = useMay("dossiers.inviter");
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500} component={Link} href={`/formations/${row.id}`} c="inherit">
          {row.titre}
        </Text>
        <Group gap={6} mt={2}>
          {row.sansCalendrier ? <Lack>Calendrier absent</Lack> : null}
          {row.sansProgramme ? <Lack>Programme absent</Lack> : null}
          {row.modeValidation === "immediate" ? (
            <Badge color="blue">{modeValidationLabels[row.modeValidation]}</Badge>
          ) : null}
        </Group>
      </Table.Td>
      <Table.Td>
        <Text size="sm" ff="monospace">
          {[row.code, ...row.variantes.map((one) => one.code)].join(" ")}
        </Text>
      </Table.Td>
      <Table.Td>
        {dateFr(row.dateDebut)} – {dateFr(row.dateFin)}
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate maw={180}>
          {row.responsable.nom}
        </Text>
        <Text size="xs" c="dimmed" truncate maw={180} title={row.responsable.courriel}>
          {row.responsable.courriel}
        </Text>
      </Table.Td>
      <Table.Td>
        <TextLink href={dossiersLink({ formationId: row.id })}>{countFr(row.dossiers, "dossier")}</TextLink>
      </Table.Td>
      <Table.Td>
        {row.archivee || !mayInvite ? null : (
          <Button
            size="xs"
            variant="light"
            leftSection={<IconUserPlus size={14} />}
            aria-label={`Inviter des alternants en ${row.titre}`}
            onClick={onInvite}
          >
            Inviter
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

const Lack = ({ children }: { children: string }) => (
  <Badge color="orange" leftSection={<IconAlertTriangle size={12} />}>
    {children}
  </Badge>
);

const Nothing = ({
  searched,
  archivees,
  mayCreate,
}: {
  searched: boolean;
  archivees: boolean;
  mayCreate: boolean;
}) =>
  searched ? (
    <EmptyState icon={IconSearch} title="Aucune formation ne correspond">
      Essayez un autre mot du titre, ou le code d’accès.
    </EmptyState>
  ) : archivees ? (
    <EmptyState icon={IconSchool} title="Aucune formation archivée">
      Une formation terminée s’archive depuis sa fiche ; ses dossiers restent.
    </EmptyState>
  ) : (
    <EmptyState
      icon={IconSchool}
      title="Pas encore de formation"
      action={
        mayCreate ? (
          <Button component={Link} href="/formations/nouvelle">
            Créer la première formation
          </Button>
        ) : null
      }
    >
      Tout part d’elle&nbsp;: les invitations, les dates, les documents.
    </EmptyState>
  );
