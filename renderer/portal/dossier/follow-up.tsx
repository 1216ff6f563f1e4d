import {
  Alert,
  Anchor,
  Button,
  FileButton,
  Group,
  List,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  Title,
} from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconHourglass } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { fieldById, labelOf } from "../../../shared/dossier/index.ts";
import { ongletLabels } from "../../../shared/dossier/kernel.ts";
import { depuisEnClair, documentLabels } from "../../../shared/workflow/index.ts";
import { allProgress, ChangesTable, ProvisionalDates, useSession } from "../../form/index.ts";
import { saveFile } from "../../ui/download.ts";
import { frenchError } from "../../ui/errors.ts";
import { instantFr } from "../../ui/french.ts";
import { usePdfViewer } from "../../ui/pdf-viewer.tsx";
import { api, client } from "../client.ts";
import { useDecision, usePortalDossier } from "./context.ts";

const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <Paper withBorder p="md" component="section" aria-label={title}>
    <Title order={2} size="h4" mb="sm">
      {title}
    </Title>
    {children}
  </Paper>
);

/** What is missing before the request, each a link to its field. */
const Missing = () => {
  const { vue, session, goTo } = usePortalDossier();
  const state = useSession(session);
  const left = allProgress(state).filter(
    (tab) => !tab.complet && !(tab.onglet === "mission" && vue.mission !== "obligatoire"),
  );
  const blocking = vue.constats.filter((finding) => finding.gravite === "bloquant");
  if (left.length === 0 && blocking.length === 0) return null;
  return (
    <Alert color="gray" title="Ce qui manque avant de demander la validation">
      <List size="sm" spacing={4}>
        {left.map((tab) => (
          <List.Item key={tab.onglet}>
            <Text span fw={600} size="sm">
              {ongletLabels[tab.onglet]}
              {"\u00a0: "}
            </Text>
            {[...tab.manquants, ...tab.invalides.map(({ champ }) => champ)].map((champ, index) => (
              <span key={champ}>
                {index > 0 ? ", " : ""}
                <Anchor component="button" type="button" size="sm" onClick={() => goTo(champ)}>
                  {labelOf(fieldById(champ), vue.contrat)}
                </Anchor>
              </span>
            ))}
          </List.Item>
        ))}
        {blocking.map((finding) => (
          <List.Item key={finding.regle}>
            {finding.message}{" "}
            {finding.champs[0] ? (
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => goTo(finding.champs[0] as string)}
              >
                Corriger
              </Anchor>
            ) : null}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
};

/** What moved since the last request: a second review takes seconds. */
const Changes = () => {
  const { vue } = usePortalDossier();
  const changes = useQuery(api.dossiers.changements.queryOptions({ input: { id: vue.id } }));
  if (!changes.data?.depuis) return null;
  return (
    <Alert color="blue" title={`Ce qui a changé depuis le ${instantFr(changes.data.depuis)}`}>
      {changes.data.lignes.length === 0 ? (
        <Text size="sm">Rien n’a été modifié.</Text>
      ) : (
        <Stack gap="xs">
          {changes.data.lignes.map((event) => (
            <div key={event.id}>
              <Text size="sm" fw={600}>
                {event.acteur}
              </Text>
              <ChangesTable changements={event.changements} />
            </div>
          ))}
        </Stack>
      )}
    </Alert>
  );
};

const Validation = () => {
  const { vue, run, busy } = usePortalDossier();
  const ask = useDecision("demander");
  const withdraw = useDecision("retirer");
  const validate = useDecision("valider");
  const giveBack = useDecision("retourner");
  const confirm = useDecision("confirmerDates");
  const [motif, setMotif] = useState<string>();
  return (
    <Card title="Validation">
      <Stack gap="sm">
        <Text size="sm">{vue.prochaineEtape.phrase}</Text>
        {vue.etat === "saisie" && vue.lecteur !== "formation" ? (
          <>
            <Missing />
            {vue.datesProvisoires ? (
              <ProvisionalDates
                busy={busy === "confirmer"}
                onConfirm={
                  confirm.permis
                    ? () =>
                        void run(
                          "confirmer",
                          client.dossiers.confirmerDates,
                          "Les dates du contrat sont confirmées.",
                        )
                    : undefined
                }
              />
            ) : null}
            <Text size="sm" c="dimmed">
              Vérifiez bien que toutes les données sont exactes{"\u00a0"}: la validation fige les
              informations.
            </Text>
            <Group>
              <Button
                disabled={!ask.permis}
                loading={busy === "demander"}
                onClick={() => void run("demander", client.dossiers.demander, "La validation est demandée.")}
              >
                Demande de validation
              </Button>
              {ask.permis ? null : (
                <Text size="sm" c="dimmed">
                  {ask.raison}
                </Text>
              )}
            </Group>
          </>
        ) : null}
        {withdraw.permis && vue.lecteur !== "formation" ? (
          <Group>
            <Button
              variant="default"
              loading={busy === "retirer"}
              onClick={() =>
                void run("retirer", client.dossiers.retirer, "La saisie est de nouveau ouverte.")
              }
            >
              Reprendre la saisie
            </Button>
          </Group>
        ) : null}
        {vue.lecteur === "formation" && vue.etat === "demande" ? (
          <>
            <Changes />
            <Group>
              <Button
                disabled={!validate.permis}
                loading={busy === "valider"}
                onClick={() =>
                  void run(
                    "valider",
                    client.dossiers.valider,
                    "Le dossier est validé\u00a0: ses données sont figées.",
                  )
                }
              >
                Valider le dossier
              </Button>
              <Button
                variant="default"
                disabled={!giveBack.permis}
                onClick={() => setMotif(motif === undefined ? "" : undefined)}
              >
                Retourner pour correction
              </Button>
            </Group>
            {motif === undefined ? null : (
              <Stack gap="xs">
                <Textarea
                  label="Motif, envoyé à l’alternant et à l’entreprise"
                  autosize
                  minRows={2}
                  required
                  value={motif}
                  onChange={(event) => setMotif(event.currentTarget.value)}
                />
                <Group>
                  <Button
                    color="orange"
                    disabled={motif.trim() === ""}
                    loading={busy === "retourner"}
                    onClick={() =>
                      void run(
                        "retourner",
                        (target) => client.dossiers.retourner({ ...target, motif }),
                        "Le dossier est retourné avec votre motif.",
                      ).then((ok) => ok && setMotif(undefined))
                    }
                  >
                    Retourner le dossier
                  </Button>
                </Group>
              </Stack>
            )}
          </>
        ) : null}
      </Stack>
    </Card>
  );
};

/** G21–G24: each document appears when it is there; its absence says why and whom to ask. */
const Documents = () => {
  const { vue, run } = usePortalDossier();
  const showPdf = usePdfViewer();
  const attach = useDecision("joindreCerfa");
  const [busy, setBusy] = useState<string>();
  const produce = async (type: Vue["documents"][number]["type"], view: boolean): Promise<void> => {
    setBusy(type);
    try {
      const file = await client.dossiers.document({ id: vue.id, type });
      if (view) showPdf(file, documentLabels[type]);
      else saveFile(file);
    } catch (error) {
      notifications.show({ message: frenchError(error), color: "red" });
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Card title="Documents">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {vue.documents.map((document) => (
          <Paper
            key={document.type}
            withBorder
            p="sm"
            bg={document.disponible ? undefined : "var(--mantine-color-default-hover)"}
          >
            <Text fw={600}>{documentLabels[document.type]}</Text>
            {document.disponible ? (
              <Group gap="xs" mt="xs">
                <Button
                  size="sm"
                  leftSection={<IconDownload size={16} />}
                  loading={busy === document.type}
                  onClick={() => void produce(document.type, false)}
                  aria-label={`Télécharger\u00a0: ${documentLabels[document.type]}`}
                >
                  Télécharger
                </Button>
                <Button
                  size="sm"
                  variant="default"
                  onClick={() => void produce(document.type, true)}
                  aria-label={`Voir\u00a0: ${documentLabels[document.type]}`}
                >
                  Voir
                </Button>
              </Group>
            ) : (
              <Text size="sm" c="dimmed" mt={4}>
                <IconHourglass size={14} aria-hidden /> {document.raison}
                {document.depuis ? `, ${depuisEnClair(document.depuis, new Date().toISOString())}` : ""}.
              </Text>
            )}
          </Paper>
        ))}
      </SimpleGrid>
      {vue.niveauSaisie === "simple" && attach.permis ? (
        <Group mt="sm">
          <FileButton
            accept="application/pdf"
            onChange={(file) =>
              file &&
              void run(
                "cerfa",
                (target) => client.dossiers.joindreCerfa({ ...target, fichier: file }),
                "Le CERFA est joint au dossier.",
              )
            }
          >
            {(props) => (
              <Button variant="light" {...props}>
                {vue.cerfaExterne ? "Remplacer le CERFA signé" : "Joindre le CERFA signé (PDF)"}
              </Button>
            )}
          </FileButton>
        </Group>
      ) : null}
    </Card>
  );
};
type Vue = ReturnType<typeof usePortalDossier>["vue"];

/** The alternant sees which address was invited and when, and can ask for it again (G6). */
const Company = () => {
  const { vue, run, busy } = usePortalDossier();
  if (vue.lecteur !== "alternant") return null;
  const invitation = vue.invitations.find((one) => one.qualite === "entreprise" && !one.annuleeLe);
  return (
    <Card title="Votre contact dans l’entreprise">
      {invitation ? (
        <Group justify="space-between">
          <Text size="sm">
            {invitation.courriel}, invité le {instantFr(invitation.creeLe)}
            {invitation.premiereConnexionLe
              ? `, connecté depuis le ${instantFr(invitation.premiereConnexionLe)}`
              : ""}
            {invitation.courrielStatut === "failed"
              ? " – le courriel n’est pas arrivé\u00a0: corrigez l’adresse dans «\u00a0Données de base\u00a0»"
              : ""}
          </Text>
          <Button
            size="xs"
            variant="default"
            loading={busy === "entreprise"}
            onClick={() =>
              void run(
                "entreprise",
                ({ id }) => client.dossiers.renvoyerEntreprise({ id }),
                "L’invitation est renvoyée.",
              )
            }
          >
            Renvoyer l’invitation
          </Button>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          Votre contact sera invité à la validation des données de base.
        </Text>
      )}
    </Card>
  );
};

export const FollowUp = () => (
  <Stack>
    <Validation />
    <Documents />
    <Company />
  </Stack>
);
