import { Alert, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Formation } from "../../../../shared/api/models.ts";
import { client } from "../../../ui/client.ts";
import { frenchError } from "../../../ui/errors.ts";
import { pdfRule } from "../../../ui/file-rule.ts";
import { FileTarget } from "../../../ui/file-target.tsx";
import { useMay } from "../../session/use-may.ts";
import type { PieceMode } from "./formation-draft.ts";
import { PreviewButton } from "./preview-button.tsx";
import type { SectionProps } from "./types.ts";

/** G23: not yet, a supplied PDF, or data that Cactus lays out. What was typed in one mode stays when trying another. */
export const PieceModeFields = ({
  draft,
  piece,
  noun,
  formation,
  children,
}: SectionProps & {
  piece: "calendrier" | "programme";
  noun: string;
  formation: Formation | undefined;
  children: ReactNode;
}) => {
  // Whoever only reads finds it above the form, which is closed to them.
  const mayWrite = useMay("formations.modifier");
  const { mode, fichier } = draft.values[piece];
  const problem = draft.error(piece);
  const upload = useMutation({
    mutationFn: (fichier: File) => client.formations.deposerPiece({ fichier }),
    onSuccess: (stored) => {
      // Dropped on a piece that was « pas encore »: it is one file now.
      draft.set(`${piece}.mode`, "fichier" satisfies PieceMode);
      draft.set(`${piece}.fichier`, stored);
    },
  });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={`Comment fournir ${noun}`}
          data={[
            { value: "absent", label: "Pas encore" },
            { value: "fichier", label: "Un fichier PDF" },
            { value: "donnees", label: "Saisi ici" },
          ]}
          value={mode}
          onChange={(value) => draft.set(`${piece}.mode`, value as PieceMode)}
        />
        {mayWrite ? (
          <PreviewButton
            formation={formation}
            piece={piece}
            label={draft.dirty ? "Aperçu de la version enregistrée" : "Aperçu"}
          />
        ) : null}
      </Group>
      {problem ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      ) : null}
      {mode === "donnees" ? null : (
        <FileTarget rule={pdfRule} disabled={!mayWrite || upload.isPending} onFile={upload.mutate}>
          {(choose) =>
            mode === "absent" ? (
              <Alert color="orange">
                Sans {noun}, le document manquera dans toutes les liasses de cette formation. Elle est
                signalée sur le tableau de bord.
              </Alert>
            ) : (
              <Group>
                {fichier ? (
                  <Group gap={6}>
                    <IconFileTypePdf size={20} aria-hidden />
                    <Text size="sm">{fichier.nom}</Text>
                  </Group>
                ) : null}
                <Button variant="light" loading={upload.isPending} {...choose}>
                  {fichier ? "Remplacer le PDF" : "Choisir le PDF"}
                </Button>
                {mayWrite ? (
                  <Text size="sm" c="dimmed">
                    ou déposez-le ici
                  </Text>
                ) : null}
              </Group>
            )
          }
        </FileTarget>
      )}
      {upload.error && mode !== "donnees" ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {frenchError(upload.error)}
        </Text>
      ) : null}
      {mode === "donnees" ? children : null}
    </Stack>
  );
};
