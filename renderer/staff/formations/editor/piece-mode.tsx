import { Alert, Button, FileButton, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Formation } from "../../../../shared/api/models.ts";
import { client } from "../../../ui/client.ts";
import { frenchError } from "../../../ui/errors.ts";
import { useMay } from "../../session/use-may.ts";
import type { PieceMode } from "./formation-draft.ts";
import { PreviewButton } from "./preview-button.tsx";
import type { SectionProps } from "./types.ts";

const limit = 20_000_000;

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
    mutationFn: (file: File) => {
      if (file.size > limit) throw new RangeError("too large");
      return client.formations.deposerPiece({ fichier: file });
    },
    onSuccess: (stored) => draft.set(`${piece}.fichier`, stored),
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
      {mode === "absent" ? (
        <Alert color="orange">
          Sans {noun}, le document manquera dans toutes les liasses de cette formation. Elle est signalée sur
          le tableau de bord.
        </Alert>
      ) : null}
      {mode === "fichier" ? (
        <Stack gap="xs">
          <Group>
            {fichier ? (
              <Group gap={6}>
                <IconFileTypePdf size={20} aria-hidden />
                <Text size="sm">{fichier.nom}</Text>
              </Group>
            ) : null}
            <FileButton accept="application/pdf" onChange={(file) => file && upload.mutate(file)}>
              {(props) => (
                <Button variant="light" loading={upload.isPending} {...props}>
                  {fichier ? "Remplacer le PDF" : "Choisir le PDF"}
                </Button>
              )}
            </FileButton>
          </Group>
          {upload.error ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {upload.error instanceof RangeError
                ? "Ce fichier dépasse 20\u00a0Mo : réduisez-le puis choisissez-le de nouveau."
                : frenchError(upload.error)}
            </Text>
          ) : null}
        </Stack>
      ) : null}
      {mode === "donnees" ? children : null}
    </Stack>
  );
};
