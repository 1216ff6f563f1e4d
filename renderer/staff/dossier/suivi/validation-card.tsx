import { Alert, Anchor, Button, Group, List, Stack, Text, Tooltip } from "@mantine/core";
import { useState } from "react";
import { fieldById, labelOf } from "../../../../shared/dossier/index.ts";
import { ongletLabels } from "../../../../shared/dossier/kernel.ts";
import { type Action, modeValidationLabels } from "../../../../shared/workflow/index.ts";
import { allProgress, useSession } from "../../../form/index.ts";
import { client } from "../../../ui/client.ts";
import { instantFr } from "../../../ui/french.ts";
import { CheckMark } from "../../../ui/states.tsx";
import { Card } from "../card.tsx";
import { useDecision, useDossier } from "../context.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { since } from "../since.ts";
import { useGesture } from "../use-gesture.ts";

interface Gesture {
  readonly action: Extract<
    Action,
    "demander" | "retirer" | "valider" | "retourner" | "rouvrir" | "abandonner" | "reprendre"
  >;
  readonly label: string;
  readonly done: string;
  readonly primary?: boolean;
  readonly color?: string;
  /** Asked before: a reason, kept in the history. */
  readonly reason?: { readonly title: string; readonly explanation: string; readonly placeholder: string };
}

/** In the order of the dossier’s life; only those its state knows are drawn, the refused ones say why. */
const gestures: readonly Gesture[] = [
  {
    action: "demander",
    label: "Demande de validation",
    done: "La validation est demandée.",
    primary: true,
  },
  {
    action: "valider",
    label: "Valider le dossier",
    done: "Le dossier est validé\u00a0: ses données sont figées.",
    primary: true,
  },
  {
    action: "retourner",
    label: "Retourner pour correction",
    done: "Le dossier est retourné\u00a0: les personnes concernées reçoivent le motif.",
    color: "orange",
    reason: {
      title: "Retourner le dossier pour correction",
      explanation:
        "Le dossier redevient modifiable. L’alternant et l’entreprise reçoivent votre motif par courriel.",
      placeholder: "Ce qui est à corriger, et dans quel onglet",
    },
  },
  {
    action: "retirer",
    label: "Reprendre la saisie",
    done: "La demande est retirée\u00a0: la saisie est de nouveau ouverte.",
  },
  {
    action: "rouvrir",
    label: "Rouvrir le dossier",
    done: "Le dossier est rouvert.",
    color: "orange",
    reason: {
      title: "Rouvrir un dossier validé",
      explanation:
        "Les documents déjà remis ne correspondront plus au dossier, et la validation sera à redemander. Pour un contrat déjà signé, c’est un avenant qu’il faut.",
      placeholder: "Pourquoi le dossier est rouvert",
    },
  },
  {
    action: "abandonner",
    label: "Abandonner le dossier",
    done: "Le dossier est abandonné\u202f; il reste consultable.",
    color: "red",
    reason: {
      title: "Abandonner le dossier",
      explanation: "Le dossier est conservé et peut être repris, mais plus rien ne s’y fait.",
      placeholder: "Pourquoi le dossier est abandonné",
    },
  },
  { action: "reprendre", label: "Reprendre le dossier", done: "Le dossier est repris." },
];

/** What stops « Demande de validation »: every missing field, a link each. */
const Missing = () => {
  const { session, vue, goTo } = useDossier();
  const state = useSession(session);
  const left = allProgress(state).filter(
    (tab) => !tab.complet && !(tab.onglet === "mission" && vue.mission !== "obligatoire"),
  );
  if (left.length === 0) return null;
  return (
    <Alert color="gray" title="Ce qui manque avant de demander la validation">
      <List size="sm" spacing={4} listStyleType="none">
        {left.map((tab) => (
          <List.Item key={tab.onglet}>
            <Text span fw={600} size="sm">
              {ongletLabels[tab.onglet]}
              {"\u00a0"}:{" "}
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
      </List>
    </Alert>
  );
};

const GestureButton = ({ gesture, busy, onAct }: { gesture: Gesture; busy: boolean; onAct: () => void }) => {
  const { permis, raison } = useDecision(gesture.action);
  const button = (
    <Button
      variant={gesture.primary ? "filled" : gesture.color ? "light" : "default"}
      color={gesture.color}
      loading={busy}
      onClick={permis ? onAct : undefined}
      data-disabled={!permis || undefined}
      aria-disabled={!permis || undefined}
    >
      {gesture.label}
    </Button>
  );
  return permis ? button : <Tooltip label={raison}>{button}</Tooltip>;
};

export const ValidationCard = () => {
  const { vue } = useDossier();
  const { run, busy } = useGesture();
  const [asking, setAsking] = useState<Gesture>();
  const demander = useDecision("demander");
  // A gesture that another state would need, or that this role never has, is not drawn.
  const drawn = gestures.filter(({ action }) => {
    const decision = vue.decisions.find((one) => one.action === action);
    return (
      decision?.permis ||
      (action === "demander" && vue.etat === "saisie") ||
      (action === "valider" && vue.etat === "demande")
    );
  });
  const act = (gesture: Gesture) => {
    if (gesture.reason) return setAsking(gesture);
    const call = client.dossiers[gesture.action as "demander" | "retirer" | "valider" | "reprendre"];
    void run(gesture.action, call, gesture.done);
  };
  return (
    <Card
      title="Validation"
      aside={
        <Text size="xs" c="dimmed">
          {modeValidationLabels[vue.formation.modeValidation]}
        </Text>
      }
    >
      <Stack gap="sm">
        <Text fw={500}>
          {vue.prochaineEtape.phrase}{" "}
          <Text span size="sm" c="dimmed" fw={400}>
            {since(vue.prochaineEtape.depuis)}
          </Text>
        </Text>
        {vue.figeLe ? (
          <Group gap={6} wrap="nowrap" align="flex-start">
            <CheckMark label="validé" />
            <div>
              <Text size="sm">Données figées le {instantFr(vue.figeLe)}.</Text>
              {vue.empreinte ? (
                <Text size="xs" c="dimmed" ff="monospace">
                  Empreinte SHA-256&nbsp;: {vue.empreinte.slice(0, 16)}…
                </Text>
              ) : null}
            </div>
          </Group>
        ) : null}
        {vue.etat === "saisie" && !demander.permis && demander.raison ? (
          <Text size="sm" c="dimmed">
            {demander.raison}
          </Text>
        ) : null}
        {vue.etat === "saisie" ? <Missing /> : null}
        <Group gap="sm">
          {drawn.map((gesture) => (
            <GestureButton
              key={gesture.action}
              gesture={gesture}
              busy={busy === gesture.action}
              onAct={() => act(gesture)}
            />
          ))}
        </Group>
        {vue.etat === "saisie" && demander.permis ? (
          <Text size="xs" c="dimmed">
            {vue.formation.modeValidation === "immediate"
              ? "La demande valide le dossier aussitôt\u00a0: ses données seront figées."
              : `${vue.formation.responsable.nom} recevra un courriel. La validation figera les données.`}
          </Text>
        ) : null}
      </Stack>
      {asking?.reason ? (
        <ReasonDialog
          {...asking.reason}
          confirm={asking.label}
          color={asking.color}
          busy={busy === asking.action}
          onClose={() => setAsking(undefined)}
          onConfirm={(motif) => {
            const call = client.dossiers[asking.action as "retourner" | "rouvrir" | "abandonner"];
            void run(asking.action, (at) => call({ ...at, motif }), asking.done).then(
              (ok) => ok && setAsking(undefined),
            );
          }}
        />
      ) : null}
    </Card>
  );
};
