import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconEye } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { Formation } from "../../../../shared/api/models.ts";
import { client } from "../../../ui/client.ts";
import { frenchError } from "../../../ui/errors.ts";
import { usePdfViewer } from "../../../ui/pdf-viewer.tsx";

const names = { calendrier: "Calendrier", programme: "Programme" } as const;

/** The document as the dossiers of this formation will have it; absent while the formation has none. */
export const PreviewButton = ({
  formation,
  piece,
  label,
}: {
  formation: Formation | undefined;
  piece: keyof typeof names;
  label: string;
}) => {
  const showPdf = usePdfViewer();
  const preview = useMutation({
    mutationFn: (id: string) => client.formations.apercu({ id, type: piece }),
    onSuccess: (file) => showPdf(file, `${names[piece]} — ${formation?.titre ?? ""}`),
    onError: (error) =>
      notifications.show({
        color: "red",
        title: "L’aperçu n’a pas pu être produit",
        message: frenchError(error),
      }),
  });
  if (!formation || formation[piece].mode === "absent") return null;
  return (
    <Button
      variant="default"
      leftSection={<IconEye size={16} />}
      loading={preview.isPending}
      onClick={() => preview.mutate(formation.id)}
    >
      {label}
    </Button>
  );
};
