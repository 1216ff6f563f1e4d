import { Badge, Button, Table, Text, Tooltip } from "@mantine/core";
import { modals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Courriel, statutCourrielLabels } from "../../../shared/api/models.ts";
import { api, client } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { instantFr } from "../common/french.ts";
import { TextLink } from "../common/text-link.tsx";
import { useMay } from "../session/use-may.ts";

const colors: Readonly<Record<Courriel["statut"], string>> = {
  due: "blue",
  leased: "blue",
  sent: "green",
  failed: "red",
  uncertain: "orange",
};

const uncertainHelp =
  "La connexion s’est coupée pendant l’envoi : le destinataire l’a peut-être reçu. Renvoyez si vous préférez un doublon à un oubli.";

const fate = (mail: Courriel): string | undefined => {
  if (mail.statut === "sent") return `le ${instantFr(mail.envoyeLe)}`;
  if (mail.statut === "uncertain") return mail.erreur ?? uncertainHelp;
  if (mail.erreur)
    return mail.prochaineLe && mail.statut === "due"
      ? `${mail.erreur} Nouvel essai le ${instantFr(mail.prochaineLe)}.`
      : mail.erreur;
  if (mail.statut === "due" && mail.prochaineLe) return `prévu le ${instantFr(mail.prochaineLe)}`;
  return undefined;
};

/** Where it is done instead, or why it is not: the reason is read at the pointer and by a screen reader. */
const NotAgain = ({ mail: { dossierId, renvoi, destinataire } }: { mail: Courriel }) => {
  const mayInvite = useMay("dossiers.inviterDeNouveau");
  const toDossier = renvoi.lieu === "dossier" && mayInvite && dossierId;
  return (
    <Tooltip label={renvoi.raison} multiline w={280}>
      <Text size="xs" c={toDossier ? undefined : "dimmed"} style={{ whiteSpace: "normal" }}>
        {toDossier ? (
          <TextLink href={`/dossiers/${dossierId}?onglet=suivi`}>Réinviter depuis le dossier</TextLink>
        ) : (
          <span role="note" aria-label={`Courriel à ${destinataire}\u00a0: ${renvoi.raison}`}>
            Ne se renvoie pas
          </span>
        )}
      </Text>
    </Tooltip>
  );
};

export const MailRow = ({ mail }: { mail: Courriel }) => {
  const queries = useQueryClient();
  const mayResend = useMay("courriels.renvoyer");
  const mayCorrect = useMay("dossiers.inviterDeNouveau");
  const resend = useMutation({
    mutationFn: () => client.courriels.renvoyer({ id: mail.id }),
    onSuccess: async () => {
      notifications.show({ message: `Le courriel à ${mail.destinataire} repart.` });
      await queries.invalidateQueries({ queryKey: api.courriels.key() });
      await queries.invalidateQueries({ queryKey: api.tableau.key() });
    },
    onError: (error) => notifications.show({ color: "red", message: frenchError(error) }),
  });
  const ask = () =>
    mail.statut === "failed"
      ? resend.mutate()
      : modals.openConfirmModal({
          title: "Renvoyer ce courriel",
          children: (
            <Text size="sm">
              {mail.statut === "uncertain"
                ? uncertainHelp
                : "Il est déjà parti : le destinataire le recevra deux fois."}
            </Text>
          ),
          labels: { confirm: "Renvoyer", cancel: "Annuler" },
          onConfirm: () => resend.mutate(),
        });
  const trouble = mail.statut === "failed" || mail.statut === "uncertain";
  return (
    <Table.Tr>
      <Table.Td>
        <Badge color={colors[mail.statut]}>{statutCourrielLabels[mail.statut]}</Badge>
        <Text size="xs" c={trouble ? undefined : "dimmed"} mt={2}>
          {fate(mail)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={500}>
          {mail.destinataire}
        </Text>
        <Text size="xs" c="dimmed">
          {mail.sujet}
        </Text>
      </Table.Td>
      <Table.Td>
        {mail.dossierId ? (
          <>
            <TextLink href={`/dossiers/${mail.dossierId}`}>{mail.dossierReference ?? "Ouvrir"}</TextLink>
            {trouble && mayCorrect ? (
              <Text size="xs" c="dimmed">
                pour corriger l’adresse
              </Text>
            ) : null}
          </>
        ) : (
          "—"
        )}
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{instantFr(mail.creeLe)}</Table.Td>
      <Table.Td>
        {mail.statut === "due" || mail.statut === "leased" ? null : !mail.renvoi.permis ? (
          <NotAgain mail={mail} />
        ) : mayResend ? (
          <Button
            size="xs"
            variant={trouble ? "light" : "subtle"}
            color={trouble ? undefined : "gray"}
            loading={resend.isPending}
            aria-label={`Renvoyer le courriel à ${mail.destinataire}`}
            onClick={ask}
          >
            Renvoyer
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
};
