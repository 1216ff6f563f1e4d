import { Button, Stack, Text } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { pdfRule } from "../ui/file-rule.ts";
import { FileTarget } from "../ui/file-target.tsx";
import { instantFr } from "../ui/french.ts";
import { Card } from "./card.tsx";
import { CerfaComparison } from "./cerfa-comparison.tsx";
import { useDecision, useDossier } from "./context.ts";
import { useGesture } from "./use-gesture.tsx";

/** Saisie simple (G11): the CERFA drawn up outside Cactus is attached, read, compared. */
export const CerfaCard = () => {
  const { vue, ask } = useDossier();
  const { run, busy } = useGesture();
  const attach = useDecision("joindreCerfa");
  const joint = vue.cerfaExterne;
  if (vue.niveauSaisie !== "simple") return null;
  const take = (fichier: File) =>
    void run(
      "joindre",
      (gestures, at) => gestures.joindreCerfa({ ...at, fichier }),
      "Le CERFA est joint au dossier.",
    );
  return (
    <FileTarget rule={pdfRule} disabled={!attach.permis || busy !== undefined} onFile={take}>
      {(choose) => (
        <Card
          title="CERFA établi hors de Cactus"
          aside={
            attach.permis ? (
              <Button
                {...choose}
                size="xs"
                variant={joint ? "default" : "filled"}
                leftSection={<IconPaperclip size={15} />}
                loading={busy === "joindre"}
              >
                {joint ? "Remplacer le fichier" : "Joindre le CERFA signé"}
              </Button>
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
                ? `Joignez le CERFA signé, au format PDF, ou déposez-le ici\u00a0: ${ask.comparerCerfa ? "Cactus le compare avec ce qui est saisi" : "il rejoint les documents du dossier"}.`
                : "Il n’est pas encore joint."}
            </Text>
          )}
        </Card>
      )}
    </FileTarget>
  );
};
