import { Badge, Button, Group, Menu, Table, Text, VisuallyHidden } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots, IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CompteStaff } from "../../../shared/api/models.ts";
import { staffRoleLabels } from "../../../shared/workflow/index.ts";
import { api, client } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { instantFr } from "../common/french.ts";
import { Section } from "../common/page.tsx";
import { useCompte } from "../session/session.tsx";
import { AccountDialog } from "./account-dialog.tsx";
import { GeneratedPassword } from "./generated-password.tsx";
import { ReadPart } from "./read-part.tsx";

export const AccountsPart = () => {
  const comptes = useQuery(api.reglages.comptes.queryOptions());
  const [editing, setEditing] = useState<CompteStaff | "nouveau">();
  const [generated, setGenerated] = useState<{ courriel: string; motDePasse: string }>();
  return (
    <Section
      title="Comptes du personnel"
      help="Un compte par personne. Le mot de passe généré ne s’affiche qu’une fois ; il se change à la première connexion."
    >
      <Button
        leftSection={<IconPlus size={16} />}
        style={{ alignSelf: "flex-start" }}
        onClick={() => setEditing("nouveau")}
      >
        Créer un compte
      </Button>
      {generated ? <GeneratedPassword {...generated} onClose={() => setGenerated(undefined)} /> : null}
      <ReadPart query={comptes}>
        {(rows) => (
          <Table fz="sm" verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Personne</Table.Th>
                <Table.Th>Rôle</Table.Th>
                <Table.Th>Dernière connexion</Table.Th>
                <Table.Th w={60}>
                  <VisuallyHidden>Actions</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <AccountRow
                  key={row.id}
                  row={row}
                  onEdit={() => setEditing(row)}
                  onGenerated={(motDePasse) => setGenerated({ courriel: row.courriel, motDePasse })}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </ReadPart>
      {editing ? (
        <AccountDialog
          compte={editing === "nouveau" ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onGenerated={setGenerated}
        />
      ) : null}
    </Section>
  );
};

const AccountRow = ({
  row,
  onEdit,
  onGenerated,
}: {
  row: CompteStaff;
  onEdit: () => void;
  onGenerated: (motDePasse: string) => void;
}) => {
  const me = useCompte();
  const queries = useQueryClient();
  const fail = (error: unknown) => notifications.show({ color: "red", message: frenchError(error) });
  const reset = useMutation({
    mutationFn: () => client.reglages.reinitialiserMotDePasse({ id: row.id }),
    onSuccess: ({ motDePasse }) => onGenerated(motDePasse),
    onError: fail,
  });
  const activate = useMutation({
    mutationFn: () =>
      client.reglages.modifierCompte({
        id: row.id,
        nom: row.nom,
        role: row.role,
        formations: row.formations,
        actif: !row.actif,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: api.reglages.comptes.key() }),
    onError: fail,
  });
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6}>
          <Text size="sm" fw={500}>
            {row.nom}
          </Text>
          {row.id === me.id ? <Badge color="gray">Vous</Badge> : null}
          {row.actif ? null : <Badge color="red">Désactivé</Badge>}
        </Group>
        <Text size="xs" c="dimmed">
          {row.courriel}
        </Text>
      </Table.Td>
      <Table.Td>
        {staffRoleLabels[row.role]}
        {row.role === "secretaire" && row.formations.length > 0 ? (
          <Text size="xs" c="dimmed">
            {row.formations.length} formation{row.formations.length > 1 ? "s" : ""}
          </Text>
        ) : null}
      </Table.Td>
      <Table.Td>{row.derniereConnexionLe ? instantFr(row.derniereConnexionLe) : "jamais"}</Table.Td>
      <Table.Td>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`Actions sur le compte de ${row.nom}`}
            >
              <IconDots size={16} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>Modifier</Menu.Item>
            <Menu.Item onClick={() => reset.mutate()}>Donner un nouveau mot de passe</Menu.Item>
            {row.id === me.id ? null : (
              <Menu.Item color={row.actif ? "red" : undefined} onClick={() => activate.mutate()}>
                {row.actif ? "Désactiver" : "Réactiver"}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
};
