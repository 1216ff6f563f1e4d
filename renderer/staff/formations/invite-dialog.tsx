import {
  Alert,
  Button,
  Group,
  Input,
  List,
  Modal,
  SegmentedControl,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
} from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Formation } from "../../../shared/api/models.ts";
import { type Contrat, contrats } from "../../../shared/dossier/kernel.ts";
import { api, client } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { countFr } from "../common/french.ts";
import { TextLink } from "../common/text-link.tsx";
import { contratLabels } from "../dossiers/labels.ts";

type Result = Awaited<ReturnType<typeof client.dossiers.inviter>>;

/** G1: one address or a pasted list. What is refused stays in the box, to be mended and sent again. */
export const InviteDialog = ({
  formation,
  onClose,
}: {
  formation: Pick<Formation, "id" | "titre" | "code" | "variantes">;
  onClose: () => void;
}) => {
  const queries = useQueryClient();
  const [lignes, setLignes] = useState("");
  const [contrat, setContrat] = useState<Contrat>("apprentissage");
  const [varianteId, setVarianteId] = useState<string | null>(null);
  const [sent, setSent] = useState<Result["invites"]>([]);
  const [refused, setRefused] = useState<Result["refus"]>([]);
  const count = lignes.split("\n").filter((line) => line.trim() !== "").length;

  const invite = useMutation({
    mutationFn: () =>
      client.dossiers.inviter({
        formationId: formation.id,
        ...(varianteId ? { varianteId } : {}),
        contrat,
        lignes,
      }),
    onSuccess: async (result) => {
      const typed = lignes.split(/\r\n|\r|\n/);
      setSent((before) => [...result.invites, ...before]);
      setRefused(result.refus);
      // The good lines have gone; only what is to mend stays to be edited, each as it was typed.
      setLignes(result.refus.map((one) => typed[one.ligne - 1] ?? one.texte).join("\n"));
      await Promise.all([
        queries.invalidateQueries({ queryKey: api.dossiers.key() }),
        queries.invalidateQueries({ queryKey: api.formations.key() }),
        queries.invalidateQueries({ queryKey: api.courriels.key() }),
        queries.invalidateQueries({ queryKey: api.tableau.key() }),
      ]);
    },
  });
  return (
    <Modal opened onClose={onClose} size="lg" title={`Inviter des alternants — ${formation.titre}`}>
      <Stack>
        {sent.length > 0 ? <Sent invites={sent} onClose={onClose} /> : null}
        {refused.length > 0 ? <Refused refus={refused} /> : null}
        <Group align="flex-end">
          <Input.Wrapper label="Contrat">
            <br />
            <SegmentedControl
              aria-label="Contrat"
              data={contrats.map((one) => ({ value: one, label: contratLabels[one] }))}
              value={contrat}
              onChange={(value) => setContrat(value as Contrat)}
            />
          </Input.Wrapper>
          {formation.variantes.length > 0 ? (
            <Select
              label="Variante"
              w={280}
              clearable
              placeholder={`${formation.code} — formation entière`}
              data={formation.variantes.flatMap((one) =>
                one.id ? [{ value: one.id, label: `${one.code} — ${one.libelle}` }] : [],
              )}
              value={varianteId}
              onChange={setVarianteId}
            />
          ) : null}
        </Group>
        <Textarea
          label="Adresses de courriel"
          description="Une personne par ligne. Le nom est facultatif : « Chloé MARTIN <chloe@exemple.fr> » ou « MARTIN;Chloé;chloe@exemple.fr »."
          placeholder={
            "chloe.martin@exemple.fr\nKarim BENALI <karim.benali@exemple.fr>\nDUPONT;Léa;lea.dupont@exemple.fr"
          }
          autosize
          minRows={6}
          maxRows={16}
          data-autofocus
          spellCheck={false}
          value={lignes}
          onChange={(event) => setLignes(event.currentTarget.value)}
        />
        {invite.error ? (
          <Alert color="red" role="alert" title="Les invitations ne sont pas parties">
            {frenchError(invite.error)} Votre liste est intacte.
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {sent.length > 0 ? "Fermer" : "Annuler"}
          </Button>
          <Button disabled={count === 0} loading={invite.isPending} onClick={() => invite.mutate()}>
            {count > 1 ? `Inviter ${countFr(count, "personne")}` : "Inviter"}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const Sent = ({ invites, onClose }: { invites: Result["invites"]; onClose: () => void }) => (
  <Alert
    color="green"
    role="status"
    title={countFr(invites.length, "invitation mise à l’envoi", "invitations mises à l’envoi")}
  >
    <List size="sm">
      {invites.slice(0, 8).map((one) => (
        <List.Item key={one.dossierId}>
          {one.courriel}
          {"\u00a0"}:{" "}
          <TextLink href={`/dossiers/${one.dossierId}`} onClick={onClose}>
            dossier {one.reference}
          </TextLink>
        </List.Item>
      ))}
    </List>
    {invites.length > 8 ? <Text size="sm">… et {invites.length - 8} autres.</Text> : null}
    <Text size="sm" mt={4}>
      Leur sort se suit dans{" "}
      <TextLink href="/courriels" onClick={onClose}>
        Courriels
      </TextLink>
      .
    </Text>
  </Alert>
);

const Refused = ({ refus }: { refus: Result["refus"] }) => (
  <Alert
    color="orange"
    role="alert"
    title={`${countFr(refus.length, "ligne refusée", "lignes refusées")} : corrigez ci-dessous, puis invitez de nouveau`}
  >
    <Table fz="sm" verticalSpacing={2}>
      <Table.Tbody>
        {refus.map((one) => (
          <Table.Tr key={`${one.ligne}${one.texte}`}>
            <Table.Td w={80} style={{ whiteSpace: "nowrap" }}>
              Ligne {one.ligne}
            </Table.Td>
            <Table.Td>{one.texte}</Table.Td>
            <Table.Td>{one.raison}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Alert>
);
