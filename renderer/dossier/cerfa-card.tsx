import { Button, FileButton, Stack, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef } from "react";
import { instantFr } from "../ui/french.ts";
import { Card } from "./card.tsx";
import { CerfaComparison } from "./cerfa-comparison.tsx";
import { useDecision, useDossier } from "./context.ts";
import { useGesture } from "./use-gesture.tsx";

/** Saisie simple (G11): the CERFA drawn up outside Cactus is attached, read, compared. */
export const CerfaCard = () => {
  const { vue, ask } = useDossier();
  // The same file may be chosen again after a refusal.
  const reset = useRef<() => void>(null);
  const { run, busy } = useGesture();
  const attach = useDecision("joindreCerfa");
  const joint = vue.cerfaExterne;
  if (vue.niveauSaisie !== "simple") return null;
  return (
    <Card
      title="CERFA établi hors de Cactus"
      aside={
        attach.permis ? (
          <FileButton
            accept="application/pdf"
            resetRef={reset}
            onChange={(fichier) => {
              if (fichier)
                void run(
                  "joindre",
                  (gestures, at) => gestures.joindreCerfa({ ...at, fichier }),
                  "Le CERFA est joint au dossier.",
                ).then(() => reset.current?.());
            }}
          >
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant={joint ? "default" : "filled"}
                leftSection={<IconPaperclip size={15} />}
                loading={busy === "joindre"}
              >
                {joint ? "Remplacer le fichier" : "Joindre le CERFA signé"}
              </Button>
            )}
          </FileButton>
        ) : null
      }
    >
      {joint ? (
        <Stack gap="sm">
          <Text size="sm">
            {joint.nom}{" "}
            <Text span size="sm" c="dimmed">
              joint le {instantFr(joint.le)}
            </Text>
          </Text>
          <CerfaComparison fichierId={joint.fichierId} />
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {attach.permis
            ? `Joignez le CERFA signé, au format PDF\u00a0: ${ask.comparerCerfa ? "Cactus le compare avec ce qui est saisi" : "il rejoint les documents du dossier"}.`
            : "Il n’est pas encore joint."}
        </Text>
      )}
    </Card>
  );
};
