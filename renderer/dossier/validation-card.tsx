import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { modeValidationLabels } from "../../shared/workflow/index.ts";
import { instantFr } from "../ui/french.ts";
import { CheckMark } from "../ui/states.tsx";
import { Card } from "./card.tsx";
import { Changes } from "./changes.tsx";
import { decisionOf, useDecision, useDossier } from "./context.ts";
import { ProvisionalDates } from "./dates.tsx";
import { type Gesture, gestures, send } from "./gestures.ts";
import { Missing } from "./missing-card.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { since } from "./since.ts";
import { useGesture } from "./use-gesture.tsx";
import { words } from "./words.ts";

const Frozen = () => {
  const { vue, audience } = useDossier();
  if (!vue.figeLe) return null;
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <CheckMark label="validé" />
      <div>
        <Text size="sm">Données figées le {instantFr(vue.figeLe)}.</Text>
        {vue.empreinte && audience === "cfa" ? (
          <Text size="xs" c="dimmed" ff="monospace">
            Empreinte SHA-256&nbsp;: {vue.empreinte.slice(0, 16)}…
          </Text>
        ) : null}
      </div>
    </Group>
  );
};

/** Only for whoever may ask for the validation: what is left, then what asking will do (G17). */
const BeforeRequest = () => {
  const { vue, audience } = useDossier();
  const { permis, raison, attend } = useDecision("demander");
  if (!permis && !attend) return null;
  return (
    <>
      {raison ? (
        <Text size="sm" c="dimmed">
          {raison}
        </Text>
      ) : null}
      <Missing />
      <ProvisionalDates />
      <Text size="sm" c="dimmed">
        {words[audience].avantDemande(vue)}
      </Text>
    </>
  );
};

/** Asked, the formation sees what moved since its last look before it answers. */
const BeforeAnswer = () => {
  const { permis, raison, attend } = useDecision("valider");
  if (!permis && !attend) return null;
  return (
    <>
      {raison ? (
        <Text size="sm" c="dimmed">
          {raison}
        </Text>
      ) : null}
      <Changes />
    </>
  );
};

const GestureButton = ({ gesture, busy, onAct }: { gesture: Gesture; busy: boolean; onAct: () => void }) => {
  const { permis } = useDecision(gesture.action);
  return (
    <Button
      variant={gesture.primary ? "filled" : gesture.color ? "light" : "default"}
      color={gesture.color}
      loading={busy}
      disabled={!permis}
      onClick={onAct}
    >
      {gesture.label}
    </Button>
  );
};

/** Where the dossier stands, and every gesture of its life that this person may do now, or will once a reason is lifted. */
export const ValidationCard = () => {
  const { vue, offers } = useDossier();
  const { run, busy } = useGesture();
  const [asking, setAsking] = useState<Gesture>();
  const act = (gesture: Gesture, motif = "") =>
    run(gesture.action, (door, at) => send(gesture, door, at, motif), gesture.done);
  const drawn = gestures.filter(({ action }) => {
    const { permis, attend } = decisionOf(vue, action);
    return offers(action) && (permis || attend);
  });
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
        <Frozen />
        <BeforeRequest />
        <BeforeAnswer />
        <Group gap="sm">
          {drawn.map((gesture) => (
            <GestureButton
              key={gesture.action}
              gesture={gesture}
              busy={busy === gesture.action}
              onAct={() => (gesture.reason ? setAsking(gesture) : void act(gesture))}
            />
          ))}
        </Group>
      </Stack>
      {asking?.reason ? (
        <ReasonDialog
          {...asking.reason}
          color={asking.color}
          busy={busy === asking.action}
          onClose={() => setAsking(undefined)}
          onConfirm={(motif) => void act(asking, motif).then((ok) => ok && setAsking(undefined))}
        />
      ) : null}
    </Card>
  );
};
