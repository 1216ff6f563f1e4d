import { Badge, Button, Divider, Group, Menu, Modal, Stack, Text, TextInput } from "@mantine/core";
import { IconDeviceMobile, IconDots, IconMail, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { type Invitation, statutCourrielLabels } from "../../../../shared/api/models.ts";
import { tidyEmail } from "../../../../shared/dossier/formats/index.ts";
import { type PortalQualite, portalQualites, qualiteLabels } from "../../../../shared/workflow/index.ts";
import { Card } from "../../../dossier/card.tsx";
import { useDecision, useDossier } from "../../../dossier/context.ts";
import { dateFr, instantFr } from "../../../ui/french.ts";
import { usePdfViewer } from "../../../ui/pdf-viewer.tsx";
import { useDeskGesture } from "../door.ts";

/** One word for where an invitation stands, and its colour. */
const fate = (one: Invitation): { word: string; color: string } => {
  if (one.annuleeLe) return { word: "Remplacée", color: "gray" };
  if (one.premiereConnexionLe) return { word: "Accès ouvert", color: "cactus" };
  if (one.courrielStatut === "failed") return { word: "Courriel en échec", color: "red" };
  if (one.courrielStatut === "uncertain") return { word: "Envoi incertain", color: "orange" };
  if (one.expireLe < new Date().toISOString()) return { word: "Invitation expirée", color: "orange" };
  if (one.courrielStatut === "sent") return { word: "Invitation envoyée", color: "blue" };
  return { word: one.courrielStatut ? statutCourrielLabels[one.courrielStatut] : "À envoyer", color: "gray" };
};

const Invited = ({ one, old }: { one: Invitation; old?: boolean }) => {
  const { word, color } = fate(one);
  return (
    <Stack gap={0}>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text
          size={old ? "xs" : "sm"}
          c={old ? "dimmed" : undefined}
          td={old ? "line-through" : undefined}
          truncate
        >
          {one.courriel}
        </Text>
        <Badge color={color} size="sm">
          {word}
        </Badge>
      </Group>
      {old ? null : (
        <Text size="xs" c="dimmed">
          {[
            one.nom,
            `invitation du ${instantFr(one.creeLe)}`,
            one.premiereConnexionLe ? `première connexion le ${dateFr(one.premiereConnexionLe)}` : undefined,
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      )}
      {one.courrielErreur && !old ? (
        <Text size="xs" c="var(--mantine-color-error)">
          {one.courrielErreur}
        </Text>
      ) : null}
    </Stack>
  );
};

const InviteDialog = ({
  qualite,
  before,
  onClose,
}: {
  qualite: PortalQualite;
  before: string;
  onClose: () => void;
}) => {
  const { run, busy } = useDeskGesture();
  const [courriel, setCourriel] = useState(before);
  const [error, setError] = useState<string>();
  const send = async () => {
    const tidied = tidyEmail(courriel);
    if (!tidied.ok) return setError(tidied.message);
    const done = `L’invitation part à l’adresse ${tidied.value}.`;
    const ok = await run(
      "inviter",
      (gestures, { id }) => gestures.inviterDeNouveau({ id, qualite, courriel: tidied.value }),
      done,
    );
    if (ok) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={before ? "Corriger l’adresse et inviter de nouveau" : "Inviter"}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md">
          <Text size="sm">
            Une nouvelle invitation est envoyée à cette adresse
            {before ? "\u202f; l’accès précédent ne vaut plus" : ""}. L’historique garde les deux.
          </Text>
          <TextInput
            label={`Courriel — ${qualiteLabels[qualite]}`}
            value={courriel}
            onChange={(event) => setCourriel(event.currentTarget.value)}
            error={error}
            inputMode="email"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Annuler
            </Button>
            <Button type="submit" loading={busy === "inviter"}>
              Envoyer l’invitation
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

const CodeDialog = ({ code, expireLe, onClose }: { code: string; expireLe: string; onClose: () => void }) => (
  <Modal opened onClose={onClose} title="Code à dicter par téléphone">
    <Stack gap="md" align="center">
      <Text fz={34} fw={700} ff="monospace" lts={4}>
        {code}
      </Text>
      <Text size="sm" ta="center">
        À saisir sur la page d’accueil du portail, avec son courriel. Il ne sert qu’une fois, jusqu’au{" "}
        {instantFr(expireLe)}.
      </Text>
    </Stack>
  </Modal>
);

const Person = ({ qualite, invitations }: { qualite: PortalQualite; invitations: readonly Invitation[] }) => {
  const { vue } = useDossier();
  const invite = useDecision("inviter");
  const { run } = useDeskGesture();
  const showPdf = usePdfViewer();
  const [dialog, setDialog] = useState<"inviter" | { code: string; expireLe: string }>();
  const current = invitations.filter((one) => !one.annuleeLe);
  const old = invitations.filter((one) => one.annuleeLe);
  const address =
    current[0]?.courriel ??
    (qualite === "entreprise"
      ? String(vue.data.contactEntrepriseCourriel ?? "")
      : qualite === "alternant"
        ? vue.courriel
        : vue.formation.responsable.courriel);
  const other = qualite === "formation" ? undefined : qualite;
  const letter = (qui: NonNullable<typeof other>) =>
    run("lettre", async (gestures, { id }) => {
      showPdf(await gestures.lettreAcces({ id, qualite: qui }), `Lettre d’accès — ${qualiteLabels[qui]}`);
      return undefined;
    });
  const phone = (qui: NonNullable<typeof other>) =>
    run("code", async (gestures, { id }) => {
      setDialog(await gestures.codeTelephone({ id, qualite: qui }));
      return undefined;
    });
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600} size="sm">
          {qualiteLabels[qualite]}
        </Text>
        {invite.permis ? (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconMail size={14} />}
              onClick={() => setDialog("inviter")}
            >
              {current.length > 0 ? "Corriger ou réinviter" : "Inviter"}
            </Button>
            {other && current.length > 0 ? (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Autres accès — ${qualiteLabels[qualite]}`}
                  >
                    <IconDots size={14} />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconDeviceMobile size={16} />} onClick={() => void phone(other)}>
                    Code à dicter par téléphone
                  </Menu.Item>
                  <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => void letter(other)}>
                    Lettre d’accès à imprimer
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            ) : null}
          </Group>
        ) : null}
      </Group>
      {current.length === 0 ? (
        <Text size="sm" c="dimmed">
          {qualite === "formation"
            ? `${vue.formation.responsable.nom}, ${vue.formation.responsable.courriel}`
            : "Pas encore d’invitation"}
        </Text>
      ) : null}
      {current.map((one) => (
        <Invited key={one.id} one={one} />
      ))}
      {old.map((one) => (
        <Invited key={one.id} one={one} old />
      ))}
      {dialog === "inviter" ? (
        <InviteDialog qualite={qualite} before={address} onClose={() => setDialog(undefined)} />
      ) : null}
      {typeof dialog === "object" ? <CodeDialog {...dialog} onClose={() => setDialog(undefined)} /> : null}
    </Stack>
  );
};

/** Who was invited, whether it arrived, whether they came; correct and invite again in one gesture (G4, G6). */
export const PeopleCard = () => {
  const { vue } = useDossier();
  return (
    <Card title="Personnes">
      <Stack gap="sm">
        {portalQualites.map((qualite, index) => (
          <Stack key={qualite} gap="sm">
            {index > 0 ? <Divider /> : null}
            <Person
              qualite={qualite}
              invitations={vue.invitations.filter((one) => one.qualite === qualite)}
            />
          </Stack>
        ))}
      </Stack>
    </Card>
  );
};
